using NewsBot.Discord.Rest;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Gateway;

/// <summary>Asks for the gateway's address; shards that start together share one answer.</summary>
internal sealed class GatewayFinder(DiscordApi api, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private (GatewayBot Gateway, long At)? _last;

    public async Task<RestResult<GatewayBot>> FindAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_last is { } last && time.GetElapsedTime(last.At) < GoodFor)
            {
                return new RestResult<GatewayBot>.Ok(last.Gateway);
            }

            var found = await api.GetGatewayAsync(cancellationToken);
            _last = found.ValueOrDefault is { } gateway ? (gateway, time.GetTimestamp()) : null;
            return found;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
