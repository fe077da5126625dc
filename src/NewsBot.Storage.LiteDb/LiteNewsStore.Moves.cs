using LiteDB;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Storage.LiteDb;

/// <content>A place that goes on under another id takes everything along in one transaction.</content>
public sealed partial class LiteNewsStore
{
    public Task<MovedPlace> MovePlaceAsync(PlaceId from, PlaceId to, CancellationToken cancellationToken) =>
        host.WriteAsync(database => MovePlace(database, from, to), cancellationToken);

    private static MovedPlace MovePlace(LiteDatabase database, PlaceId from, PlaceId to)
    {
        MoveConversations(database, from, to);
        var places = database.GetCollection("places");
        if (places.FindById(from.Value) is not { } stored)
        {
            // Moved already; what was planned for the old id meanwhile follows.
            return new MovedPlace(new([], [], []), MoveDeliveries(database, from, to));
        }

        var place = StoreJson.Read(stored, StoreJson.Default.Place);
        var home = MoveHome(database, place.Home, from, to);
        var moved = place with { Id = to, Home = home.Id, Former = from };
        places.Delete(from.Value);
        places.Upsert(StoreJson.Write(to.Value, moved, StoreJson.Default.Place));
        var subscriptions = Chunks.All(database.GetCollection("subscriptions")).Select(document => StoreJson.Read(document, StoreJson.Default.Subscription))
            .Where(subscription => subscription.Place == from).Select(subscription => subscription with { Place = to, Home = home.Id }).ToList();
        subscriptions.ForEach(subscription => SaveSubscription(database, subscription));
        return new MovedPlace(new([home], [moved], subscriptions), MoveDeliveries(database, from, to));
    }

    /// <summary>Puts the new id into all rows and returns the unfinished ones, oldest first.</summary>
    private static IReadOnlyList<OutboxRow> MoveDeliveries(LiteDatabase database, PlaceId from, PlaceId to)
    {
        var rows = NewestOf(database, from).Select(row => row with { Place = to }).Reverse().ToList();
        foreach (var row in rows)
        {
            SaveDelivery(database, row);
            database.GetCollection("outbox_places").Delete(PlaceKey(from, row.Id.Value));
            database.GetCollection("outbox_places").Upsert(new BsonDocument { ["_id"] = PlaceKey(to, row.Id.Value), ["row"] = row.Id.Value });
        }

        return [.. rows.Where(row => row.IsOpen), .. MoveFans(database, from, to)];
    }

    /// <summary>The home under its new id where it is the same chat as the place.</summary>
    private static Home MoveHome(LiteDatabase database, HomeId id, PlaceId from, PlaceId to)
    {
        var homes = database.GetCollection("homes");
        var home = StoreJson.Read(homes.FindById(id.Value), StoreJson.Default.Home);
        var moved = home with { Id = id.Value == from.Value ? new HomeId(to.Value) : id, Notices = home.Notices == from ? to : home.Notices };
        if (moved.Id != id)
        {
            homes.Delete(id.Value);
        }

        homes.Upsert(StoreJson.Write(moved.Id.Value, moved, StoreJson.Default.Home));
        return moved;
    }

    /// <summary>Puts the new id into fans and returns their untouched rows for it.</summary>
    private static List<OutboxRow> MoveFans(LiteDatabase database, PlaceId from, PlaceId to)
    {
        var rows = new List<OutboxRow>();
        foreach (var document in Chunks.All(database.GetCollection("outbox_fans")).ToList())
        {
            if (FanOut.Read(document).Moved(from, to) is { } fan)
            {
                database.GetCollection("outbox_fans").Update(fan.Write());
                rows.AddRange(UntouchedRows(database, fan).Where(row => row.Place == to));
            }
        }

        return rows;
    }
}
