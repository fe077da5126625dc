using System.Collections.Concurrent;

namespace NewsBot.Core.Feeds;

/// <summary>The access of the feeds that need one, in memory only: whoever stores it encrypts it. Thread-safe.</summary>
public sealed class FeedAccessRegistry
{
    private readonly ConcurrentDictionary<FeedId, FeedAccess> _access = new();
    private readonly ConcurrentDictionary<FeedId, bool> _lost = new();

    public FeedAccess For(FeedId feed) => _access.GetValueOrDefault(feed, FeedAccess.Public);

    /// <summary>True when the feed is read with something that others do not have: only the operator may follow it.</summary>
    public bool IsGuarded(FeedId feed) => _lost.ContainsKey(feed) || For(feed).OpensMore;

    /// <summary>Its access cannot be read any more: it stays guarded until it is entered again.</summary>
    public void PutLost(FeedId feed) => _lost[feed] = true;

    public void Put(FeedId feed, FeedAccess access)
    {
        _access[feed] = access;
        _lost.TryRemove(feed, out _);
    }

    public void Remove(FeedId feed)
    {
        _access.TryRemove(feed, out _);
        _lost.TryRemove(feed, out _);
    }
}
