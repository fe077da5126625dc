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

    /// <summary>The first message of each story; those after it hang on it.</summary>
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

    /// <summary>The message that tells the given article, itself or joined; else the first message of the story.</summary>
    /// <param name="told">What the article that comes is a copy of; null when it is no copy.</param>
    public StoryMessage? Find(PlaceId place, StoryId story, ArticleId? told)
    {
        lock (_gate)
        {
            var first = _messages.GetValueOrDefault((place, story));
            return (told is { } article ? Chain(first).FirstOrDefault(message => message.Tells(article)) : null) ?? first;
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
                    if (oldest.Next is { } next)
                    {
                        _messages[(oldest.Place, oldest.Story)] = next;
                    }
                    else
                    {
                        _messages.Remove((oldest.Place, oldest.Story));
                    }
                }
            }
        }
    }

    private void PutRow(OutboxRow row)
    {
        if (row.Kind == DeliveryKind.Edit && row.Target is { } target)
        {
            Chain(_messages.GetValueOrDefault((row.Place, row.Story))).FirstOrDefault(message => message.Delivery == target)?.Join(row.Article, row.Feed);
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
            if (Chain(_messages.GetValueOrDefault((row.Place, row.Story))).LastOrDefault() is { } last)
            {
                last.Next = message;
            }
            else
            {
                _messages[(row.Place, row.Story)] = message;
            }

            _oldest.Enqueue(message);
        }
    }

    private static IEnumerable<StoryMessage> Chain(StoryMessage? first)
    {
        for (var message = first; message is not null; message = message.Next)
        {
            yield return message;
        }
    }
}

/// <summary>A message that told a story in a place. Not thread-safe: its owner guards it.</summary>
/// <param name="Feed">The feed of its article.</param>
public sealed record StoryMessage(DeliveryId Delivery, PlaceId Place, StoryId Story, ArticleId Article, FeedId Feed, DateTimeOffset Created)
{
    // Few messages are joined; a list for each would be most of the memory.
    private List<(ArticleId Article, FeedId Feed)>? _joined;

    /// <summary>The message that told the same story in the same place after this one.</summary>
    internal StoryMessage? Next { get; set; }

    /// <summary>True when the message tells an article of the feed: two items of one feed never share a message.</summary>
    public bool Tells(FeedId feed) => Feed == feed || _joined?.Exists(joined => joined.Feed == feed) == true;

    public bool Tells(ArticleId article) => Article == article || _joined?.Exists(joined => joined.Article == article) == true;

    public void Join(ArticleId article, FeedId feed) => (_joined ??= []).Add((article, feed));

    public bool Equals(StoryMessage? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Delivery.GetHashCode();
}
