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
    private readonly Dictionary<ArticleId, List<StoryMessage>> _byArticle = [];
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
            return _byArticle.TryGetValue(article, out var messages) ? [.. messages] : [];
        }
    }

    public void Forget(DateTimeOffset now)
    {
        lock (_gate)
        {
            while (_oldest.TryPeek(out var oldest) && (_oldest.Count > Most || oldest.Created < now - Window))
            {
                _oldest.Dequeue();
                _byArticle.Remove(oldest.Article);
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
                joined.Feeds.Add(row.Feed);
            }

            return;
        }

        if (row.Kind != DeliveryKind.Alert || row.Digest is not null || row.State is DeliveryState.Failed or DeliveryState.Expired)
        {
            return;
        }

        if (_byArticle.TryGetValue(row.Article, out var known) && known.Exists(held => held.Delivery == row.Id))
        {
            return;
        }

        var message = new StoryMessage(row.Id, row.Place, row.Story, row.Article, row.Created);
        message.Feeds.Add(row.Feed);
        _messages[(row.Place, row.Story)] = message;
        _oldest.Enqueue(message);
        if (!_byArticle.TryGetValue(row.Article, out var messages))
        {
            _byArticle[row.Article] = messages = [];
        }

        messages.Add(message);
    }
}

/// <summary>A message that told a story in a place.</summary>
public sealed record StoryMessage(DeliveryId Delivery, PlaceId Place, StoryId Story, ArticleId Article, DateTimeOffset Created)
{
    /// <summary>Feeds whose articles the message tells: two items of one feed never share a message.</summary>
    public ISet<FeedId> Feeds { get; } = new HashSet<FeedId>();

    public bool Equals(StoryMessage? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Delivery.GetHashCode();
}
