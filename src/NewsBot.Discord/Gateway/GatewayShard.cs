using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace NewsBot.Discord.Gateway;

/// <summary>Carries out what <see cref="ShardMachine"/> decides: one loop that feeds it events and does its actions in order. Holds no decision of its own.</summary>
internal sealed partial class GatewayShard(ShardId shard, GatewayPorts ports, GatewayEvents events, ILogger<GatewayShard> logger) : IAsyncDisposable
{
    private const int MostQueued = 256;

    /// <summary>For events that belong to no connection.</summary>
    private const int AnyConnection = -1;

    private readonly ShardMachine _machine = new(ports.Random);
    private readonly Channel<(int Connection, ShardEvent Occurred)> _inbox = Channel.CreateBounded<(int, ShardEvent)>(MostQueued);
    private readonly CancellationTokenSource _ended = new();
    private readonly List<Task> _errands = [];
    private ShardState _state = ShardState.Initial;
    private GatewayConnection? _connection;
    private int _number;
    private volatile ShardEvent.Stop? _stop;

    public ShardState State => Volatile.Read(ref _state);

    /// <summary>Ends when it was stopped, or when Discord will never take it. Cancelling stops it for a restart: the session is kept.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var timer = ports.Clock.Time.CreateTimer(_ => _inbox.Writer.TryWrite((AnyConnection, new ShardEvent.Tick())), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var cancelling = cancellationToken.UnsafeRegister(_ => Stop(isFinal: false), null);
        await ApplyAsync(new ShardEvent.Start(await ports.Store.LoadSessionAsync(shard, CancellationToken.None)));
        while (!_state.IsOver)
        {
            timer.Change(DueIn(), Timeout.InfiniteTimeSpan);
            var (connection, occurred) = await _inbox.Reader.ReadAsync(CancellationToken.None);
            if (_stop is { } stop)
            {
                await ApplyAsync(stop);
            }
            else if (connection == AnyConnection || connection == _number)
            {
                LetGo(occurred);
                await ApplyAsync(occurred);
            }
        }

        await _ended.CancelAsync();
        await Task.WhenAll(_errands);
    }

    /// <param name="isFinal">True ends the session at Discord too.</param>
    public void Stop(bool isFinal)
    {
        _stop = new ShardEvent.Stop(isFinal);
        _inbox.Writer.TryWrite((AnyConnection, _stop));
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
        {
            await connection.DisposeAsync();
        }

        _ended.Dispose();
    }

    private TimeSpan DueIn() => _state.NextDue is { } due
        ? TimeSpan.FromMilliseconds(Math.Clamp(Math.Ceiling((due - ports.Clock.Now).TotalMilliseconds), 0, TimeSpan.FromDays(1).TotalMilliseconds))
        : Timeout.InfiniteTimeSpan;

    private async Task ApplyAsync(ShardEvent occurred)
    {
        var before = _state.Phase;
        var step = _machine.Next(_state, occurred, ports.Clock.Now);
        Volatile.Write(ref _state, step.State);
        if (step.State.Phase != before)
        {
            LogPhase(logger, shard, before, step.State.Phase);
        }

        foreach (var action in step.Actions)
        {
            await PerformAsync(action);
        }
    }

    private async Task PerformAsync(ShardAction action)
    {
        switch (action)
        {
            case ShardAction.FindGateway:
                Run(FindAsync(_ended.Token));
                break;
            case ShardAction.Connect connect:
                Connect(connect.Url);
                break;
            case ShardAction.Close close:
                Close(close.Code);
                break;
            case ShardAction.AskToIdentify:
                Run(AskToIdentifyAsync(_number, _connection!.Stopped));
                break;
            case ShardAction.SendIdentify:
                await SendAsync(GatewayPayloads.Identify(ports.Account, shard));
                break;
            case ShardAction.SendResume resume:
                await SendAsync(GatewayPayloads.Resume(ports.Account, resume.Session));
                break;
            case ShardAction.SendHeartbeat heartbeat:
                await SendAsync(GatewayPayloads.Heartbeat(heartbeat.Sequence));
                break;
            case ShardAction.Dispatch dispatch:
                events.Offer(dispatch.Type, dispatch.Data, ports.Clock.Now);
                break;
            case ShardAction.SaveSession save:
                await SaveAsync(save.Session);
                break;
            case ShardAction.GiveUp giveUp:
                ports.Gate.Shut(giveUp.Advice);
                LogFatal(logger, shard, giveUp.Code, giveUp.Advice);
                break;
            case ShardAction.Warn warn:
                LogTrouble(logger, shard, warn.Message);
                break;
            default:
                throw new InvalidOperationException($"No action {action.GetType().Name}.");
        }
    }

    private void Connect(Uri url)
    {
        var number = ++_number;
        _connection = new GatewayConnection(occurred => _inbox.Writer.WriteAsync((number, occurred), _ended.Token), ports.Dial, ports.Clock.Time);
        _connection.Open(url);
    }

    /// <summary>A connection that ended by itself.</summary>
    private void LetGo(ShardEvent occurred)
    {
        if (occurred is ShardEvent.Closed or ShardEvent.ConnectFailed && _connection is { } connection)
        {
            _number++;
            _connection = null;
            Run(connection.DisposeAsync().AsTask());
        }
    }

    /// <summary>From here on nothing of the connection counts, also what is already in the inbox.</summary>
    private void Close(int code)
    {
        _number++;
        if (_connection is { } connection)
        {
            _connection = null;
            Run(connection.CloseAsync(code));
        }
    }

    private Task SendAsync(byte[] payload) => _connection?.SendAsync(payload) ?? Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Debug, Message = "Shard {Shard}: {Before} to {After}")]
    private static partial void LogPhase(ILogger logger, ShardId shard, ShardPhase before, ShardPhase after);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Shard {Shard}: {Trouble}")]
    private static partial void LogTrouble(ILogger logger, ShardId shard, string trouble);

    [LoggerMessage(Level = LogLevel.Error, Message = "Shard {Shard}: something failed that should not")]
    private static partial void LogFailed(ILogger logger, Exception exception, ShardId shard);

    [LoggerMessage(Level = LogLevel.Error, Message = "Shard {Shard} stops for good (code {Code}): {Advice}")]
    private static partial void LogFatal(ILogger logger, ShardId shard, int? code, string advice);
}
