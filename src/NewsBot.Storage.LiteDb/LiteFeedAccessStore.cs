using System.Buffers.Binary;
using LiteDB;
using NewsBot.Core.Feeds;

namespace NewsBot.Storage.LiteDb;

/// <summary>The access of feeds in the collection "feed_access", each row encrypted and bound to its feed.</summary>
public sealed class LiteFeedAccessStore(LiteDatabaseHost host, SecretKey key) : IFeedAccessStore
{
    public Task SaveFeedAccessAsync(FeedId feed, FeedAccess access, CancellationToken cancellationToken)
    {
        var sealedText = key.Encrypt(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(access, StoreJson.Default.FeedAccess), RowOf(feed));
        return host.WriteAsync(database => database.GetCollection("feed_access").Upsert(new BsonDocument { ["_id"] = feed.Value, ["b"] = sealedText }), cancellationToken);
    }

    public Task<IReadOnlyList<StoredFeedAccess>> LoadFeedAccessAsync(CancellationToken cancellationToken) =>
        host.ReadAsync<IReadOnlyList<StoredFeedAccess>>(
            database => [.. Chunks.All(database.GetCollection("feed_access")).Select(row => Read(new FeedId(row["_id"].AsInt64), row["b"].AsBinary))],
            cancellationToken);

    private StoredFeedAccess Read(FeedId feed, byte[] sealedText) =>
        new(feed, key.Decrypt(sealedText, RowOf(feed)) is { } plain ? System.Text.Json.JsonSerializer.Deserialize(plain, StoreJson.Default.FeedAccess) : null);

    private static byte[] RowOf(FeedId feed)
    {
        var row = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(row, feed.Value);
        return row;
    }
}
