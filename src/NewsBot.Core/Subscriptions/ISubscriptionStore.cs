namespace NewsBot.Core.Subscriptions;

/// <summary>Keeps homes, places, people and subscriptions. Each call is one transaction.</summary>
public interface ISubscriptionStore
{
    /// <summary>Everything, read once at start and mirrored in memory.</summary>
    Task<SubscriptionSnapshot> LoadSubscriptionsAsync(CancellationToken cancellationToken);

    /// <summary>Stores the place and its home where they are new, else leaves both as they are.</summary>
    Task<(Home Home, Place Place)> EnsurePlaceAsync(Home home, Place place, CancellationToken cancellationToken);

    Task SaveHomeAsync(Home home, CancellationToken cancellationToken);

    Task SavePlaceAsync(Place place, CancellationToken cancellationToken);

    /// <summary>Gives the subscription its id and its home's next number in the same transaction. A feed that was merged into another meanwhile is followed there.</summary>
    Task<Subscription> AddSubscriptionAsync(Subscription subscription, CancellationToken cancellationToken);

    Task SaveSubscriptionAsync(Subscription subscription, CancellationToken cancellationToken);

    Task RemoveSubscriptionAsync(SubscriptionId subscription, CancellationToken cancellationToken);

    /// <summary>Removes the home, its places, subscriptions, deliveries and list views. Running it twice changes nothing.</summary>
    Task RemoveHomeAsync(HomeId home, CancellationToken cancellationToken);

    Task<Person> GetPersonAsync(PersonId person, CancellationToken cancellationToken);

    Task SavePersonAsync(Person person, CancellationToken cancellationToken);

    /// <summary>Removes what is kept about the person: bookmarks and list views.</summary>
    Task RemovePersonAsync(PersonId person, CancellationToken cancellationToken);
}

/// <summary>All homes, places and subscriptions at one moment.</summary>
public sealed record SubscriptionSnapshot(IReadOnlyList<Home> Homes, IReadOnlyList<Place> Places, IReadOnlyList<Subscription> Subscriptions);
