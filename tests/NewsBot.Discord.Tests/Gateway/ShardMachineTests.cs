using System.Text.Json;
using NewsBot.Discord.Gateway;

namespace NewsBot.Discord.Tests.Gateway;

/// <summary>The table of gateway v10, row by row.</summary>
public sealed partial class ShardMachineTests
{
    private static readonly Uri GatewayUrl = new("ws://gateway.example");
    private static readonly Uri ResumeUrl = new("ws://resume.example/east");
    private static readonly GatewaySession Kept = new("session-1", ResumeUrl, 7);
    private static readonly TimeSpan Now = TimeSpan.FromMinutes(10);
    private readonly ShardMachine _machine = new(new Random(1));

    [Fact]
    public void A_start_asks_for_the_gateway()
    {
        var step = Next(ShardState.Initial, new ShardEvent.Start(null));

        Assert.Equal(ShardPhase.Finding, step.State.Phase);
        Assert.IsType<ShardAction.FindGateway>(Assert.Single(step.Actions));
    }

    [Fact]
    public void A_start_with_a_kept_session_resumes_it_at_its_own_address()
    {
        var started = Next(ShardState.Initial, new ShardEvent.Start(Kept)).State;

        var step = Next(started, new ShardEvent.GatewayFound(GatewayUrl, 0, TimeSpan.FromHours(1)));

        Assert.Equal("ws://resume.example/east?v=10&encoding=json", Assert.IsType<ShardAction.Connect>(Assert.Single(step.Actions)).Url.AbsoluteUri);
    }

    [Fact]
    public void A_refused_token_is_fatal_before_anything_connects()
    {
        var step = Next(In(ShardPhase.Finding), new ShardEvent.GatewayNotFound("401", IsTokenRefused: true));

        Assert.Equal(ShardPhase.Fatal, step.State.Phase);
        Assert.Contains(step.Actions, action => action is ShardAction.GiveUp);
    }

    [Fact]
    public void A_gateway_that_is_not_found_is_asked_for_again_later()
    {
        var step = Next(In(ShardPhase.Finding) with { Failures = 3 }, new ShardEvent.GatewayNotFound("502", IsTokenRefused: false));
        Assert.Equal(ShardPhase.BackingOff, step.State.Phase);

        var again = _machine.Next(step.State, new ShardEvent.Tick(), step.State.Deadline!.Value);
        Assert.IsType<ShardAction.FindGateway>(Assert.Single(again.Actions));
    }

    [Fact]
    public void Without_identifies_left_the_reset_is_awaited()
    {
        var step = Next(In(ShardPhase.Finding), new ShardEvent.GatewayFound(GatewayUrl, 0, TimeSpan.FromHours(3)));

        Assert.Equal(ShardPhase.BackingOff, step.State.Phase);
        Assert.Equal(Now + TimeSpan.FromHours(3), step.State.NextDue);
    }

    [Fact]
    public void An_open_socket_waits_twenty_seconds_for_hello()
    {
        var open = Next(In(ShardPhase.Connecting), new ShardEvent.Opened()).State;
        Assert.Equal(ShardPhase.Handshake, open.Phase);
        Assert.Equal(Now + TimeSpan.FromSeconds(20), open.NextDue);

        var silent = _machine.Next(open, new ShardEvent.Tick(), open.NextDue!.Value);
        Assert.Equal(ShardPhase.BackingOff, silent.State.Phase);
        Assert.Contains(silent.Actions, action => action is ShardAction.Close { Code: 4900 });
    }

