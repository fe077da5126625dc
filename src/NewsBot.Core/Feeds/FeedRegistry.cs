using System.Collections.Concurrent;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Feeds;

/// <summary>All feeds in memory, as last committed. Thread-safe; a reader sees each feed whole.</summary>
public sealed class FeedRegistry
{
    private readonly ConcurrentDictionary<FeedId, Feed> _feeds = new();
    private readonly ConcurrentDictionary<string, FeedId> _byUrl = new(StringComparer.Ordinal);

    /// <summary>In id order.</summary>
    public IReadOnlyList<Feed> All => [.. _feeds.Values.OrderBy(feed => feed.Id.Value)];

    public int Count => _feeds.Count;

    /// <summary>True once an article that is no sample was stored.</summary>
    public bool HoldsNews => _feeds.Values.Any(feed => feed.Kind != FeedKind.Samples && feed.Health.NewestItem is not null);

    public Feed? Find(FeedId id) => _feeds.GetValueOrDefault(id);

    public Feed? FindByUrl(string url) => _byUrl.TryGetValue(url, out var id) ? Find(id) : null;

    /// <summary>Takes over what the store committed; an older version than the one held is ignored.</summary>
    public void Put(Feed feed)
    {
        _feeds.AddOrUpdate(feed.Id, feed, (_, held) => feed.Version >= held.Version ? feed : held);
        _byUrl[feed.Url] = feed.Id;
    }

    /// <summary>The topics an article belongs to: those of its feed.</summary>
    public IReadOnlyList<string> TopicsOf(Article article) => Find(article.Feed)?.Topics ?? [];
}
