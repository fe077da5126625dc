using System.Collections.Concurrent;
using System.Collections.Immutable;
using NewsBot.Core.Feeds;

namespace NewsBot.Core.Subscriptions;

/// <summary>Homes, places and subscriptions in memory, as last committed. Thread-safe. What commands, the scheduler and the lanes change of a place or home goes through <c>UpdateAsync</c>, so that none undoes another's change.</summary>
public sealed partial class SubscriptionRegistry(FeedRegistry feeds) : IDisposable
{
    private readonly ConcurrentDictionary<HomeId, Home> _homes = new();
    private readonly ConcurrentDictionary<PlaceId, Place> _places = new();
    private readonly ConcurrentDictionary<PlaceId, PlaceId> _moved = new();
    private readonly ConcurrentDictionary<SubscriptionId, Subscription> _subscriptions = new();
    private readonly ConcurrentDictionary<SubscriptionId, SubscriptionId> _merged = new();
    private readonly SubscriptionGroups<HomeId> _byHome = new(subscription => subscription.Home);
    private readonly SubscriptionGroups<PlaceId> _byPlace = new(subscription => subscription.Place);
    private readonly SubscriptionGroups<FeedId> _byFeed = new(subscription => subscription.Feed);
    private readonly SubscriptionGroups<PersonId> _byPerson = new(subscription => subscription.ChangedBy);
    private readonly SubscriptionGroups<SubscriptionKind> _top = new(subscription => subscription.Kind == SubscriptionKind.Top ? SubscriptionKind.Top : null);
    private readonly Lock _writing = new();
    private readonly SemaphoreSlim _updating = new(1, 1);
    private ImmutableList<(Action<Subscription> Saved, Action<SubscriptionId> Removed)> _followers = [];

    /// <summary>In id order.</summary>
    public IReadOnlyList<Subscription> All => [.. _subscriptions.Values.OrderBy(subscription => subscription.Id.Value)];

    public int Count => _subscriptions.Count;

    public IReadOnlyList<Home> Homes => [.. _homes.Values];

    /// <summary>Calls back after each change of a subscription, on the thread that changed it.</summary>
    public void Follow(Action<Subscription> saved, Action<SubscriptionId> removed) => ImmutableInterlocked.Update(ref _followers, followers => followers.Add((saved, removed)));

    public void Load(SubscriptionSnapshot snapshot)
    {
        foreach (var home in snapshot.Homes)
        {
            Put(home);
        }

        foreach (var place in snapshot.Places)
        {
            Put(place);
        }

        foreach (var subscription in snapshot.Subscriptions)
        {
            Put(subscription);
        }
    }

    public void Put(Home home)
    {
        NoteFilter(home);
        _homes[home.Id] = home;
    }

    public void Put(Place place)
    {
        NoteMutes(place);
        _places[place.Id] = place;
        if (place.Former is { } former)
        {
            _moved[former] = place.Id;
        }
    }

    public void Put(Subscription subscription)
    {
        lock (_writing)
        {
            Group(_subscriptions.GetValueOrDefault(subscription.Id), subscription);
            _subscriptions[subscription.Id] = subscription;
            foreach (var merged in subscription.Merged)
            {
                _merged[merged.Id] = subscription.Id;
            }
        }

        _followers.ForEach(follower => follower.Saved(subscription));
    }

    /// <summary>Reads the place, changes it, has it saved and publishes it in one turn. Null, with nothing saved, when there is no such place or the change gives null.</summary>
    public Task<Place?> UpdateAsync(PlaceId id, Func<Place, Place?> change, Func<Place, CancellationToken, Task> save, CancellationToken cancellationToken) =>
        InTurnAsync(() => Find(id) is { } place ? change(place) : null, save, Put, cancellationToken);

    /// <summary>The same for a home.</summary>
    public Task<Home?> UpdateAsync(HomeId id, Func<Home, Home?> change, Func<Home, CancellationToken, Task> save, CancellationToken cancellationToken) =>
        InTurnAsync(() => Find(id) is { } home ? change(home) : null, save, Put, cancellationToken);

    /// <summary>The same for a subscription.</summary>
    public Task<Subscription?> UpdateAsync(SubscriptionId id, Func<Subscription, Subscription?> change, Func<Subscription, CancellationToken, Task> save, CancellationToken cancellationToken) =>
        InTurnAsync(() => Find(id) is { } subscription ? change(subscription) : null, save, Put, cancellationToken);

    /// <summary>Has two feeds made one and publishes what became of their subscriptions, in the same turn as all other changes. Null when nothing was made.</summary>
    public Task<MergedFeeds?> MergeAsync(Func<CancellationToken, Task<MergedFeeds?>> merge, CancellationToken cancellationToken) =>
        InTurnAsync(merge, Put, cancellationToken);

    public void Remove(SubscriptionId subscription)
    {
        lock (_writing)
        {
            if (_subscriptions.TryRemove(subscription, out var held))
            {
                Group(held, null);
            }
        }

        _followers.ForEach(follower => follower.Removed(subscription));
    }

