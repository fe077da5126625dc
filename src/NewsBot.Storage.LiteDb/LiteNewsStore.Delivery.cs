using LiteDB;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Storage.LiteDb;

/// <content>The outbox: every row in "outbox", the ids of the unfinished ones in "outbox_open".</content>
public sealed partial class LiteNewsStore
{
    private const int RecentRows = 500;

    public Task<IReadOnlyList<OutboxRow>> OpenDeliveriesAsync(CancellationToken cancellationToken) =>
        host.ReadAsync<IReadOnlyList<OutboxRow>>(
            database =>
            {
                var rows = database.GetCollection("outbox");
                return [.. Chunks.All(database.GetCollection("outbox_open")).Select(open => rows.FindById(open["_id"])).Where(row => row is not null).Select(RowOf)];
            },
            cancellationToken);

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

    public Task<IReadOnlyList<OutboxRow>> RecentDeliveriesAsync(PlaceId place, DateTimeOffset since, CancellationToken cancellationToken) =>
        host.ReadAsync<IReadOnlyList<OutboxRow>>(
            database => [.. NewestFirst(database).TakeWhile(row => row.Created >= since).Where(row => row.Place == place).Take(RecentRows)],
            cancellationToken);

    public Task<IReadOnlyList<OutboxRow>> DeliveriesOfAsync(PlaceId place, ArticleId article, CancellationToken cancellationToken) =>
        host.ReadAsync<IReadOnlyList<OutboxRow>>(
            database => [.. NewestFirst(database).Where(row => row.Place == place && row.Article == article).Take(RecentRows)],
            cancellationToken);

    private static OutboxRow RowOf(BsonDocument document) => StoreJson.Read(document, StoreJson.Default.OutboxRow);

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

    private static void SaveDelivery(LiteDatabase database, OutboxRow row)
    {
        var document = StoreJson.Write(row.Id.Value, row, StoreJson.Default.OutboxRow);
        document["p"] = row.Place.Value;
        database.GetCollection("outbox").Upsert(document);
        var open = database.GetCollection("outbox_open");
        if (row.State is DeliveryState.Queued or DeliveryState.Sending or DeliveryState.Unknown)
        {
            open.Upsert(new BsonDocument { ["_id"] = row.Id.Value });
        }
        else
        {
            open.Delete(row.Id.Value);
        }
    }
}
