using NewsBot.Core.Delivery;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>The one way commands change what is kept of a home, place or subscription: read, changed, stored and published in one turn, so that none takes back what another changed meanwhile. What waits to be sent is looked at again.</summary>
public sealed class SubscriberChanges(INewsStore store, SubscriptionRegistry registry, Outbox outbox)
{
    public async Task ChangeAsync(PlaceId place, Func<Place, Place> change, CancellationToken cancellationToken)
    {
        await registry.UpdateAsync(place, change, store.SavePlaceAsync, cancellationToken);
        outbox.Touch(place);
    }

    public async Task ChangeAsync(HomeId home, Func<Home, Home> change, CancellationToken cancellationToken)
    {
        await registry.UpdateAsync(home, change, store.SaveHomeAsync, cancellationToken);
        foreach (var place in registry.PlacesOf(home))
        {
            outbox.Touch(place.Id);
        }
    }

    /// <param name="by">Who changes it: notices about it go there.</param>
    public async Task ChangeAsync(PersonId by, Subscription subscription, Func<Subscription, Subscription> change, CancellationToken cancellationToken)
    {
        await registry.UpdateAsync(subscription.Id, held => change(held) with { ChangedBy = by, ChangedAt = store.Now }, store.SaveSubscriptionAsync, cancellationToken);
        outbox.Touch(subscription.Place);
    }
}
