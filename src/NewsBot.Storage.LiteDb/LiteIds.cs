using LiteDB;

namespace NewsBot.Storage.LiteDb;

/// <summary>Hands out increasing numbers inside a write operation. Gaps are possible, repeats are not.</summary>
internal static class LiteIds
{
    public static long Next(LiteDatabase database, string sequence, int count = 1)
    {
        var meta = database.GetCollection("meta");
        var key = "next-" + sequence;
        var document = meta.FindById(key) ?? new BsonDocument { ["_id"] = key, ["value"] = 1L };
        var first = document["value"].AsInt64;
        document["value"] = first + count;
        meta.Upsert(document);
        return first;
    }
}
