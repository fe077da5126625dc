using System.Globalization;
using LiteDB;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Storage.LiteDb;

/// <content>
/// The outbox: rows in "outbox", the ids of unfinished ones in "outbox_open", the rows of each place in "outbox_places" under "place id", and in "outbox_fans" what one article means for many places before anything was sent to them.
/// </content>
public sealed partial class LiteNewsStore
{
    private const int RecentRows = 500;

    public Task<IReadOnlyList<OutboxRow>> OpenDeliveriesAsync(CancellationToken cancellationToken) => host.ReadAsync<IReadOnlyList<OutboxRow>>(OpenDeliveries, cancellationToken);

    public Task SaveDeliveriesAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken) =>
        host.WriteAsync(
            database =>
            {
                foreach (var row in rows)
                {
                    SaveDelivery(database, row);
                }

                return rows.Count;
            },
            cancellationToken);

    public Task<IReadOnlyList<OutboxRow>> AddDeliveriesAsync(IReadOnlyList<PlannedDelivery> planned, Place? place, CancellationToken cancellationToken) =>
        host.WriteAsync<IReadOnlyList<OutboxRow>>(
            database =>
            {
                if (place is not null)
                {
                    database.GetCollection("places").Upsert(StoreJson.Write(place.Id.Value, place, StoreJson.Default.Place));
                }

                return AddDeliveries(database, planned);
            },
            cancellationToken);

    public Task<OutboxRow?> FindDeliveryAsync(DeliveryId id, CancellationToken cancellationToken) =>
        host.ReadAsync(database => FindDelivery(database, id), cancellationToken);

    public Task<IReadOnlyList<OutboxRow>> RecentDeliveriesAsync(PlaceId place, DateTimeOffset since, CancellationToken cancellationToken) =>
        host.ReadAsync<IReadOnlyList<OutboxRow>>(
            database => [.. NewestOf(database, place).TakeWhile(row => row.Created >= since).Take(RecentRows)],
            cancellationToken);

    public Task<IReadOnlyList<OutboxRow>> DeliveriesSinceAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        host.ReadAsync<IReadOnlyList<OutboxRow>>(
            database => [.. NewestFirst(database).TakeWhile(row => row.Created >= since).Take(limit).Concat(OpenDeliveries(database)).DistinctBy(row => row.Id).OrderBy(row => row.Id.Value)],
            cancellationToken);

    public Task<IReadOnlyList<OutboxRow>> DeliveriesOfAsync(PlaceId place, ArticleId article, CancellationToken cancellationToken) =>
        host.ReadAsync<IReadOnlyList<OutboxRow>>(
            database => [.. NewestOf(database, place).Where(row => row.Article == article).Take(RecentRows)],
            cancellationToken);

    private static List<OutboxRow> OpenDeliveries(LiteDatabase database)
    {
        var rows = database.GetCollection("outbox");
        var single = Chunks.All(database.GetCollection("outbox_open")).Select(open => rows.FindById(open["_id"])).Where(row => row is not null).Select(RowOf);
        var waiting = Chunks.All(database.GetCollection("outbox_fans")).SelectMany(fan => UntouchedRows(database, FanOut.Read(fan)));
        return [.. single.Concat(waiting).OrderBy(row => row.Id.Value)];
    }

    private static OutboxRow RowOf(BsonDocument document) => StoreJson.Read(document, StoreJson.Default.OutboxRow);

    private static OutboxRow? FindDelivery(LiteDatabase database, DeliveryId id)
    {
        if (database.GetCollection("outbox").FindById(id.Value) is { } found)
        {
            return RowOf(found);
        }

        return Chunks.Before(database.GetCollection("outbox_fans"), id.Value + 1, 1) is [var fan] ? FanOut.Read(fan).Rows().FirstOrDefault(row => row.Id == id) : null;
    }

    private static IEnumerable<OutboxRow> NewestFirst(LiteDatabase database)
    {
        var below = long.MaxValue;
        while (Chunks.Before(database.GetCollection("outbox"), below, Chunks.Size) is { Count: > 0 } chunk)
        {
            foreach (var document in chunk)
            {
                yield return RowOf(document);
            }

            below = chunk[^1]["_id"].AsInt64;
        }
    }

    private static IEnumerable<OutboxRow> NewestOf(LiteDatabase database, PlaceId place)
    {
        var rows = database.GetCollection("outbox");
        var below = PlaceKey(place, long.MaxValue);
        while (true)
        {
            var keys = database.GetCollection("outbox_places").Query()
                .Where(Query.And(Query.GTE("_id", PlaceKey(place, 0)), Query.LT("_id", below)))
                .OrderByDescending("_id").Limit(Chunks.Size).ToList();
            foreach (var key in keys)
            {
                if (rows.FindById(key["row"]) is { } found)
                {
                    yield return RowOf(found);
                }
            }

            if (keys.Count < Chunks.Size)
            {
                yield break;
            }

            below = keys[^1]["_id"].AsString;
        }
    }

    // Ids are padded so that their order as text is their order as numbers; a space occurs in no place.
    private static string PlaceKey(PlaceId place, long id) => string.Create(CultureInfo.InvariantCulture, $"{place.Value} {id:D19}");

    private List<OutboxRow> AddDeliveries(LiteDatabase database, IReadOnlyList<PlannedDelivery> planned)
    {
        if (planned.Count == 0)
        {
            return [];
        }

        var now = Now;
        var next = LiteIds.Next(database, "delivery", planned.Count);
        var rows = new List<OutboxRow>(planned.Count);
        foreach (var fan in FanOut.Split(planned, now))
        {
            var placed = fan with { First = next };
            next += placed.Count;
            var added = placed.Rows().ToList();
            if (placed.IsWorthIt)
            {
                database.GetCollection("outbox_fans").Insert(placed.Write());
            }
            else
            {
                added.ForEach(row => SaveDelivery(database, row));
            }

            rows.AddRange(added);
        }

        return rows;
    }

    /// <summary>Rows of the fan that have no document of their own yet: nothing was tried for them.</summary>
    private static List<OutboxRow> UntouchedRows(LiteDatabase database, FanOut fan)
    {
        var touched = new HashSet<long>();
        for (var from = fan.First; from < fan.First + fan.Count; from += Chunks.Size)
        {
            var to = Math.Min(from + Chunks.Size, fan.First + fan.Count) - 1;
            touched.UnionWith(database.GetCollection("outbox").Find(Query.Between("_id", from, to), 0, Chunks.Size).Select(row => row["_id"].AsInt64));
        }

        return [.. fan.Rows().Where(row => !touched.Contains(row.Id.Value))];
    }

    private static void SaveDelivery(LiteDatabase database, OutboxRow row)
    {
        var document = StoreJson.Write(row.Id.Value, row, StoreJson.Default.OutboxRow);
        if (database.GetCollection("outbox").Upsert(document))
        {
            database.GetCollection("outbox_places").Upsert(new BsonDocument { ["_id"] = PlaceKey(row.Place, row.Id.Value), ["row"] = row.Id.Value });
        }

        var open = database.GetCollection("outbox_open");
        if (row.IsOpen)
        {
            open.Upsert(new BsonDocument { ["_id"] = row.Id.Value });
        }
        else
        {
            open.Delete(row.Id.Value);
        }
    }

    private static void RemoveDeliveries(LiteDatabase database, PlaceId place)
    {
        foreach (var row in NewestOf(database, place).ToList())
        {
            database.GetCollection("outbox").Delete(row.Id.Value);
            database.GetCollection("outbox_open").Delete(row.Id.Value);
            database.GetCollection("outbox_places").Delete(PlaceKey(place, row.Id.Value));
        }

        foreach (var fan in Chunks.All(database.GetCollection("outbox_fans")).ToList())
        {
            if (FanOut.Read(fan).Without(place) is { } rest)
            {
                database.GetCollection("outbox_fans").Update(rest.Write());
            }
        }
    }
}
