using System.Collections.Concurrent;
using System.Collections.Immutable;
using NewsBot.Core.Feeds;

namespace NewsBot.Core.Subscriptions;

/// <summary>Homes, places and subscriptions in memory, as last committed. Thread-safe.</summary>
public sealed class SubscriptionRegistry(FeedRegistry feeds)
{
    public const int MostOfHome = 2_000;

    private readonly ConcurrentDictionary<HomeId, Home> _homes = new();
    private readonly ConcurrentDictionary<PlaceId, Place> _places = new();
    private readonly ConcurrentDictionary<SubscriptionId, Subscription> _subscriptions = new();
    private ImmutableList<(Action<Subscription> Saved, Action<SubscriptionId> Removed)> _followers = [];

    /// <summary>In id order.</summary>
    public IReadOnlyList<Subscription> All => [.. _subscriptions.Values.OrderBy(subscription => subscription.Id.Value)];

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

    public void Put(Home home) => _homes[home.Id] = home;

    public void Put(Place place) => _places[place.Id] = place;

    public void Put(Subscription subscription)
    {
        _subscriptions[subscription.Id] = subscription;
        _followers.ForEach(follower => follower.Saved(subscription));
    }

    public void Remove(SubscriptionId subscription)
    {
        _subscriptions.TryRemove(subscription, out _);
        _followers.ForEach(follower => follower.Removed(subscription));
    }

    public void Remove(PlaceId place)
    {
        foreach (var subscription in _subscriptions.Values.Where(subscription => subscription.Place == place))
        {
            Remove(subscription.Id);
        }

        _places.TryRemove(place, out _);
    }

    public void Remove(HomeId home)
    {
        foreach (var subscription in _subscriptions.Values.Where(subscription => subscription.Home == home))
        {
            Remove(subscription.Id);
        }

        foreach (var place in _places.Values.Where(place => place.Home == home))
        {
            _places.TryRemove(place.Id, out _);
        }

        _homes.TryRemove(home, out _);
    }

    public IReadOnlyList<Place> PlacesWithDigests => [.. _places.Values.Where(place => place.Digests.Count > 0)];

    /// <summary>Places that could not be reached any more by then.</summary>
    public IReadOnlyList<Place> GoneSince(DateTimeOffset before) => [.. _places.Values.Where(place => place.Gone?.Since < before)];

    public IReadOnlyList<Place> PlacesOf(HomeId home) => [.. _places.Values.Where(place => place.Home == home)];

    public Home? Find(HomeId home) => _homes.GetValueOrDefault(home);

    public Place? Find(PlaceId place) => _places.GetValueOrDefault(place);

    public Subscription? Find(SubscriptionId subscription) => _subscriptions.GetValueOrDefault(subscription);

    /// <summary>By number.</summary>
    public IReadOnlyList<Subscription> Of(HomeId home) => [.. _subscriptions.Values.Where(subscription => subscription.Home == home).OrderBy(subscription => subscription.Number)];

    /// <summary>True when somebody wants the feed fetched: the operator's catalogue or a subscription.</summary>
    public bool IsFollowed(Feed feed) => feed.InCatalogue || _subscriptions.Values.Any(subscription => subscription.Feed == feed.Id);

    /// <summary>Names of the folders that subscriptions of the home lie in.</summary>
    public IReadOnlyCollection<string> FoldersOf(HomeId home) => [.. Of(home).Select(subscription => subscription.Folder).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>What the place may see. Samples are seen only while no other article is stored.</summary>
    public Sight SightOf(PlaceId place)
    {
        var followed = _subscriptions.Values.Where(subscription => subscription.Place == place && subscription.Feed is not null).Select(subscription => subscription.Feed!.Value);
        var seen = feeds.All.Where(feed => IsOpenTo(place, feed));
        return new Sight(seen.Select(feed => feed.Id).Concat(followed).ToHashSet());
    }

    /// <summary>True when the place sees the feed without following it.</summary>
    public bool IsOpenTo(PlaceId place, Feed feed) => feed.Kind switch
    {
        FeedKind.Web => feed.InCatalogue,
        FeedKind.Imported => true,
        FeedKind.Pages => feed.Url == PagesUrl(place),
        FeedKind.Samples => !feeds.HoldsNews,
        _ => false,
    };

    /// <summary>The name of the feed that holds the pages this place asked for.</summary>
    public static string PagesUrl(PlaceId place) => "pages:" + place.Value;
}
