using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Inbox;
using NewsBot.Core.Reports;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Storage;

/// <summary>The store of one instance: all ports over one database. A returned write survives a kill of the process. Thread-safe.</summary>
public interface INewsStore : IRefreshStore, ISubscriptionStore, IDeliveryStore, IConversationStore, IReportStore, IInboxStore, IStateStore
{
    /// <summary>The highest article id that was committed, or zero.</summary>
    Task<ArticleId> LastArticleIdAsync(CancellationToken cancellationToken);

    Task<long> CountArticlesAsync(CancellationToken cancellationToken);
}

/// <summary>What a commit stored: the feed with its new version and the outbox rows with their ids.</summary>
public sealed record RefreshCommit(Feed Feed, IReadOnlyList<OutboxRow> Deliveries);
