using NewsBot.Core.Articles;
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
}