    [Fact]
    public void After_three_failures_at_the_resume_address_the_session_is_resumed_at_the_gateways()
    {
        var state = In(ShardPhase.Connecting) with { Session = Kept };
        for (var failure = 0; failure < 2; failure++)
        {
            var failed = Next(state, new ShardEvent.ConnectFailed("refused")).State;
            var retried = _machine.Next(failed, new ShardEvent.Tick(), failed.Deadline!.Value);
            Assert.StartsWith(ResumeUrl.AbsoluteUri, Assert.IsType<ShardAction.Connect>(Assert.Single(retried.Actions)).Url.AbsoluteUri, StringComparison.Ordinal);
            state = retried.State;
        }

        var third = Next(state, new ShardEvent.ConnectFailed("refused")).State;
        var finding = _machine.Next(third, new ShardEvent.Tick(), third.Deadline!.Value);
        Assert.IsType<ShardAction.FindGateway>(Assert.Single(finding.Actions));

        var connecting = Next(finding.State, new ShardEvent.GatewayFound(GatewayUrl, 5, TimeSpan.Zero));
        Assert.StartsWith(GatewayUrl.AbsoluteUri, Assert.IsType<ShardAction.Connect>(Assert.Single(connecting.Actions)).Url.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(Kept, connecting.State.Session);
    }

    [Fact]
    public void Hello_starts_beats_at_a_random_moment_and_asks_to_identify()
    {
        var first = Next(In(ShardPhase.Handshake), Hello(40_000));
        var second = new ShardMachine(new Random(2)).Next(In(ShardPhase.Handshake), Hello(40_000), Now);

        Assert.IsType<ShardAction.AskToIdentify>(Assert.Single(first.Actions));
        Assert.InRange(first.State.Heartbeat!.DueAt, Now, Now + TimeSpan.FromSeconds(40));
        Assert.NotEqual(first.State.Heartbeat.DueAt, second.State.Heartbeat!.DueAt);
    }

    [Fact]
    public void Hello_with_a_session_resumes_it()
    {
        var step = Next(In(ShardPhase.Handshake) with { Session = Kept }, Hello(40_000));

        Assert.Equal(ShardPhase.Waiting, step.State.Phase);
        Assert.Equal(Kept, Assert.IsType<ShardAction.SendResume>(Assert.Single(step.Actions)).Session);
    }

    [Fact]
    public void Identify_is_sent_when_it_is_allowed()
    {
        var greeted = Next(In(ShardPhase.Handshake), Hello(40_000)).State;

        var step = Next(greeted, new ShardEvent.IdentifyAllowed());

        Assert.Equal(ShardPhase.Waiting, step.State.Phase);
        Assert.IsType<ShardAction.SendIdentify>(Assert.Single(step.Actions));
    }

    [Fact]
    public void A_refused_identify_waits_without_a_connection()
    {
        var step = Next(In(ShardPhase.Handshake), new ShardEvent.IdentifyRefused(TimeSpan.FromHours(2)));

        Assert.Equal((ShardPhase.BackingOff, Now + TimeSpan.FromHours(2)), (step.State.Phase, step.State.NextDue));
    }

    [Fact]
    public void Ready_stores_the_session_before_it_is_told()
    {
        var step = Next(Open(ShardPhase.Waiting), Event("READY", 1, """{"session_id":"abc","resume_gateway_url":"ws://resume.example/east","user":{"id":"5"}}"""));

        var session = new GatewaySession("abc", ResumeUrl, 1);
        Assert.Equal(ShardPhase.Live, step.State.Phase);
        Assert.Equal(session, step.State.Session);
        Assert.Collection(
            step.Actions,
            action => Assert.Equal(session, Assert.IsType<ShardAction.SaveSession>(action).Session),
            action => Assert.Equal("READY", Assert.IsType<ShardAction.Dispatch>(action).Type));
    }

    [Fact]
    public void An_event_moves_the_sequence_on_and_is_dispatched()
    {
        var step = Next(Open(ShardPhase.Live) with { Session = Kept }, Event("GUILD_CREATE", 8, """{"id":"1","unknown":[{}]}"""));

        Assert.Equal(8, step.State.Session!.Sequence);
        Assert.Equal("GUILD_CREATE", Assert.IsType<ShardAction.Dispatch>(Assert.Single(step.Actions)).Type);
    }

    [Fact]
    public void Resumed_is_live_again()
    {
        var step = Next(Open(ShardPhase.Waiting) with { Session = Kept, ResumeFailures = 2 }, Event("RESUMED", 9, "{}"));

        Assert.Equal((ShardPhase.Live, 0), (step.State.Phase, step.State.ResumeFailures));
        Assert.Equal(9, step.State.Session!.Sequence);
    }

    [Fact]
    public void A_beat_that_is_asked_for_is_sent_at_once_and_leaves_the_timer()
    {
        var live = Open(ShardPhase.Live) with { Session = Kept };

        var step = Next(live, Frame("""{"op":1,"d":null}"""));

        Assert.Equal(7, Assert.IsType<ShardAction.SendHeartbeat>(Assert.Single(step.Actions)).Sequence);
        Assert.Equal(live.Heartbeat, step.State.Heartbeat);
    }

    [Fact]
    public void A_server_that_asks_for_beats_without_end_does_not_make_us_break_its_limit()
    {
        var state = Open(ShardPhase.Live) with { Session = Kept };
        var sent = 0;
        for (var asked = 0; asked < 500; asked++)
        {
            var step = Next(state, Frame("""{"op":1,"d":null}"""));
            state = step.State;
            sent += step.Actions.Count;
        }

        Assert.InRange(sent, 50, 110);
        Assert.Single(_machine.Next(state, Frame("""{"op":1,"d":null}"""), Now + TimeSpan.FromSeconds(61)).Actions);
    }

    [Fact]
    public void An_answered_beat_tells_the_latency()
    {
        var beaten = _machine.Next(Open(ShardPhase.Live), new ShardEvent.Tick(), Now + TimeSpan.FromSeconds(40)).State;

        var step = _machine.Next(beaten, Frame("""{"op":11}"""), Now + TimeSpan.FromSeconds(40.2));

        Assert.True(step.State.Heartbeat!.IsAcknowledged);
        Assert.Equal(TimeSpan.FromSeconds(0.2), step.State.Heartbeat.Latency);
    }

    [Fact]
    public void The_first_beat_carries_null_until_there_is_a_sequence()
    {
        var step = _machine.Next(Open(ShardPhase.Waiting), new ShardEvent.Tick(), Now + TimeSpan.FromSeconds(20));

        Assert.Null(Assert.IsType<ShardAction.SendHeartbeat>(Assert.Single(step.Actions)).Sequence);
    }

    private static ShardState In(ShardPhase phase) => ShardState.Initial with { Phase = phase, Url = GatewayUrl };

    private static ShardState Open(ShardPhase phase) => In(phase) with
    {
        Heartbeat = new Heartbeat(TimeSpan.FromSeconds(40), Now + TimeSpan.FromSeconds(20), Now, true, null),
        LiveSince = phase == ShardPhase.Live ? Now - TimeSpan.FromMinutes(2) : null,
    };

    private static ShardEvent Hello(int interval) => Frame($$$"""{"op":10,"d":{"heartbeat_interval":{{{interval}}}}}""");

    private static ShardEvent Event(string type, int sequence, string data) => Frame($$"""{"op":0,"t":"{{type}}","s":{{sequence}},"d":{{data}}}""");

    private static ShardEvent Frame(string json) => new ShardEvent.Received(JsonSerializer.Deserialize<GatewayFrame>(json)!);

    private ShardMachine.Step Next(ShardState state, ShardEvent occurred) => _machine.Next(state, occurred, Now);
}
