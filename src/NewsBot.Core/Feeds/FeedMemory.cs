using NewsBot.Core.Articles;

namespace NewsBot.Core.Feeds;

/// <summary>The items of a feed that were already taken in, newest first, so that an item is new exactly once, also when it vanishes and returns.</summary>
public sealed record FeedMemory(IReadOnlyList<SeenItem> Items)
{
    public static readonly FeedMemory Empty = new([]);

    /// <summary>Keeps twice the feed's length, at least 100 and at most 2,000 items (feed readers that kept less saw old items return as new).</summary>
    public FeedMemory With(IReadOnlyList<SeenItem> current, int feedLength)
    {
        var limit = Math.Clamp(2 * feedLength, 100, 2_000);
        var known = new HashSet<string>(current.Select(item => item.Key), StringComparer.Ordinal);
        return new([.. current.Concat(Items.Where(item => known.Add(item.Key))).Take(limit)]);
    }
}

/// <summary>An item that was taken in, and the hash of its content at that time.</summary>
public sealed record SeenItem(string Key, ArticleId Article, string ContentHash);
