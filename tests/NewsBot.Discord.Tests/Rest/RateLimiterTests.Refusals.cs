using NewsBot.Discord.Rest;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Tests.Rest;

public sealed partial class RateLimiterTests
{
    [Theory]
    [InlineData(RateScope.User, false, true)]
    [InlineData(RateScope.Shared, false, true)]
    [InlineData(RateScope.Global, true, true)]
    [InlineData(RateScope.Address, true, false)]
    internal void A_refusal_holds_what_its_scope_names(RateScope scope, bool stopsOthers, bool letsAnswersGo)
    {
        Enqueue(Posts, 1);
        var refused = Assert.Single(Advance().Granted);
        _limiter.Complete(refused, new RateAnswer { Refusal = new RateRefusal(scope, TimeSpan.FromSeconds(10)), IsInvalid = scope != RateScope.Shared }, false, _now);

        var again = _limiter.Enqueue(Posts, SendPriority.Alert, Never, refused)!;
        var other = _limiter.Enqueue(Route.OfChannel(HttpMethod.Post, new Snowflake(2), "/messages"), SendPriority.Alert, Never)!;
        var answer = _limiter.Enqueue(Route.OfCallback(new Snowflake(7), "token"), SendPriority.Interactive, Never)!;
        var granted = Advance().Granted;

        Assert.DoesNotContain(again, granted);
        Assert.Equal(!stopsOthers, granted.Contains(other));
        Assert.Equal(letsAnswersGo, granted.Contains(answer));
        _now += TimeSpan.FromSeconds(10.25);
        Assert.Contains(again, Advance().Granted);
        Assert.Equal(scope == RateScope.Shared ? 0 : 1, _limiter.Invalid.CountAt(_now));
    }

    [Fact]
    public void A_refused_call_keeps_its_place_in_the_line()
    {
        Learn(Posts, "hash", 5, 1);
        var first = _limiter.Enqueue(Posts, SendPriority.Alert, Never)!;
        var second = _limiter.Enqueue(Posts, SendPriority.Alert, Never)!;
        Assert.Equal([first], Advance().Granted);
        _limiter.Complete(first, new RateAnswer { Refusal = new RateRefusal(RateScope.User, TimeSpan.FromSeconds(1)) }, false, _now);

        var again = _limiter.Enqueue(Posts, SendPriority.Alert, Never, first)!;
        _now += TimeSpan.FromSeconds(10);

        Assert.Equal([again, second], Advance().Granted);
    }

    [Fact]
    public void A_wait_of_more_than_a_minute_is_handed_back()
    {
        Learn(Posts, "hash", 5, 0, resetAfter: 300);
        var ticket = _limiter.Enqueue(Posts, SendPriority.Alert, Never)!;

        var (given, wait, isForAll) = Assert.Single(Advance().GivenUp);

        Assert.Same(ticket, given);
        Assert.Equal(TimeSpan.FromSeconds(300.05), wait);
        Assert.False(isForAll);
    }

    [Fact]
    public void A_call_that_cannot_go_before_its_deadline_is_handed_back_at_once()
    {
        Learn(Posts, "hash", 5, 0, resetAfter: 30);
        _limiter.Enqueue(Posts, SendPriority.Alert, _now + TimeSpan.FromSeconds(10));

        Assert.Single(Advance().GivenUp);
    }

    [Fact]
    public void Operations_without_limits_are_bound_by_the_global_one_only()
    {
        Enqueue(Posts, 1);
        _limiter.Complete(Assert.Single(Advance().Granted), new RateAnswer { IsUnlimited = true }, false, _now);
        Enqueue(Posts, 20);

        Assert.Equal(20, Advance().Granted.Count);
    }

    [Fact]
    public void A_lost_answer_counts_as_a_call_and_never_locks_the_line()
    {
        Learn(Posts, "hash", 1, 0);
        _now += TimeSpan.FromSeconds(6);
        Enqueue(Posts, 2);
        _limiter.Complete(Assert.Single(Advance().Granted), null, neverLeft: false, _now);

        var blocked = Advance();
        Assert.Empty(blocked.Granted);
        _now = blocked.NextDue!.Value;
        Assert.Single(Advance().Granted);
    }

    [Fact]
    public void Five_thousand_invalid_requests_stop_everything_nobody_waits_for()
    {
        Learn(Posts, "hash", 5, 5);
        var warnings = 0;
        for (var refused = 0; refused < 5_000; refused++)
        {
            warnings += _limiter.Invalid.Add(_now) ? 1 : 0;
        }

        Assert.Equal(1, warnings);
        _limiter.Enqueue(Posts, SendPriority.Alert, Never);
        var answer = _limiter.Enqueue(Posts, SendPriority.Interactive, Never)!;

        var verdict = Advance();
        Assert.Equal([answer], verdict.Granted);
        Assert.True(Assert.Single(verdict.GivenUp).IsForAll);
        _now += TimeSpan.FromMinutes(10.5);
        Assert.Equal(0, _limiter.Invalid.CountAt(_now));
    }

    [Fact]
    public void Buckets_that_nobody_used_for_ten_minutes_are_forgotten()
    {
        for (ulong channel = 1; channel <= 40; channel++)
        {
            Learn(Route.OfChannel(HttpMethod.Post, new Snowflake(channel), "/messages"), "hash", 5, 4);
        }

        Assert.True(_limiter.Buckets >= 40);
        _now += TimeSpan.FromMinutes(11);
        Advance();
        Assert.Equal(0, _limiter.Buckets);
    }
}
