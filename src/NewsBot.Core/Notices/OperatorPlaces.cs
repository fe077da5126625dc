using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Notices;

/// <summary>Where the operators are reached: the terminal, the private chats that the settings name and that of whoever claimed the instance, as far as they ever wrote to the bot.</summary>
/// <param name="named">Of the settings; a private chat has the id of its person.</param>
public sealed class OperatorPlaces(INewsStore store, SubscriptionRegistry registry, IReadOnlyList<PlaceId> named)
{
    /// <summary>Under which the store keeps who claimed the instance.</summary>
    public const string ClaimedBy = "operator:claimed-by";

    private const string Terminal = "terminal:";

    /// <summary>Each once; none where nobody wrote yet.</summary>
    public async Task<IReadOnlyList<Place>> FindAsync(CancellationToken cancellationToken)
    {
        var claimed = await store.FindStateAsync(ClaimedBy, cancellationToken) is { } person ? [new PlaceId(person)] : Array.Empty<PlaceId>();
        var terminals = registry.Homes.Where(home => home.Id.Value.StartsWith(Terminal, StringComparison.Ordinal)).Select(home => new PlaceId(home.Id.Value));
        return [.. named.Concat(claimed).Concat(terminals).Select(registry.Find).OfType<Place>().DistinctBy(place => place.Id)];
    }
}