    public void Remove(PlaceId place)
    {
        foreach (var subscription in In(place))
        {
            Remove(subscription.Id);
        }

        _places.TryRemove(place, out _);
    }

    public void Remove(HomeId home)
    {
        foreach (var subscription in Of(home))
        {
            Remove(subscription.Id);
        }

        foreach (var place in PlacesOf(home))
        {
            _places.TryRemove(place.Id, out _);
        }

        _homes.TryRemove(home, out _);
    }

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<Place> PlacesWithDigests => [.. _places.Values.Where(place => place.Digests.Count > 0).OrderBy(place => place.Id.Value, StringComparer.Ordinal)];

    /// <summary>Places that could not be reached any more by then.</summary>
    public IReadOnlyList<Place> GoneSince(DateTimeOffset before) => [.. _places.Values.Where(place => place.Gone?.Since < before)];

    public IReadOnlyList<Place> PlacesOf(HomeId home) => [.. _places.Values.Where(place => place.Home == home)];

    public Home? Find(HomeId home) => _homes.GetValueOrDefault(home);

    /// <summary>By its id or the one it had before it moved.</summary>
    public Place? Find(PlaceId place) => _places.GetValueOrDefault(place) ?? (_moved.TryGetValue(place, out var now) ? _places.GetValueOrDefault(now) : null);

    /// <summary>By its id or that of one that became part of it.</summary>
    public Subscription? Find(SubscriptionId subscription) =>
        _subscriptions.GetValueOrDefault(subscription) ?? (_merged.TryGetValue(subscription, out var kept) ? _subscriptions.GetValueOrDefault(kept) : null);

    /// <summary>By number.</summary>
    public IReadOnlyList<Subscription> Of(HomeId home) => [.. _byHome.Of(home).Select(Named).OrderBy(subscription => subscription.Number)];

    /// <summary>The subscriptions that send to the place, by number.</summary>
    public IReadOnlyList<Subscription> In(PlaceId place) => [.. _byPlace.Of(place).Select(Named).OrderBy(subscription => subscription.Number)];

    /// <summary>How many subscriptions the person changed last, over all homes without the full plan.</summary>
    public int CountOf(PersonId person) => _byPerson.Of(person).Count(subscription => Find(subscription.Home)?.HasFullPlan != true);

    public IReadOnlyList<Subscription> FollowersOf(FeedId feed) => [.. _byFeed.Of(feed)];

    /// <summary>Subscriptions of what many sources tell, in id order.</summary>
    public IReadOnlyList<Subscription> OfTopStories => [.. _top.Of(SubscriptionKind.Top)];

    /// <summary>True when somebody wants the feed fetched: the operator's catalogue or a subscription.</summary>
    public bool IsFollowed(Feed feed) => feed.InCatalogue || _byFeed.Has(feed.Id);

    /// <summary>Names of the folders that subscriptions of the home lie in.</summary>
    public IReadOnlyCollection<string> FoldersOf(HomeId home) => [.. Of(home).Select(subscription => subscription.Folder).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    public void Dispose() => _updating.Dispose();

    /// <summary>A feed that was followed before it was ever read, as from an imported list, has the address for a name until its title is known.</summary>
    private Subscription Named(Subscription subscription) =>
        subscription is { Feed: { } id } && Uri.TryCreate(subscription.Value, UriKind.Absolute, out _) && feeds.Find(id) is { Title: var title } && title != subscription.Value
            ? subscription with { Value = title }
            : subscription;

    private void Put(MergedFeeds merged)
    {
        foreach (var subscription in merged.Saved)
        {
            Put(subscription);
        }

        foreach (var subscription in merged.Removed)
        {
            Remove(subscription.Id);
        }
    }

    private Task<T?> InTurnAsync<T>(Func<T?> change, Func<T, CancellationToken, Task> save, Action<T> publish, CancellationToken cancellationToken)
        where T : class
    {
        return InTurnAsync(SaveAsync, publish, cancellationToken);

        async Task<T?> SaveAsync(CancellationToken stop)
        {
            if (change() is not { } changed)
            {
                return null;
            }

            await save(changed, stop);
            return changed;
        }
    }

    private async Task<T?> InTurnAsync<T>(Func<CancellationToken, Task<T?>> commit, Action<T> publish, CancellationToken cancellationToken)
        where T : class
    {
        await _updating.WaitAsync(cancellationToken);
        try
        {
            if (await commit(cancellationToken) is not { } committed)
            {
                return null;
            }

            publish(committed);
            return committed;
        }
        finally
        {
            _updating.Release();
        }
    }

    private void Group(Subscription? before, Subscription? after)
    {
        _byHome.Replace(before, after);
        _byPlace.Replace(before, after);
        _byFeed.Replace(before, after);
        _byPerson.Replace(before, after);
        _top.Replace(before, after);
    }
}
