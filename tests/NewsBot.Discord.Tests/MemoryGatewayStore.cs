using NewsBot.Discord.Gateway;

namespace NewsBot.Discord.Tests;

/// <summary>Keeps what the gateway keeps as long as the test lives.</summary>
internal sealed class MemoryGatewayStore : IGatewayStore
{
    public Dictionary<ShardId, GatewaySession> Sessions { get; } = [];

    public IReadOnlyList<DateTimeOffset> Identifies { get; set; } = [];

    public Task<GatewaySession?> LoadSessionAsync(ShardId shard, CancellationToken cancellationToken)
    {
        lock (Sessions)
        {
            return Task.FromResult(Sessions.GetValueOrDefault(shard));
        }
    }

    public Task SaveSessionAsync(ShardId shard, GatewaySession? session, CancellationToken cancellationToken)
    {
        lock (Sessions)
        {
            Sessions.Remove(shard);
            if (session is not null)
            {
                Sessions.Add(shard, session);
            }
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<DateTimeOffset>> LoadIdentifiesAsync(CancellationToken cancellationToken) => Task.FromResult(Identifies);

    public Task SaveIdentifiesAsync(IReadOnlyList<DateTimeOffset> identifies, CancellationToken cancellationToken)
    {
        Identifies = [.. identifies];
        return Task.CompletedTask;
    }
}
