using System.Collections.Concurrent;

namespace NewsBot.Core.Feeds;

/// <summary>The access of the feeds that need one, in memory only: whoever stores it encrypts it. Thread-safe.</summary>
public sealed class FeedAccessRegistry
{
    private readonly ConcurrentDictionary<FeedId, FeedAccess> _access = new();

    public FeedAccess For(FeedId feed) => _access.GetValueOrDefault(feed, FeedAccess.Public);

    public void Put(FeedId feed, FeedAccess access) => _access[feed] = access;

    public void Remove(FeedId feed) => _access.TryRemove(feed, out _);
}
