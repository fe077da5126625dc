namespace NewsBot.Discord.Gateway;

/// <summary>
/// One shard of gateway v10 as a function of (state, event, now): no socket, no clock, no wait; the same random numbers give the same steps. A connection is resumed wherever Discord
/// allows it, identifies are saved, and nothing is tried again once Discord said never.
/// </summary>
internal sealed partial class ShardMachine(Random random)
{
    private const int MostResumeFailures = 3;
    private const int MostQuickResumes = 10;

    /// <summary>Of 120 in 60 s (close 4008), of which our own beats need a few.</summary>
    private const int MostAskedBeats = 100;

    private static readonly TimeSpan QuickResume = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan HelloTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ReadyTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SendWindow = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan SendPause = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan SteadyAfter = TimeSpan.FromSeconds(60);

    public Step Next(ShardState state, ShardEvent occurred, TimeSpan now) => (state.Phase, occurred) switch
    {
        (ShardPhase.Fatal or ShardPhase.Stopped, _) => new(state, []),
        (ShardPhase.Idle, ShardEvent.Start start) => Find(state with { Session = start.Session }),
        (_, ShardEvent.Stop stop) => Stop(state, stop.IsFinal),
        (ShardPhase.Finding, ShardEvent.GatewayFound found) => OnFound(state, found, now),
        (ShardPhase.Finding, ShardEvent.GatewayNotFound { IsTokenRefused: true }) => GiveUp(state, null, CloseCode.AdviceOf(4004)),
        (ShardPhase.Finding, ShardEvent.GatewayNotFound lost) => BackOff(state, now, [new ShardAction.Warn(lost.Reason)]),
        (ShardPhase.Connecting, ShardEvent.Opened) => new(state with { Phase = ShardPhase.Handshake, Deadline = now + HelloTimeout }, []),
        (ShardPhase.Connecting, ShardEvent.ConnectFailed failed) => OnConnectFailed(state, now, [new ShardAction.Warn(failed.Reason)]),
        (ShardPhase.BackingOff, ShardEvent.Tick) => OnBackoffOver(state, now),
        (_, ShardEvent.Tick) => OnTick(state, now),
        (ShardPhase.Handshake, ShardEvent.IdentifyAllowed) when state.Heartbeat is not null => Await(state, [new ShardAction.SendIdentify()], now),
        (ShardPhase.Handshake, ShardEvent.IdentifyRefused refused) => OnIdentifyRefused(state, refused.Wait, now),
        (ShardPhase.Handshake or ShardPhase.Waiting or ShardPhase.Live, ShardEvent.Received received) => OnFrame(state, received.Frame, now),
        (not ShardPhase.Idle and not ShardPhase.BackingOff, ShardEvent.Garbled) => Lose(state, now),
        (ShardPhase.Connecting or ShardPhase.Handshake or ShardPhase.Waiting or ShardPhase.Live, ShardEvent.Closed closed) => OnClosed(state, closed.Code, now),
        _ => new(state, []),
    };

    private static Step Find(ShardState state) =>
        new(state with { Phase = ShardPhase.Finding, Deadline = null, Heartbeat = null }, [new ShardAction.FindGateway()]);

    private static Step OnFound(ShardState state, ShardEvent.GatewayFound found, TimeSpan now)
    {
        var known = state with { Url = found.Url };
        return found.Remaining > 0 || known.Session is not null
            ? Connect(known, found.Url, now)
            : new(known with { Phase = ShardPhase.BackingOff, Deadline = now + found.ResetAfter }, [new ShardAction.Warn("All identifies of the day are used up.")]);
    }

    private static Step Connect(ShardState state, Uri fallback, TimeSpan now)
    {
        var url = state.Session is { } session && state.ResumeFailures < MostResumeFailures ? session.ResumeUrl : fallback;
        var connecting = state with { Phase = ShardPhase.Connecting, Deadline = now + HelloTimeout, Heartbeat = null, LiveSince = null, Sends = [] };
        return new(connecting, [new ShardAction.Connect(Versioned(url))]);
    }

    private static Uri Versioned(Uri url) => new UriBuilder(url) { Query = "v=10&encoding=json" }.Uri;

    private Step OnConnectFailed(ShardState state, TimeSpan now, IReadOnlyList<ShardAction> actions) =>
        BackOff(state with { ResumeFailures = state.Session is null ? 0 : state.ResumeFailures + 1 }, now, actions);

    private static Step OnBackoffOver(ShardState state, TimeSpan now)
    {
        if (now < state.Deadline)
        {
            return new(state, []);
        }

        return state.Session is { } session && state.ResumeFailures < MostResumeFailures ? Connect(state, session.ResumeUrl, now) : Find(state);
    }

