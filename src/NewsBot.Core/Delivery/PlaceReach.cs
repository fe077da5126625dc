using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>Keeps what was set up for a place while it cannot be reached, and takes it along when the place gets another id. Each step may be repeated.</summary>
public sealed class PlaceReach(INewsStore store, SubscriptionRegistry registry, Outbox outbox)
{
    /// <summary>Nothing is sent there until it is back. Those who changed its subscriptions are told in private, where they talk to us.</summary>
    /// <param name="isTold">False when the people of the place did it themselves, such as removing the bot.</param>
    public async Task LostAsync(PlaceId id, string reason, bool isTold, CancellationToken cancellationToken)
    {
        IReadOnlyList<OutboxRow> notices = [];
        await registry.UpdateAsync(
            id,
            place => place.Gone is null ? place with { Gone = new GonePlace(store.Now, reason) } : null,
            async (gone, token) => notices = await store.AddDeliveriesAsync(isTold ? NoticesOf(gone) : [], gone, token),
            cancellationToken);
        outbox.Enqueue(notices);
    }

    /// <summary>The place can be reached again; what waited comes as one message.</summary>
    public async Task BackAsync(PlaceId id, CancellationToken cancellationToken)
    {
        if (registry.Find(id) is { Gone: not null } && await registry.UpdateAsync(id, place => place.Gone is null ? null : place with { Gone = null }, store.SavePlaceAsync, cancellationToken) is not null)
        {
            outbox.Touch(id);
        }
    }

    /// <summary>To be called only while nothing is being sent to either place: <see cref="DeliveryLane.MoveAsync"/> sees to that.</summary>
    internal async Task MovedAsync(PlaceId from, PlaceId to, CancellationToken cancellationToken)
    {
        if (from == to)
        {
            // Both messages about a move say so; the second finds it done.
            return;
        }

        var moved = await store.MovePlaceAsync(from, to, cancellationToken);

        // The new before the old: an article that comes in between must find its subscriptions.
        registry.Load(moved.Subscriptions);
        registry.Remove(from);
        if (registry.PlacesOf(new HomeId(from.Value)).Count == 0)
        {
            registry.Remove(new HomeId(from.Value));
        }

        outbox.Remove(from);
        outbox.Enqueue(moved.Deliveries);

        // What was planned for the old id until the registry knew the new one was just taken out of memory with the rest; what is still being planned is found by the lane.
        outbox.Enqueue((await store.MovePlaceAsync(from, to, cancellationToken)).Deliveries);
    }

    private IReadOnlyList<PlannedDelivery> NoticesOf(Place lost) =>
        [.. FollowersOf(lost).Select(follower => new PlannedDelivery(follower, default, default, default, store.Now) { Kind = DeliveryKind.Notice, About = lost.Id })];

    /// <summary>Private chats, whose ids are the persons' ids.</summary>
    private IEnumerable<PlaceId> FollowersOf(Place place) =>
        registry.Of(place.Home).Where(subscription => subscription.Place == place.Id).Select(subscription => new PlaceId(subscription.ChangedBy.Value)).Distinct()
            .Where(follower => follower != place.Id && registry.Find(follower) is { Gone: null });
}
