using NewsBot.Discord.Gateway;

namespace NewsBot.Discord.Tests.Gateway;

public sealed partial class ShardMachineTests
{
    [Fact]
    public void A_beat_without_an_answer_ends_the_connection_and_keeps_the_session()
    {
        var live = Open(ShardPhase.Live) with { Session = Kept };
        var beaten = _machine.Next(live, new ShardEvent.Tick(), live.NextDue!.Value).State;

        var step = _machine.Next(beaten, new ShardEvent.Tick(), beaten.NextDue!.Value);

        Assert.Equal((ShardPhase.BackingOff, Kept), (step.State.Phase, step.State.Session));
        Assert.Equal(4900, Assert.IsType<ShardAction.Close>(Assert.Single(step.Actions)).Code);
    }

    [Theory]
    [InlineData("""{"op":7,"d":null}""")]
    [InlineData("""{"op":9,"d":true}""")]
    public void Asked_to_reconnect_it_resumes_at_once(string frame)
    {
        var step = Next(Open(ShardPhase.Live) with { Session = Kept }, Frame(frame));
        Assert.Equal(4900, Assert.IsType<ShardAction.Close>(Assert.Single(step.Actions)).Code);
        Assert.Equal(Now, step.State.Deadline);

        var again = Next(step.State, new ShardEvent.Tick());
        Assert.IsType<ShardAction.Connect>(Assert.Single(again.Actions));
        Assert.Equal(Kept, again.State.Session);
    }

    [Fact]
    public void An_invalid_session_is_dropped_and_a_new_one_begins_after_one_to_five_seconds()
    {
        var step = Next(Open(ShardPhase.Waiting) with { Session = Kept }, Frame("""{"op":9,"d":false}"""));
        Assert.Null(step.State.Session);
        Assert.Contains(step.Actions, action => action is ShardAction.SaveSession { Session: null });
        Assert.InRange(step.State.Deadline!.Value - Now, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));

        var again = _machine.Next(step.State, new ShardEvent.Tick(), step.State.Deadline.Value);
        Assert.IsType<ShardAction.FindGateway>(Assert.Single(again.Actions));
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public void Fatal_codes_end_it_for_good_and_name_the_remedy(int code)
    {
        var step = Next(Open(ShardPhase.Live) with { Session = Kept }, new ShardEvent.Closed(code));
        Assert.Equal(ShardPhase.Fatal, step.State.Phase);
        Assert.Equal(code, Assert.Single(step.Actions.OfType<ShardAction.GiveUp>()).Code);
        Assert.Null(step.State.NextDue);

        Assert.Empty(Next(step.State, new ShardEvent.Tick()).Actions);
        Assert.Empty(Next(step.State, new ShardEvent.Start(Kept)).Actions);
    }

    [Theory]
    [InlineData(4003)]
    [InlineData(4005)]
    [InlineData(4007)]
    [InlineData(4009)]
    public void Codes_that_ask_for_a_new_session_identify_again(int code)
    {
        var step = Next(Open(ShardPhase.Live) with { Session = Kept }, new ShardEvent.Closed(code));

        Assert.Null(step.State.Session);
        Assert.IsType<ShardAction.FindGateway>(Assert.Single(_machine.Next(step.State, new ShardEvent.Tick(), step.State.Deadline!.Value).Actions));
    }