    private Step OnTick(ShardState state, TimeSpan now)
    {
        if (state.Phase == ShardPhase.Connecting && now >= state.Deadline)
        {
            return OnConnectFailed(state, now, [new ShardAction.Close(CloseCode.KeepSession), new ShardAction.Warn("Discord's gateway does not answer.")]);
        }

        if (now >= state.Deadline)
        {
            return Lose(state, now);
        }

        return state.Heartbeat is { } heartbeat && now >= heartbeat.DueAt ? OnBeatDue(state, heartbeat, now) : new(state, []);
    }

    /// <summary>A beat without an answer means that the connection is dead although nobody closed it.</summary>
    private Step OnBeatDue(ShardState state, Heartbeat heartbeat, TimeSpan now)
    {
        if (!heartbeat.IsAcknowledged)
        {
            return Lose(state, now);
        }

        var beaten = heartbeat with { DueAt = now + heartbeat.Interval, SentAt = now, IsAcknowledged = false };
        ShardAction[] save = state is { Phase: ShardPhase.Live, Session: not null } ? [new ShardAction.SaveSession(state.Session)] : [];
        return Beat(state with { Heartbeat = beaten }, now, save);
    }

    private static Step Beat(ShardState state, TimeSpan now, IReadOnlyList<ShardAction> more) =>
        new(state with { Sends = state.Sends.Enqueue(now) }, [new ShardAction.SendHeartbeat(state.Session?.Sequence), .. more]);

    private static Step OnBeatAsked(ShardState state, TimeSpan now)
    {
        var sends = state.Sends;
        while (!sends.IsEmpty && sends.Peek() <= now - SendWindow)
        {
            sends = sends.Dequeue();
        }

        var recent = state with { Sends = sends };
        return sends.Count() < MostAskedBeats ? Beat(recent, now, []) : new(recent, []);
    }

    private static Step OnIdentifyRefused(ShardState state, TimeSpan wait, TimeSpan now) =>
        new(Closed(state) with { Phase = ShardPhase.BackingOff, Deadline = now + wait }, [new ShardAction.Close(CloseCode.KeepSession), new ShardAction.Warn("The bot identified too often today and waits.")]);

    private static Step Await(ShardState state, IReadOnlyList<ShardAction> actions, TimeSpan now) =>
        new(state with { Phase = ShardPhase.Waiting, Deadline = now + ReadyTimeout, Sends = state.Sends.Enqueue(now) }, actions);

    private static Step Stop(ShardState state, bool isFinal)
    {
        var session = isFinal ? null : state.Session;
        return new(
            Closed(state) with { Phase = ShardPhase.Stopped, Session = session, Deadline = null },
            [new ShardAction.SaveSession(session), new ShardAction.Close(isFinal ? CloseCode.EndSession : CloseCode.KeepSession)]);
    }

    private static Step GiveUp(ShardState state, int? code, string advice) =>
        new(Closed(state) with { Phase = ShardPhase.Fatal, Session = null, Deadline = null }, [new ShardAction.SaveSession(null), new ShardAction.GiveUp(code, advice)]);

    /// <summary>Ends the connection from our side and comes back with the same session.</summary>
    private Step Lose(ShardState state, TimeSpan now) => BackOff(state, now, [new ShardAction.Close(CloseCode.KeepSession)]);

    private Step BackOff(ShardState state, TimeSpan now, IReadOnlyList<ShardAction> actions)
    {
        var failures = now - state.LiveSince >= SteadyAfter ? 0 : state.Failures;
        return new(Closed(state) with { Phase = ShardPhase.BackingOff, Failures = failures + 1, Deadline = now + WaitAfter(state, failures) }, actions);
    }

    /// <summary>A session that was live costs nothing to resume and people wait: the first tries are quick. An identify is dear, and so is a gateway that is down.</summary>
    private TimeSpan WaitAfter(ShardState state, int failures)
    {
        var isQuick = state is { Phase: ShardPhase.Live, Session: not null };
        return isQuick && failures is > 0 and <= MostQuickResumes
            ? random.NextDouble() * QuickResume
            : Backoff.After(isQuick ? failures - MostQuickResumes : failures, random);
    }

    private static ShardState Closed(ShardState state) => state with { Heartbeat = null, LiveSince = null };

    /// <summary>The next state and what to do for it, in order.</summary>
    internal sealed record Step(ShardState State, IReadOnlyList<ShardAction> Actions);
}
