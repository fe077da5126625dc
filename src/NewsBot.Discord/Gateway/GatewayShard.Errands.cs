using NewsBot.Discord.Rest;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Gateway;

/// <summary>What takes time and comes back as an event, so that the loop never waits.</summary>
internal sealed partial class GatewayShard
{
    private async Task FindAsync(CancellationToken cancellationToken)
    {
        var found = await ports.Finder.FindAsync(cancellationToken);
        ShardEvent occurred = found switch
        {
            RestResult<GatewayBot>.Ok { Value: var gateway } when Uri.TryCreate(gateway.Url, UriKind.Absolute, out var url) => Found(gateway, url),
            RestResult<GatewayBot>.Failed { Failure: DiscordFailure.TokenRefused } => new ShardEvent.GatewayNotFound("the token is refused", IsTokenRefused: true),
            _ => new ShardEvent.GatewayNotFound($"Discord's gateway cannot be found: {found}", IsTokenRefused: false),
        };
        await _inbox.Writer.WriteAsync((AnyConnection, occurred), cancellationToken);
    }

    private ShardEvent.GatewayFound Found(GatewayBot gateway, Uri url)
    {
        ports.Identifies.MaxConcurrency = gateway.SessionStartLimit.MaxConcurrency;
        return new(url, gateway.SessionStartLimit.Remaining, TimeSpan.FromMilliseconds(gateway.SessionStartLimit.ResetAfter));
    }

    private async Task AskToIdentifyAsync(int connection, CancellationToken cancellationToken)
    {
        var wait = await ports.Identifies.EnterAsync(shard, cancellationToken);
        await _inbox.Writer.WriteAsync((connection, wait is { } until ? new ShardEvent.IdentifyRefused(until) : new ShardEvent.IdentifyAllowed()), cancellationToken);
    }

    private void Run(Task errand)
    {
        _errands.RemoveAll(task => task.IsCompletedSuccessfully);
        _errands.Add(FinishAsync(errand, _number));
    }

    private async Task FinishAsync(Task errand, int connection)
    {
        try
        {
            await errand;
        }
        catch (OperationCanceledException)
        {
            // Its connection or the shard ended; nobody waits for the answer.
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(logger, e, shard);
            _inbox.Writer.TryWrite((connection, new ShardEvent.Garbled()));
        }
    }

    /// <summary>Without it the next start identifies anew, which is no reason to fall silent now.</summary>
    private async Task SaveAsync(GatewaySession? session)
    {
        try
        {
            await ports.Store.SaveSessionAsync(shard, session, CancellationToken.None);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(logger, e, shard);
        }
    }
}
