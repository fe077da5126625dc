using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Storage;

namespace NewsBot.Core.Feeds;

/// <summary>What the news path needs of the store.</summary>
public interface IRefreshStore : IFeedStore, IArticleStore
{
    /// <summary>The time that decides due times and expiry.</summary>
    DateTimeOffset Now { get; }

    /// <summary>The next article id; ids of one caller grow. Only the ingest lane asks.</summary>
    Task<ArticleId> NextArticleIdAsync(CancellationToken cancellationToken);

    /// <summary>Commits feed, memory, articles, story membership and outbox rows in one transaction; null when the feed's version changed meanwhile, then nothing was written.</summary>
    Task<RefreshCommit?> CommitRefreshAsync(RefreshOutcome outcome, CancellationToken cancellationToken);

    /// <summary>Makes one feed of two in one transaction: memory, subscriptions and catalogue entry go over as <see cref="MergedFeeds.Of"/> says. Null when the version of either changed meanwhile, then nothing was written.</summary>
    Task<MergedFeeds?> MergeFeedsAsync(FeedMerge merge, CancellationToken cancellationToken);

    /// <summary>Outbox rows of all places created since then, and all that are still open, oldest first; at most <paramref name="limit"/> of the newest. Read once at start.</summary>
    Task<IReadOnlyList<OutboxRow>> DeliveriesSinceAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken);
}
