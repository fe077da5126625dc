using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Gateway;

/// <summary>Writes what the bot sends to the gateway. Pure.</summary>
internal static class GatewayPayloads
{
    /// <summary>docs.discord.com/developers/events/gateway, "Sending Events": more closes the connection with 4002.</summary>
    public const int MostBytes = 4096;

    /// <summary>Servers and their channels; interactions come without an intent.</summary>
    private const int GuildsIntent = 1 << 0;

    public static byte[] Heartbeat(long? sequence) => Bytes(new(GatewayOp.Heartbeat, sequence), GatewayJson.Default.OutgoingNullableInt64);

    public static byte[] Identify(DiscordAccount account, ShardId shard) => Bytes(
        new(GatewayOp.Identify, new IdentifyData(account.Token, GuildsIntent, [shard.Index, shard.Count], new ConnectionProperties("linux", "newsbot", "newsbot"))),
        GatewayJson.Default.OutgoingIdentifyData);

    public static byte[] Resume(DiscordAccount account, GatewaySession session) =>
        Bytes(new(GatewayOp.Resume, new ResumeData(account.Token, session.Id, session.Sequence)), GatewayJson.Default.OutgoingResumeData);

    private static byte[] Bytes<T>(Outgoing<T> payload, System.Text.Json.Serialization.Metadata.JsonTypeInfo<Outgoing<T>> type)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(payload, type);
        return bytes.Length <= MostBytes ? bytes : throw new InvalidOperationException($"A gateway payload of {bytes.Length} bytes is longer than Discord takes.");
    }
}

internal sealed record Outgoing<T>([property: JsonPropertyName("op")] int Op, [property: JsonPropertyName("d")] T Data);

internal sealed record IdentifyData(string Token, int Intents, IReadOnlyList<int> Shard, ConnectionProperties Properties);

internal sealed record ConnectionProperties(string Os, string Browser, string Device);

internal sealed record ResumeData(string Token, string SessionId, [property: JsonPropertyName("seq")] long Sequence);

/// <summary>The gateway's frames without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(GatewayFrame))]
[JsonSerializable(typeof(Outgoing<long?>))]
[JsonSerializable(typeof(Outgoing<IdentifyData>))]
[JsonSerializable(typeof(Outgoing<ResumeData>))]
internal sealed partial class GatewayJson : JsonSerializerContext;
