using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>Makes a caller's place and home known and gathers what handlers need of them.</summary>
public sealed class RequestReader(INewsStore store, SubscriptionRegistry registry)
{
    public async Task<Request> ReadAsync(Caller caller, CancellationToken cancellationToken)
    {
        var person = await store.GetPersonAsync(caller.Person, cancellationToken);
        caller = person.IsOperator ? caller with { Role = Role.Operator } : caller;
        if (registry.Find(caller.Place) is { } place && registry.Find(place.Home) is { } home)
        {
            return new Request(caller, home, place, TextsFor(person, home, caller));
        }

        var (newHome, newPlace) = await store.EnsurePlaceAsync(
            new Home { Id = caller.Home, Created = store.Now },
            new Place { Id = caller.Place, Home = caller.Home, Created = store.Now },
            cancellationToken);
        registry.Put(newHome);
        registry.Put(newPlace);
        return new Request(caller, newHome, newPlace, TextsFor(person, newHome, caller));
    }

    private static Texts TextsFor(Person person, Home home, Caller caller) => Languages.For(person.Language, home.Language, caller.Language);
}
