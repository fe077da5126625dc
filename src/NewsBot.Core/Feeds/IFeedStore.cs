namespace NewsBot.Core.Feeds;

/// <summary>Keeps feeds. Each call is one transaction; results are complete lists, never live cursors.</summary>
public interface IFeedStore
{
    Task<IReadOnlyList<Feed>> ListFeedsAsync(CancellationToken cancellationToken);

    Task<Feed?> FindFeedAsync(FeedId feed, CancellationToken cancellationToken);

    /// <summary>Adds the feed, or returns the one that has its <see cref="Feed.Url"/> already, or into which that one was merged.</summary>
    Task<Feed> AddFeedAsync(NewFeed feed, CancellationToken cancellationToken);

    /// <summary>Saves when the stored version equals <see cref="Feed.Version"/> and returns the feed with its new version; null when somebody else was first.</summary>
    Task<Feed?> SaveFeedAsync(Feed feed, CancellationToken cancellationToken);

    Task<FeedMemory> GetFeedMemoryAsync(FeedId feed, CancellationToken cancellationToken);
}

/// <summary>A feed to be added.</summary>
public sealed record NewFeed(FeedKind Kind, string Url, string Title)
{
    public string? Site { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<string> Topics { get; init; } = [];

    public bool InCatalogue { get; init; }
}
