using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LiteDB;
using NewsBot.Core.Articles;
using NewsBot.Core.Articles.Enrichment;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Inbox;
using NewsBot.Core.Reports;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Storage.LiteDb;

/// <summary>How records lie in a document: one JSON text in field "j" beside the keys that are queried, so that a record gains a property without a migration.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(Feed))]
[JsonSerializable(typeof(FeedMemory))]
[JsonSerializable(typeof(FeedAccess))]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(EnrichmentTask))]
[JsonSerializable(typeof(Home))]
[JsonSerializable(typeof(Place))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(Subscription))]
[JsonSerializable(typeof(OutboxRow))]
[JsonSerializable(typeof(FanOut))]
[JsonSerializable(typeof(ListView))]
[JsonSerializable(typeof(Dialog))]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(InboxRow))]
internal sealed partial class StoreJson : JsonSerializerContext
{
    public static BsonDocument Write<T>(BsonValue id, T value, JsonTypeInfo<T> type) => new() { ["_id"] = id, ["j"] = System.Text.Json.JsonSerializer.Serialize(value, type) };

    public static T Read<T>(BsonDocument document, JsonTypeInfo<T> type) =>
        System.Text.Json.JsonSerializer.Deserialize(document["j"].AsString, type)
        ?? throw new InvalidDataException($"The stored document {document["_id"]} is empty.");
}