    [Theory]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(null)]
    public void Other_ends_resume_the_session(int? code)
    {
        var step = Next(Open(ShardPhase.Live) with { Session = Kept }, new ShardEvent.Closed(code));

        Assert.Equal((ShardPhase.BackingOff, Kept), (step.State.Phase, step.State.Session));
        Assert.IsType<ShardAction.Connect>(Assert.Single(_machine.Next(step.State, new ShardEvent.Tick(), step.State.Deadline!.Value).Actions));
    }

    [Fact]
    public void Too_many_sends_pause_a_minute_before_the_session_is_resumed()
    {
        var step = Next(Open(ShardPhase.Live) with { Session = Kept }, new ShardEvent.Closed(4008));

        Assert.Equal((Now + TimeSpan.FromSeconds(60), Kept), (step.State.Deadline!.Value, step.State.Session));
    }

    [Fact]
    public void A_stop_for_a_restart_keeps_the_session_at_discord_and_here()
    {
        var step = Next(Open(ShardPhase.Live) with { Session = Kept }, new ShardEvent.Stop(IsFinal: false));

        Assert.Equal(ShardPhase.Stopped, step.State.Phase);
        Assert.Equal(new ShardAction[] { new ShardAction.SaveSession(Kept), new ShardAction.Close(4900) }, step.Actions);
    }

    [Fact]
    public void A_final_stop_ends_the_session()
    {
        var step = Next(Open(ShardPhase.Live) with { Session = Kept }, new ShardEvent.Stop(IsFinal: true));

        Assert.Equal(new ShardAction[] { new ShardAction.SaveSession(null), new ShardAction.Close(1000) }, step.Actions);
    }

    [Fact]
    public void Waits_grow_while_connections_fail_and_start_anew_only_after_a_minute_of_life()
    {
        var random = new Random(5);
        var waits = Enumerable.Range(0, 12).Select(failures => Enumerable.Range(0, 50).Max(_ => Backoff.After(failures, random).TotalSeconds)).ToList();
        Assert.Equal(0, waits[0]);
        Assert.All(waits.Skip(1).Select((longest, index) => (longest, Cap: Math.Min(60, Math.Pow(2, index)))), wait => Assert.InRange(wait.longest, wait.Cap * 0.7, wait.Cap));

        var brief = Open(ShardPhase.Live) with { Failures = 4, LiveSince = Now - TimeSpan.FromSeconds(59) };
        Assert.Equal(5, Next(brief, new ShardEvent.Closed(null)).State.Failures);
        var steady = brief with { LiveSince = Now - TimeSpan.FromSeconds(60) };
        var lost = Next(steady, new ShardEvent.Closed(null)).State;
        Assert.Equal((1, Now), (lost.Failures, lost.Deadline!.Value));
    }

    [Fact]
    public void A_live_session_that_is_lost_again_and_again_is_resumed_within_half_a_second_at_first()
    {
        var state = Open(ShardPhase.Live) with { Session = Kept, LiveSince = Now };
        for (var failures = 1; failures <= 10; failures++)
        {
            var lost = Next(state with { Failures = failures }, new ShardEvent.Closed(null)).State;
            Assert.InRange(lost.Deadline!.Value - Now, TimeSpan.Zero, TimeSpan.FromSeconds(0.5));
        }

        var waits = Enumerable.Range(0, 50).Select(_ => Next(state with { Failures = 17 }, new ShardEvent.Closed(null)).State.Deadline!.Value - Now);
        Assert.InRange(waits.Max(), TimeSpan.FromSeconds(45), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void A_ready_and_crash_loop_slows_down()
    {
        var state = Next(ShardState.Initial, new ShardEvent.Start(null)).State;
        var now = Now;
        for (var round = 0; round < 20; round++)
        {
            state = _machine.Next(state with { Phase = ShardPhase.Finding }, new ShardEvent.GatewayFound(GatewayUrl, 1000, TimeSpan.Zero), now).State;
            state = _machine.Next(state, new ShardEvent.Opened(), now).State;
            state = _machine.Next(state, Hello(40_000), now).State;
            state = _machine.Next(state, new ShardEvent.IdentifyAllowed(), now).State;
            state = _machine.Next(state, Event("READY", 1, """{"session_id":"abc","resume_gateway_url":"ws://resume.example/"}"""), now).State;
            state = _machine.Next(state, new ShardEvent.Closed(4007), now + TimeSpan.FromSeconds(1)).State;
            now = state.Deadline!.Value;
        }

        Assert.True(now - Now > TimeSpan.FromMinutes(3), $"20 identifies took only {now - Now}");
    }

    [Fact]
    public void What_is_no_frame_ends_the_connection_but_not_the_session()
    {
        var step = Next(Open(ShardPhase.Live) with { Session = Kept }, new ShardEvent.Garbled());

        Assert.Equal((ShardPhase.BackingOff, Kept), (step.State.Phase, step.State.Session));
    }
}
