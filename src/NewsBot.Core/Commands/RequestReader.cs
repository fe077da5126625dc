using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>Makes a caller's place and home known and gathers what handlers need of them.</summary>
public sealed class RequestReader(INewsStore store, SubscriptionRegistry registry)
{
    public async Task<Request> ReadAsync(Caller caller, CancellationToken cancellationToken)
    {
        var person = await store.GetPersonAsync(caller.Person, cancellationToken);
        if (registry.Find(caller.Place) is { } place && registry.Find(place.Home) is { } home)
        {
            place = await NamedAsync(place, caller.PlaceName, cancellationToken);
            return new Request(caller, home, place, TextsFor(person, home, caller));
        }

        var (newHome, newPlace) = await store.EnsurePlaceAsync(
            new Home { Id = caller.Home, Created = store.Now },
            new Place { Id = caller.Place, Home = caller.Home, Name = caller.PlaceName, Created = store.Now },
            cancellationToken);
        registry.Put(newHome);
        registry.Put(newPlace);
        return new Request(caller, newHome, newPlace, TextsFor(person, newHome, caller));
    }

    private async Task<Place> NamedAsync(Place place, string? name, CancellationToken cancellationToken)
    {
        if (name is null || place.Name == name)
        {
            return place;
        }

        var named = place with { Name = name };
        await store.SavePlaceAsync(named, cancellationToken);
        registry.Put(named);
        return named;
    }

    private static Texts TextsFor(Person person, Home home, Caller caller) => Languages.For(person.Language, home.Language, caller.Language);
}
