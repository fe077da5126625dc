using LiteDB;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Storage.LiteDb;

/// <summary>One article for many places in one document: a row of the outbox is written only when something is tried for its place. Ids are consecutive from <see cref="First"/>.</summary>
/// <param name="Targets">What differs from row to row; an empty place was removed since.</param>
internal sealed record FanOut(long First, DateTimeOffset Created, PlannedDelivery Common, IReadOnlyList<FanTarget> Targets)
{
    private const int Most = 500;
    private const int WorthFrom = 20;

    public int Count => Targets.Count;

    /// <summary>True when one document is cheaper than a row for each place.</summary>
    public bool IsWorthIt => Count >= WorthFrom;

    /// <summary>
    /// Gathers what differs by place, subscription and changed message only. What is planned for one place stays in its order, as the runs stand in the order of their first.
    /// </summary>
    public static IEnumerable<FanOut> Split(IReadOnlyList<PlannedDelivery> planned, DateTimeOffset created) =>
        planned.GroupBy(CommonOf).SelectMany(run => run.Chunk(Most).Select(chunk => new FanOut(0, created, run.Key, [.. chunk.Select(one => new FanTarget(one.Place, one.Subscription, one.Target))])));

    public static FanOut Read(BsonDocument document) => StoreJson.Read(document, StoreJson.Default.FanOut);

    public BsonDocument Write() => StoreJson.Write(First, this, StoreJson.Default.FanOut);

    public IEnumerable<OutboxRow> Rows() => Targets
        .Select((target, index) => (Common with { Place = target.Place, Subscription = target.Subscription, Target = target.Target }).RowOf(new DeliveryId(First + index), Created))
        .Where(row => row.Place.Value.Length > 0);

    /// <summary>Null when the place is none of its targets.</summary>
    public FanOut? Without(PlaceId place) => Moved(place, new PlaceId(""));

    /// <summary>Null when the place is none of its targets.</summary>
    public FanOut? Moved(PlaceId from, PlaceId to) =>
        Targets.Any(target => target.Place == from) ? this with { Targets = [.. Targets.Select(target => target.Place == from ? target with { Place = to } : target)] } : null;

    private static PlannedDelivery CommonOf(PlannedDelivery planned) => planned with { Place = new PlaceId(""), Subscription = default, Target = null };
}

/// <summary>One place of a <see cref="FanOut"/>.</summary>
/// <param name="Target">The row whose message is changed or answered, or null.</param>
internal sealed record FanTarget(PlaceId Place, SubscriptionId Subscription, DeliveryId? Target = null);
