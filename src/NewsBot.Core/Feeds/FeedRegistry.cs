using System.Collections.Concurrent;
using System.Collections.Immutable;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Feeds;

/// <summary>All feeds in memory, as last committed. Thread-safe; a reader sees each feed whole.</summary>
public sealed class FeedRegistry
{
    private readonly ConcurrentDictionary<FeedId, Feed> _feeds = new();
    private readonly ConcurrentDictionary<string, FeedId> _byUrl = new(StringComparer.Ordinal);
    private readonly Lock _listing = new();
    private ImmutableHashSet<FeedId> _open = [];
    private volatile bool _holdsNews;
    private Action<Feed>? _watchers;

    /// <summary>In id order.</summary>
    public IReadOnlyList<Feed> All => [.. _feeds.Values.OrderBy(feed => feed.Id.Value)];

    public int Count => _feeds.Count;

    /// <summary>True once an article that is no sample was stored.</summary>
    public bool HoldsNews => _holdsNews;

    /// <summary>The feeds that belong to no place: the catalogue, what was imported, and samples. Their number does not grow with what others follow.</summary>
    public IReadOnlyCollection<FeedId> Open => _open;

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
        lock (_listing)
        {
            var held = _feeds.AddOrUpdate(feed.Id, feed, (_, held) => feed.Version >= held.Version ? feed : held);
            _open = held.Kind is FeedKind.Imported or FeedKind.Samples || held.InCatalogue ? _open.Add(held.Id) : _open.Remove(held.Id);
            _holdsNews |= held.Kind != FeedKind.Samples && held.Health.NewestItem is not null;
        }

        _byUrl[feed.Url] = feed.Id;
        _watchers?.Invoke(feed);
    }

    /// <summary>Calls back after each feed that is taken over, on the caller's thread.</summary>
    public void Watch(Action<Feed> watcher) => _watchers += watcher;

    public void Unwatch(Action<Feed> watcher) => _watchers -= watcher;

    /// <summary>The topics an article belongs to: those of its feed.</summary>
    public IReadOnlyList<string> TopicsOf(Article article) => Find(article.Feed)?.Topics ?? [];
}
