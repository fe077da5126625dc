using System.Collections.Concurrent;

namespace NewsBot.Core.Subscriptions;

/// <content>What homes and places keep away. Few have any, and the others cost a look into a small table.</content>
public sealed partial class SubscriptionRegistry
{
    /// <summary>Homes that have a filter or had one.</summary>
    private readonly ConcurrentDictionary<HomeId, bool> _filtering = new();

    /// <summary>Places that have mutes or had some, by each of their ids.</summary>
    private readonly ConcurrentDictionary<PlaceId, bool> _muting = new();

    public string? FilterOf(HomeId home) => _filtering.ContainsKey(home) ? Find(home)?.Filter : null;

    public IReadOnlyList<Mute> MutesOf(PlaceId place) => _muting.ContainsKey(place) ? Find(place)?.Mutes ?? [] : [];

    private void NoteFilter(Home home)
    {
        if (home.Filter is not null)
        {
            _filtering[home.Id] = true;
        }
    }

    private void NoteMutes(Place place)
    {
        if (place.Mutes.Count == 0)
        {
            return;
        }

        _muting[place.Id] = true;
        if (place.Former is { } former)
        {
            _muting[former] = true;
        }
    }
}
