using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Discord.Gateway;

/// <summary>One message of the gateway, as it comes.</summary>
/// <param name="Sequence">Of events (op 0) only.</param>
/// <param name="Type">Of events (op 0) only.</param>
internal sealed record GatewayFrame(
    [property: JsonPropertyName("op")] int Op,
    [property: JsonPropertyName("d")] JsonElement Data,
    [property: JsonPropertyName("s")] long? Sequence,
    [property: JsonPropertyName("t")] string? Type);

/// <summary>The operations of gateway v10 that a bot meets.</summary>
internal static class GatewayOp
{
    public const int Dispatch = 0;
    public const int Heartbeat = 1;
    public const int Identify = 2;
    public const int Resume = 6;
    public const int Reconnect = 7;
    public const int InvalidSession = 9;
    public const int Hello = 10;
    public const int HeartbeatAck = 11;
}
