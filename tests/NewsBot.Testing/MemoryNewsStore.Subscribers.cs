using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Testing;

/// <content>Homes, places, people, subscriptions, conversations and the outbox.</content>
public sealed partial class MemoryNewsStore
{
    private const int Remembered = 20;

    public Task<SubscriptionSnapshot> LoadSubscriptionsAsync(CancellationToken cancellationToken) => ReadAsync(() => new SubscriptionSnapshot([.. data.Homes.Values], [.. data.Places.Values], [.. data.Subscriptions.Values]));

    public Task<(Home Home, Place Place)> EnsurePlaceAsync(Home home, Place place, CancellationToken cancellationToken) => WriteAsync(() =>
    {
        data.Homes.TryAdd(home.Id, home);
        data.Places.TryAdd(place.Id, place);
        return (data.Homes[home.Id], data.Places[place.Id]);
    });

    public Task SaveHomeAsync(Home home, CancellationToken cancellationToken) => WriteAsync(() => data.Homes[home.Id] = home with { LastNumber = Math.Max(home.LastNumber, data.Homes.GetValueOrDefault(home.Id)?.LastNumber ?? 0) });

    public Task SavePlaceAsync(Place place, CancellationToken cancellationToken) => WriteAsync(() => data.Places[place.Id] = place);

    public Task<Subscription> AddSubscriptionAsync(Subscription subscription, CancellationToken cancellationToken) => WriteAsync(() =>
    {
        var home = data.Homes[subscription.Home];
        home = data.Homes[home.Id] = home with { LastNumber = home.LastNumber + 1 };
        var id = data.Next("subscription");
        return data.Subscriptions[id] = subscription with { Id = new SubscriptionId(id), Number = home.LastNumber, Feed = subscription.Feed is { } feed ? new FeedId(Standing(feed.Value)) : null };
    });

    public Task SaveSubscriptionAsync(Subscription subscription, CancellationToken cancellationToken) => WriteAsync(() => data.Subscriptions[subscription.Id.Value] = subscription);

    public Task RemoveSubscriptionAsync(SubscriptionId subscription, CancellationToken cancellationToken) => WriteAsync(() => data.Subscriptions.Remove(subscription.Value));

    public Task RemoveHomeAsync(HomeId home, CancellationToken cancellationToken) => WriteAsync(() =>
    {
        var places = data.Places.Values.Where(place => place.Home == home).Select(place => place.Id).ToHashSet();
        foreach (var subscription in data.Subscriptions.Values.Where(subscription => subscription.Home == home).ToList())
        {
            data.Subscriptions.Remove(subscription.Id.Value);
        }

        foreach (var row in data.Outbox.Values.Where(row => places.Contains(row.Place)).ToList())
        {
            data.Outbox.Remove(row.Id.Value);
            data.Open.Remove(row.Id.Value);
        }

        data.Lists.RemoveAll(view => places.Contains(view.Place));
        data.Dialogs.RemoveAll(dialog => places.Contains(dialog.Place));
        places.ToList().ForEach(place => data.Places.Remove(place));
        return data.Homes.Remove(home);
    });

    public Task<Person> GetPersonAsync(PersonId person, CancellationToken cancellationToken) => ReadAsync(() => data.Persons.GetValueOrDefault(person) ?? new Person { Id = person });

    public Task SavePersonAsync(Person person, CancellationToken cancellationToken) => WriteAsync(() => data.Persons[person.Id] = person);

    public Task RemovePersonAsync(PersonId person, CancellationToken cancellationToken) => WriteAsync(() =>
    {
        data.Lists.RemoveAll(view => view.Person == person);
        data.Dialogs.RemoveAll(dialog => dialog.Person == person);
        return data.Persons.Remove(person);
    });

    public Task SaveListAsync(ListView view, CancellationToken cancellationToken) => WriteAsync(() =>
    {
        data.Lists.RemoveAll(held => held.Token == view.Token);
        data.Lists.Add(view);
        return Forget(data.Lists, held => held.Person == view.Person && held.Place == view.Place);
    });

    public Task<ListView?> LastListAsync(PersonId person, PlaceId place, CancellationToken cancellationToken) => ReadAsync(() => data.Lists.FindLast(view => view.Person == person && view.Place == place));

    public Task<ListView?> FindListAsync(string token, CancellationToken cancellationToken) => ReadAsync(() => data.Lists.Find(view => view.Token == token));

    public Task SaveDialogAsync(Dialog dialog, CancellationToken cancellationToken) => WriteAsync(() =>
    {
        data.Dialogs.RemoveAll(held => held.Token == dialog.Token);
        data.Dialogs.Add(dialog);
        return Forget(data.Dialogs, held => held.Person == dialog.Person && held.Place == dialog.Place);
    });

    public Task<Dialog?> LastDialogAsync(PersonId person, PlaceId place, CancellationToken cancellationToken) => ReadAsync(() => data.Dialogs.FindLast(dialog => dialog.Person == person && dialog.Place == place));

