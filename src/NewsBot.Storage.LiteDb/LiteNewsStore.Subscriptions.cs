using LiteDB;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Storage.LiteDb;

/// <content>Homes, places, people, subscriptions.</content>
public sealed partial class LiteNewsStore
{
    public Task<SubscriptionSnapshot> LoadSubscriptionsAsync(CancellationToken cancellationToken) =>
        host.ReadAsync(
            database => new SubscriptionSnapshot(
                [.. Chunks.All(database.GetCollection("homes")).Select(document => StoreJson.Read(document, StoreJson.Default.Home))],
                [.. Chunks.All(database.GetCollection("places")).Select(document => StoreJson.Read(document, StoreJson.Default.Place))],
                [.. Chunks.All(database.GetCollection("subscriptions")).Select(document => StoreJson.Read(document, StoreJson.Default.Subscription))]),
            cancellationToken);

    public Task<(Home Home, Place Place)> EnsurePlaceAsync(Home home, Place place, CancellationToken cancellationToken) =>
        host.WriteAsync(
            database =>
            {
                var homes = database.GetCollection("homes");
                var places = database.GetCollection("places");
                var storedHome = homes.FindById(home.Id.Value) is { } foundHome ? StoreJson.Read(foundHome, StoreJson.Default.Home) : home;
                var storedPlace = places.FindById(place.Id.Value) is { } foundPlace ? StoreJson.Read(foundPlace, StoreJson.Default.Place) : place;
                homes.Upsert(StoreJson.Write(home.Id.Value, storedHome, StoreJson.Default.Home));
                places.Upsert(StoreJson.Write(place.Id.Value, storedPlace, StoreJson.Default.Place));
                return (storedHome, storedPlace);
            },
            cancellationToken);

    public Task SaveHomeAsync(Home home, CancellationToken cancellationToken) =>
        host.WriteAsync(
            database =>
            {
                // Numbers are given out here alone; the caller's copy may be older.
                var homes = database.GetCollection("homes");
                var number = homes.FindById(home.Id.Value) is { } stored ? StoreJson.Read(stored, StoreJson.Default.Home).LastNumber : 0;
                return homes.Upsert(StoreJson.Write(home.Id.Value, home with { LastNumber = Math.Max(home.LastNumber, number) }, StoreJson.Default.Home));
            },
            cancellationToken);

    public Task SavePlaceAsync(Place place, CancellationToken cancellationToken) =>
        host.WriteAsync(database => database.GetCollection("places").Upsert(StoreJson.Write(place.Id.Value, place, StoreJson.Default.Place)), cancellationToken);

    public Task<Subscription> AddSubscriptionAsync(Subscription subscription, CancellationToken cancellationToken) =>
        host.WriteAsync(
            database =>
            {
                var homes = database.GetCollection("homes");
                var home = StoreJson.Read(homes.FindById(subscription.Home.Value), StoreJson.Default.Home);
                home = home with { LastNumber = home.LastNumber + 1 };
                var added = subscription with { Id = new SubscriptionId(LiteIds.Next(database, "subscription")), Number = home.LastNumber, Feed = subscription.Feed is { } feed ? Standing(database, feed).Id : null };
                homes.Update(StoreJson.Write(home.Id.Value, home, StoreJson.Default.Home));
                SaveSubscription(database, added);
                return added;
            },
            cancellationToken);

    public Task SaveSubscriptionAsync(Subscription subscription, CancellationToken cancellationToken) =>
        host.WriteAsync(database => SaveSubscription(database, subscription), cancellationToken);

    public Task RemoveSubscriptionAsync(SubscriptionId subscription, CancellationToken cancellationToken) =>
        host.WriteAsync(database => database.GetCollection("subscriptions").Delete(subscription.Value), cancellationToken);

    public Task RemoveHomeAsync(HomeId home, CancellationToken cancellationToken) =>
        host.WriteAsync(database => RemoveHome(database, home), cancellationToken);

    public Task<Person> GetPersonAsync(PersonId person, CancellationToken cancellationToken) =>
        host.ReadAsync(
            database => database.GetCollection("persons").FindById(person.Value) is { } found ? StoreJson.Read(found, StoreJson.Default.Person) : new Person { Id = person },
            cancellationToken);

    public Task SavePersonAsync(Person person, CancellationToken cancellationToken) =>
        host.WriteAsync(database => database.GetCollection("persons").Upsert(StoreJson.Write(person.Id.Value, person, StoreJson.Default.Person)), cancellationToken);

    public Task RemovePersonAsync(PersonId person, CancellationToken cancellationToken) =>
        host.WriteAsync(
            database =>
            {
                RemoveConversations(database, (talker, _) => talker == person.Value);
                return database.GetCollection("persons").Delete(person.Value);
            },
            cancellationToken);

    private static bool SaveSubscription(LiteDatabase database, Subscription subscription) =>
        database.GetCollection("subscriptions").Upsert(StoreJson.Write(subscription.Id.Value, subscription, StoreJson.Default.Subscription));

    private static bool RemoveHome(LiteDatabase database, HomeId home)
    {
        var places = Chunks.All(database.GetCollection("places"))
            .Select(document => StoreJson.Read(document, StoreJson.Default.Place))
            .Where(place => place.Home == home)
            .Select(place => place.Id)
            .ToHashSet();
        foreach (var subscription in Chunks.All(database.GetCollection("subscriptions")).Where(document => StoreJson.Read(document, StoreJson.Default.Subscription).Home == home).ToList())
        {
            database.GetCollection("subscriptions").Delete(subscription["_id"]);
        }

        RemoveConversations(database, (_, place) => places.Contains(new PlaceId(place)));
        foreach (var place in places)
        {
            RemoveDeliveries(database, place);
            database.GetCollection("places").Delete(place.Value);
        }

        return database.GetCollection("homes").Delete(home.Value);
    }
}
