using LiteDB;

namespace NewsBot.Storage.LiteDb;

/// <summary>The only ways to walk a collection: short ranges by id. A live cursor over a whole collection keeps every page in memory (litedb-org/LiteDB#2813).</summary>
internal static class Chunks
{
    public const int Size = 500;

    /// <summary>At most <see cref="Size"/> documents with a higher id, in id order.</summary>
    public static List<BsonDocument> After(ILiteCollection<BsonDocument> collection, BsonValue id, int limit) =>
        [.. collection.Find(Query.GT("_id", id), 0, Math.Min(limit, Size))];

    /// <summary>At most <see cref="Size"/> documents with a lower id, highest first.</summary>
    public static List<BsonDocument> Before(ILiteCollection<BsonDocument> collection, long below, int limit) =>
        collection.Query().Where(Query.LT("_id", below)).OrderByDescending("_id").Limit(Math.Min(limit, Size)).ToList();

    /// <summary>Every document, read in ranges.</summary>
    public static IEnumerable<BsonDocument> All(ILiteCollection<BsonDocument> collection)
    {
        var last = BsonValue.MinValue;
        while (After(collection, last, Size) is { Count: > 0 } chunk)
        {
            foreach (var document in chunk)
            {
                yield return document;
            }

            last = chunk[^1]["_id"];
        }
    }
}
