using System.Collections.Concurrent;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Feeds;

/// <summary>All feeds in memory, as last committed. Thread-safe; a reader sees each feed whole.</summary>
public sealed class FeedRegistry
{
    private readonly ConcurrentDictionary<FeedId, Feed> _feeds = new();
    private readonly ConcurrentDictionary<string, FeedId> _byUrl = new(StringComparer.Ordinal);
    private Action<Feed>? _watchers;

    /// <summary>In id order.</summary>
    public IReadOnlyList<Feed> All => [.. _feeds.Values.OrderBy(feed => feed.Id.Value)];

    public int Count => _feeds.Count;

    /// <summary>True once an article that is no sample was stored.</summary>
    public bool HoldsNews => _feeds.Values.Any(feed => feed.Kind != FeedKind.Samples && feed.Health.NewestItem is not null);

    /// <summary>What the last checks of all feeds say about our own network.</summary>
    public FeedReach Reach => FeedReach.Of(_feeds.Values);

    /// <summary>True when more than half of all fetched feeds got no answer at their last check: then it is our network, not the publishers.</summary>
    public bool MostAreUnreachable => Reach.MostAreOut;

    public Feed? Find(FeedId id) => _feeds.GetValueOrDefault(id);

    /// <summary>By its address, one it had before it moved, or that of a feed that moved onto it.</summary>
    public Feed? FindByUrl(string url)
    {
        var feed = _byUrl.TryGetValue(url, out var id) ? Find(id) : null;
        while (feed?.MergedInto is { } into)
        {
            feed = Find(into);
        }

        return feed;
    }

    /// <summary>Takes over what the store committed; an older version than the one held is ignored.</summary>
    public void Put(Feed feed)
    {
        _feeds.AddOrUpdate(feed.Id, feed, (_, held) => feed.Version >= held.Version ? feed : held);
        _byUrl[feed.Url] = feed.Id;
        _watchers?.Invoke(feed);
    }

    /// <summary>Calls back after each feed that is taken over, on the caller's thread.</summary>
    public void Watch(Action<Feed> watcher) => _watchers += watcher;

    public void Unwatch(Action<Feed> watcher) => _watchers -= watcher;

    /// <summary>The topics an article belongs to: those of its feed.</summary>
    public IReadOnlyList<string> TopicsOf(Article article) => Find(article.Feed)?.Topics ?? [];
}
