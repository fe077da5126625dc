using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>Keeps the outbox. A returned write is on disk.</summary>
public interface IDeliveryStore
{
    /// <summary>Rows that are queued, sending or unknown, in id order. Read once at start.</summary>
    Task<IReadOnlyList<OutboxRow>> OpenDeliveriesAsync(CancellationToken cancellationToken);

    Task SaveDeliveriesAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken);

    /// <summary>Gives the planned deliveries ids, in order, and stores them; in the same transaction the place, where given.</summary>
    Task<IReadOnlyList<OutboxRow>> AddDeliveriesAsync(IReadOnlyList<PlannedDelivery> planned, Place? place, CancellationToken cancellationToken);

    Task<OutboxRow?> FindDeliveryAsync(DeliveryId id, CancellationToken cancellationToken);

    /// <summary>The place's rows created since then, newest first, at most 500.</summary>
    Task<IReadOnlyList<OutboxRow>> RecentDeliveriesAsync(PlaceId place, DateTimeOffset since, CancellationToken cancellationToken);

    Task<IReadOnlyList<OutboxRow>> DeliveriesOfAsync(PlaceId place, ArticleId article, CancellationToken cancellationToken);

    /// <summary>Gives everything of a place a new id in one transaction: place, home where it is the same chat, subscriptions, open rows. Running it twice changes nothing.</summary>
    Task<MovedPlace> MovePlaceAsync(PlaceId from, PlaceId to, CancellationToken cancellationToken);
}

/// <summary>What belongs to a place under its new id.</summary>
public sealed record MovedPlace(SubscriptionSnapshot Subscriptions, IReadOnlyList<OutboxRow> Deliveries);
