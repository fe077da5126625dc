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
        if (registry.Find(id) is not { Gone: null } place)
        {
            return;
        }

        var gone = place with { Gone = new GonePlace(store.Now, reason) };
        var notices = isTold ? FollowersOf(place).Select(follower => new PlannedDelivery(follower, default, default, default, store.Now) { Kind = DeliveryKind.Notice, About = id }) : [];
        var rows = await store.AddDeliveriesAsync([.. notices], gone, cancellationToken);
        registry.Put(gone);
        outbox.Enqueue(rows);
    }

    /// <summary>The place can be reached again; what waited comes as one message.</summary>
    public async Task BackAsync(PlaceId id, CancellationToken cancellationToken)
    {
        if (registry.Find(id) is { Gone: not null } place)
        {
            var back = place with { Gone = null };
            await store.SavePlaceAsync(back, cancellationToken);
            registry.Put(back);
            outbox.Touch(id);
        }
    }

    /// <summary>To be called only while nothing is being sent to either place: <see cref="DeliveryLane.MoveAsync"/> sees to that.</summary>
    internal async Task MovedAsync(PlaceId from, PlaceId to, CancellationToken cancellationToken)
    {
        var moved = await store.MovePlaceAsync(from, to, cancellationToken);
        registry.Remove(from);
        if (registry.PlacesOf(new HomeId(from.Value)).Count == 0)
        {
            registry.Remove(new HomeId(from.Value));
        }

        registry.Load(moved.Subscriptions);
        outbox.Remove(from);
        outbox.Enqueue(moved.Deliveries);
    }

    /// <summary>Private chats, whose ids are the persons' ids.</summary>
    private IEnumerable<PlaceId> FollowersOf(Place place) =>
        registry.Of(place.Home).Where(subscription => subscription.Place == place.Id).Select(subscription => new PlaceId(subscription.ChangedBy.Value)).Distinct()
            .Where(follower => follower != place.Id && registry.Find(follower) is { Gone: null });
}
