using Microsoft.Extensions.Logging;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Gateway;

/// <summary>Holds the bot's connection to Discord: as many shards as Discord recommends, one for a self-hosted bot, their events in one queue.</summary>
/// <param name="shards">How many; 0 leaves it to Discord.</param>
internal sealed partial class DiscordGateway(GatewayPorts ports, int shards, GatewayEvents events, ILoggerFactory loggers)
{
    private const int MostShards = 64;
    private readonly ILogger<DiscordGateway> _logger = loggers.CreateLogger<DiscordGateway>();

    /// <summary>Empty until the number of shards is known.</summary>
    public IReadOnlyList<GatewayShard> Shards { get; private set; } = [];

    /// <summary>Ends when it is cancelled (the sessions are kept for the next start) or when Discord refuses the bot for good, see <see cref="TokenGate"/>.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await CountAsync(cancellationToken) is { } count)
            {
                Shards = [.. Enumerable.Range(0, count).Select(index => new GatewayShard(new ShardId(index, count), ports, events, loggers.CreateLogger<GatewayShard>()))];
                await RunShardsAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped before the number of shards was known: there is no session to keep.
        }
        finally
        {
            events.Complete();
        }
    }

    /// <summary>Once one shard is refused for good, the others are too.</summary>
    private async Task RunShardsAsync(CancellationToken cancellationToken)
    {
        using var refused = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAll(Shards.Select(async shard =>
        {
            await using (shard)
            {
                await shard.RunAsync(refused.Token);
            }

            await refused.CancelAsync();
        }));
    }

    /// <summary>Null when Discord refuses the bot.</summary>
    private async Task<int?> CountAsync(CancellationToken cancellationToken)
    {
        for (var failures = 1; shards == 0; failures++)
        {
            switch (await ports.Finder.FindAsync(cancellationToken))
            {
                case RestResult<GatewayBot>.Ok found:
                    return Math.Clamp(found.Value.Shards, 1, MostShards);
                case RestResult<GatewayBot>.Failed { Failure: DiscordFailure.TokenRefused refused }:
                    LogRefused(_logger, refused.Advice);
                    return null;
                case RestResult<GatewayBot>.Failed { Failure: var failure }:
                    LogNotFound(_logger, failure);
                    await Task.Delay(Backoff.After(failures, ports.Random), ports.Clock.Time, cancellationToken);
                    break;
                default:
                    throw new InvalidOperationException("No such result.");
            }
        }

        return Math.Min(shards, MostShards);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord stays off: {Advice}")]
    private static partial void LogRefused(ILogger logger, string advice);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord's gateway cannot be found yet: {Failure}")]
    private static partial void LogNotFound(ILogger logger, DiscordFailure failure);
}