    public Task<Dialog?> FindDialogAsync(string token, CancellationToken cancellationToken) => ReadAsync(() => data.Dialogs.Find(dialog => dialog.Token == token));

    public Task<IReadOnlyList<OutboxRow>> OpenDeliveriesAsync(CancellationToken cancellationToken) => ReadAsync(() => (IReadOnlyList<OutboxRow>)[.. data.Open.Select(id => data.Outbox[id])]);

    public Task SaveDeliveriesAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken) => WriteAsync(() =>
    {
        foreach (var row in rows)
        {
            Put(row);
        }

        return rows.Count;
    });

    public Task<IReadOnlyList<OutboxRow>> AddDeliveriesAsync(IReadOnlyList<PlannedDelivery> planned, Place? place, CancellationToken cancellationToken) => WriteAsync(() =>
    {
        if (place is not null)
        {
            data.Places[place.Id] = place;
        }

        return (IReadOnlyList<OutboxRow>)Add(planned);
    });

    public Task<OutboxRow?> FindDeliveryAsync(DeliveryId id, CancellationToken cancellationToken) => ReadAsync(() => data.Outbox.GetValueOrDefault(id.Value));

    public Task<IReadOnlyList<OutboxRow>> RecentDeliveriesAsync(PlaceId place, DateTimeOffset since, CancellationToken cancellationToken) =>
        ReadAsync(() => (IReadOnlyList<OutboxRow>)[.. data.Outbox.Values.Reverse().Where(row => row.Place == place).TakeWhile(row => row.Created >= since).Take(500)]);

    public Task<IReadOnlyList<OutboxRow>> DeliveriesSinceAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        ReadAsync(() => (IReadOnlyList<OutboxRow>)[.. data.Outbox.Values.Where(row => row.Created >= since).TakeLast(limit).Concat(data.Open.Select(id => data.Outbox[id])).DistinctBy(row => row.Id).OrderBy(row => row.Id.Value)]);

    public Task<IReadOnlyList<OutboxRow>> DeliveriesOfAsync(PlaceId place, ArticleId article, CancellationToken cancellationToken) =>
        ReadAsync(() => (IReadOnlyList<OutboxRow>)[.. data.Outbox.Values.Reverse().Where(row => row.Place == place && row.Article == article).Take(500)]);

    public Task<MovedPlace> MovePlaceAsync(PlaceId from, PlaceId to, CancellationToken cancellationToken) => WriteAsync(() => Move(from, to));

    private static bool Forget<T>(List<T> held, Predicate<T> isOfConversation)
    {
        var all = held.FindAll(isOfConversation);
        all.Take(Math.Max(0, all.Count - Remembered)).ToList().ForEach(old => held.Remove(old));
        return true;
    }

    private MovedPlace Move(PlaceId from, PlaceId to)
    {
        MoveFirst(data.Lists, view => view.Place == from, view => view with { Place = to });
        MoveFirst(data.Dialogs, dialog => dialog.Place == from, dialog => dialog with { Place = to });
        if (!data.Places.Remove(from, out var place))
        {
            return new MovedPlace(new([], [], []), MoveDeliveries(from, to));
        }

        var home = data.Homes[place.Home];
        if (home.Id.Value == from.Value)
        {
            data.Homes.Remove(home.Id);
            home = home with { Id = new HomeId(to.Value) };
        }

        home = data.Homes[home.Id] = home with { Notices = home.Notices == from ? to : home.Notices };
        var moved = data.Places[to] = place with { Id = to, Home = home.Id, Former = from };
        var subscriptions = data.Subscriptions.Values.Where(subscription => subscription.Place == from).Select(subscription => subscription with { Place = to, Home = home.Id }).ToList();
        subscriptions.ForEach(subscription => data.Subscriptions[subscription.Id.Value] = subscription);
        return new MovedPlace(new([home], [moved], subscriptions), MoveDeliveries(from, to));
    }

    /// <summary>As older than what is at the new place already.</summary>
    private static void MoveFirst<T>(List<T> held, Predicate<T> isThere, Func<T, T> moved)
    {
        var left = held.FindAll(isThere);
        held.RemoveAll(isThere);
        held.InsertRange(0, left.Select(moved));
    }

    private List<OutboxRow> MoveDeliveries(PlaceId from, PlaceId to)
    {
        var rows = data.Outbox.Values.Where(row => row.Place == from).Select(row => row with { Place = to }).ToList();
        rows.ForEach(Put);
        return rows.FindAll(row => row.IsOpen);
    }

    private List<OutboxRow> Add(IReadOnlyList<PlannedDelivery> planned)
    {
        var rows = planned.Select(one => one.RowOf(new DeliveryId(data.Next("delivery")), Now)).ToList();
        rows.ForEach(Put);
        return rows;
    }

    private void Put(OutboxRow row)
    {
        data.Outbox[row.Id.Value] = row;
        if (row.IsOpen)
        {
            data.Open.Add(row.Id.Value);
            return;
        }

        data.Open.Remove(row.Id.Value);
    }
}
