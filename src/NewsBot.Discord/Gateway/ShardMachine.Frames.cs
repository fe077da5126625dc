using System.Text.Json;

namespace NewsBot.Discord.Gateway;

internal sealed partial class ShardMachine
{
    private Step OnFrame(ShardState state, GatewayFrame frame, TimeSpan now) => frame.Op switch
    {
        GatewayOp.Hello when state is { Phase: ShardPhase.Handshake, Heartbeat: null } => OnHello(state, frame.Data, now),
        GatewayOp.Dispatch when state.Phase is ShardPhase.Waiting or ShardPhase.Live => OnDispatch(state, frame, now),
        GatewayOp.Heartbeat => OnBeatAsked(state, now),
        GatewayOp.HeartbeatAck => new(state with { Heartbeat = state.Heartbeat is { } beat ? beat with { IsAcknowledged = true, Latency = now - beat.SentAt } : null }, []),
        GatewayOp.Reconnect => Lose(state, now),
        GatewayOp.InvalidSession when frame.Data.ValueKind == JsonValueKind.True => Lose(state, now),
        GatewayOp.InvalidSession => OnSessionInvalid(state, now),
        _ => new(state, []),
    };

    private Step OnHello(ShardState state, JsonElement data, TimeSpan now)
    {
        if (!data.TryNumber("heartbeat_interval", out var milliseconds) || milliseconds <= 0)
        {
            return Lose(state, now);
        }

        var interval = TimeSpan.FromMilliseconds(milliseconds);
        var greeted = state with { Deadline = null, Heartbeat = new Heartbeat(interval, now + (interval * random.NextDouble()), now, true, null) };
        return greeted.Session is { } session
            ? Await(greeted, [new ShardAction.SendResume(session)], now)
            : new(greeted, [new ShardAction.AskToIdentify()]);
    }

    private Step OnDispatch(ShardState state, GatewayFrame frame, TimeSpan now)
    {
        if (frame is not { Type: { } type, Sequence: { } sequence })
        {
            return new(state, []);
        }

        return type switch
        {
            "READY" => OnReady(state, frame.Data, sequence, now),
            "RESUMED" => Live(Sequenced(state, sequence), frame, now),
            _ => new(Sequenced(state, sequence), [new ShardAction.Dispatch(type, frame.Data)]),
        };
    }

    private Step OnReady(ShardState state, JsonElement data, long sequence, TimeSpan now)
    {
        if (data.TryText("session_id") is not { Length: > 0 } id || !Uri.TryCreate(data.TryText("resume_gateway_url"), UriKind.Absolute, out var url))
        {
            return BackOff(state with { Session = null }, now, [new ShardAction.Close(CloseCode.KeepSession), new ShardAction.Warn("Discord's READY names no session.")]);
        }

        return Live(state with { Session = new GatewaySession(id, url, sequence) }, new GatewayFrame(GatewayOp.Dispatch, data, sequence, "READY"), now);
    }

    private static Step Live(ShardState state, GatewayFrame frame, TimeSpan now) => new(
        state with { Phase = ShardPhase.Live, Deadline = null, LiveSince = now, ResumeFailures = 0 },
        [new ShardAction.SaveSession(state.Session), new ShardAction.Dispatch(frame.Type!, frame.Data)]);

    private static ShardState Sequenced(ShardState state, long sequence) =>
        state.Session is { } session ? state with { Session = session with { Sequence = sequence } } : state;

    /// <summary>Discord asks for 1 to 5 s before the next identify (docs.discord.com/developers/events/gateway, "Resuming").</summary>
    private Step OnSessionInvalid(ShardState state, TimeSpan now)
    {
        var lost = BackOff(state with { Session = null, ResumeFailures = 0 }, now, [new ShardAction.SaveSession(null), new ShardAction.Close(CloseCode.KeepSession)]);
        var asked = now + TimeSpan.FromSeconds(1 + (4 * random.NextDouble()));
        return lost with { State = lost.State with { Deadline = lost.State.Deadline > asked ? lost.State.Deadline : asked } };
    }

    private Step OnClosed(ShardState state, int? code, TimeSpan now) => CloseCode.RecoveryOf(code) switch
    {
        Recovery.Fatal => GiveUp(state, code, CloseCode.AdviceOf(code!.Value)),
        Recovery.NewSession => BackOff(state with { Session = null, ResumeFailures = 0 }, now, [new ShardAction.SaveSession(null)]),
        Recovery.Pause => new(Closed(state) with { Phase = ShardPhase.BackingOff, Deadline = now + SendPause }, [new ShardAction.Warn("Discord closed the gateway because the bot sent too much.")]),
        Recovery.Resume when state.Phase == ShardPhase.Connecting => OnConnectFailed(state, now, []),
        Recovery.Resume => BackOff(state, now, []),
        var other => throw new InvalidOperationException($"No recovery {other}."),
    };
}
