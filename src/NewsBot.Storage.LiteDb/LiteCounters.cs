using LiteDB;

namespace NewsBot.Storage.LiteDb;

/// <summary>Running totals kept inside the transactions that change them, as counting a collection walks all of it.</summary>
internal static class LiteCounters
{
    public static void Add(LiteDatabase database, string name, long amount)
    {
        var meta = database.GetCollection("meta");
        var counter = meta.FindById(name) ?? new BsonDocument { ["_id"] = name, ["value"] = 0L };
        counter["value"] = counter["value"].AsInt64 + amount;
        meta.Upsert(counter);
    }
}
