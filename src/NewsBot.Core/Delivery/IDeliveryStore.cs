using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>Keeps the outbox. A returned write is on disk.</summary>
public interface IDeliveryStore
{
    /// <summary>Rows that are queued, sending or unknown, in id order. Read once at start.</summary>
    Task<IReadOnlyList<OutboxRow>> OpenDeliveriesAsync(CancellationToken cancellationToken);

    Task SaveDeliveriesAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken);

    /// <summary>The place's rows created since then, newest first, at most 500.</summary>
    Task<IReadOnlyList<OutboxRow>> RecentDeliveriesAsync(PlaceId place, DateTimeOffset since, CancellationToken cancellationToken);

    Task<IReadOnlyList<OutboxRow>> DeliveriesOfAsync(PlaceId place, ArticleId article, CancellationToken cancellationToken);
}
