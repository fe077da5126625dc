namespace NewsBot.Core.Feeds;

/// <summary>Keeps what feeds need beyond their address, encrypted: no file of the data folder but the key itself tells a secret.</summary>
public interface IFeedAccessStore
{
    Task SaveFeedAccessAsync(FeedId feed, FeedAccess access, CancellationToken cancellationToken);

    /// <summary>Null access where the key does not fit any more: it must be entered again.</summary>
    Task<IReadOnlyList<StoredFeedAccess>> LoadFeedAccessAsync(CancellationToken cancellationToken);
}

/// <summary>The access of one feed as it was stored.</summary>
public sealed record StoredFeedAccess(FeedId Feed, FeedAccess? Access);
