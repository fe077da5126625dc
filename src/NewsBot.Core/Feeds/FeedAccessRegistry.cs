using System.Collections.Concurrent;

namespace NewsBot.Core.Feeds;

/// <summary>The access of the feeds that need one, in memory only: whoever stores it encrypts it. Thread-safe.</summary>
public sealed class FeedAccessRegistry
{
    private readonly ConcurrentDictionary<FeedId, FeedAccess> _access = new();

    public FeedAccess For(FeedId feed) => _access.GetValueOrDefault(feed, FeedAccess.Public);

    /// <summary>True when the feed is read with something that others do not have: only the operator may follow it.</summary>
    public bool IsGuarded(FeedId feed) => _access.ContainsKey(feed);

    public void Put(FeedId feed, FeedAccess access) => _access[feed] = access;

    public void Remove(FeedId feed) => _access.TryRemove(feed, out _);
}
