using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>Which message told a story in a place during the last two days: what joins it, what answers it and what corrects it is decided here. In memory, bounded; filled from the outbox at start. Thread-safe.</summary>
public sealed class StoryMessages
{
    /// <summary>Rows read at start, and kept.</summary>
    public const int Most = 500_000;

    public static readonly TimeSpan Window = TimeSpan.FromHours(48);

    private readonly Lock _gate = new();
    private readonly Dictionary<(PlaceId, StoryId), StoryMessage> _messages = [];
    private readonly Dictionary<ArticleId, Dictionary<DeliveryId, StoryMessage>> _byArticle = [];
    private readonly Queue<StoryMessage> _oldest = new();

    /// <summary>Takes in rows as stored; anything but messages of their own is passed over.</summary>
    public void Put(IReadOnlyList<OutboxRow> rows)
    {
        lock (_gate)
        {
            foreach (var row in rows)
            {
                PutRow(row);
            }
        }
    }

    public StoryMessage? Find(PlaceId place, StoryId story)
    {
        lock (_gate)
        {
            return _messages.GetValueOrDefault((place, story));
        }
    }

    /// <summary>Messages that tell the article itself.</summary>
    public IReadOnlyList<StoryMessage> Of(ArticleId article)
    {
        lock (_gate)
        {
            return _byArticle.TryGetValue(article, out var messages) ? [.. messages.Values] : [];
        }
    }

    public void Forget(DateTimeOffset now)
    {
        lock (_gate)
        {
            while (_oldest.TryPeek(out var oldest) && (_oldest.Count > Most || oldest.Created < now - Window))
            {
                _oldest.Dequeue();
                if (_byArticle.TryGetValue(oldest.Article, out var messages) && messages.Remove(oldest.Delivery) && messages.Count == 0)
                {
                    _byArticle.Remove(oldest.Article);
                }

                if (_messages.TryGetValue((oldest.Place, oldest.Story), out var held) && held == oldest)
                {
                    _messages.Remove((oldest.Place, oldest.Story));
                }
            }
        }
    }

    private void PutRow(OutboxRow row)
    {
        if (row.Kind == DeliveryKind.Edit && row.Target is { } target)
        {
            if (_messages.TryGetValue((row.Place, row.Story), out var joined) && joined.Delivery == target)
            {
                joined.Join(row.Feed);
            }

            return;
        }

        if (row.Kind != DeliveryKind.Alert || row.Digest is not null || row.State is DeliveryState.Failed or DeliveryState.Expired)
        {
            return;
        }

        if (!_byArticle.TryGetValue(row.Article, out var messages))
        {
            _byArticle[row.Article] = messages = [];
        }

        var message = new StoryMessage(row.Id, row.Place, row.Story, row.Article, row.Feed, row.Created);
        if (messages.TryAdd(row.Id, message))
        {
            _messages[(row.Place, row.Story)] = message;
            _oldest.Enqueue(message);
        }
    }
}

/// <summary>A message that told a story in a place. Not thread-safe: its owner guards it.</summary>
/// <param name="Feed">The feed of its article.</param>
public sealed record StoryMessage(DeliveryId Delivery, PlaceId Place, StoryId Story, ArticleId Article, FeedId Feed, DateTimeOffset Created)
{
    // Few messages are joined; a set for each would be most of the memory.
    private HashSet<FeedId>? _joined;

    /// <summary>True when the message tells an article of the feed: two items of one feed never share a message.</summary>
    public bool Tells(FeedId feed) => Feed == feed || _joined?.Contains(feed) == true;

    public void Join(FeedId feed) => (_joined ??= []).Add(feed);

    public bool Equals(StoryMessage? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Delivery.GetHashCode();
}
