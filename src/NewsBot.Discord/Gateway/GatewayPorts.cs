using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Gateway;

/// <summary>What all shards of a bot share.</summary>
internal sealed record GatewayPorts
{
    public required DiscordAccount Account { get; init; }

    public required GatewayFinder Finder { get; init; }

    public required IdentifyGate Identifies { get; init; }

    public required IGatewayStore Store { get; init; }

    public required TokenGate Gate { get; init; }

    public required Random Random { get; init; }

    public GatewayDialer Dial { get; init; } = GatewayConnection.DialAsync;

    public required ClientClock Clock { get; init; }
}
