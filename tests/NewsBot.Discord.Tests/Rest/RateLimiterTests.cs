using NewsBot.Discord.Rest;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Tests.Rest;

public sealed partial class RateLimiterTests
{
    private static readonly TimeSpan Never = TimeSpan.FromDays(1);
    private static readonly Route Posts = Route.OfChannel(HttpMethod.Post, new Snowflake(1), "/messages");
    private readonly RateLimiter _limiter = new(new Random(1));
    private TimeSpan _now = TimeSpan.FromMinutes(1);

    [Fact]
    public void One_call_goes_where_nothing_is_known()
    {
        Enqueue(Posts, 3);

        var first = Assert.Single(Advance().Granted);
        Assert.Empty(Advance().Granted);

        Answer(first, limit: 5, remaining: 4, resetAfter: 5);
        Assert.Equal(2, Advance().Granted.Count);
    }

    [Fact]
    public void Another_channel_does_not_wait_for_it()
    {
        Enqueue(Posts, 2);
        Enqueue(Route.OfChannel(HttpMethod.Post, new Snowflake(2), "/messages"), 2);

        Assert.Equal(2, Advance().Granted.Count);
    }

    [Fact]
    public void A_window_lets_out_as_many_as_it_has_and_opens_again_after_its_reset()
    {
        Enqueue(Posts, 12);
        Answer(Assert.Single(Advance().Granted), limit: 5, remaining: 4, resetAfter: 5);
        var rest = Advance().Granted;
        Assert.Equal(4, rest.Count);
        for (var remaining = 3; remaining >= 0; remaining--)
        {
            Answer(rest[3 - remaining], 5, remaining, resetAfter: 5);
        }

        var blocked = Advance();
        Assert.Empty(blocked.Granted);
        Assert.Equal(_now + TimeSpan.FromSeconds(5.05), blocked.NextDue);

        _now = blocked.NextDue!.Value;
        Assert.Equal(5, Advance().Granted.Count);
    }

    [Fact]
    public void Answers_that_overtake_each_other_never_give_more_than_the_window_has()
    {
        Enqueue(Posts, 20);
        Answer(Assert.Single(Advance().Granted), limit: 5, remaining: 4, resetAfter: 5);
        var four = Advance().Granted;

        Answer(four[3], 5, 0, resetAfter: 4.9);
        Answer(four[0], 5, 3, resetAfter: 4.9);
        Answer(four[2], 5, 1, resetAfter: 4.9);

        Assert.Empty(Advance().Granted);
    }

    [Fact]
    public void What_a_past_window_says_is_dropped()
    {
        Enqueue(Posts, 20);
        Answer(Assert.Single(Advance().Granted), limit: 5, remaining: 4, resetAfter: 5);
        var four = Advance().Granted;
        _now += TimeSpan.FromSeconds(5.1);
        var next = Advance().Granted;
        Assert.Single(next);

        Answer(next[0], 5, 4, resetAfter: 5);
        Answer(four[3], 5, 0, resetAfter: 0.01);

        Assert.NotEmpty(Advance().Granted);
    }

    [Fact]
    public void Operations_that_share_a_hash_share_the_window()
    {
        var edits = Route.OfMessage(HttpMethod.Patch, new Snowflake(1), new Snowflake(9));
        Learn(Posts, "same", 5, 4);
        Learn(edits, "same", 5, 3);

        Enqueue(Posts, 5);
        Enqueue(edits, 5);

        Assert.Equal(3, Advance().Granted.Count);
    }

    [Fact]
    public void No_more_than_49_calls_go_in_any_second()
    {
        for (ulong channel = 1; channel <= 120; channel++)
        {
            Enqueue(Route.OfChannel(HttpMethod.Post, new Snowflake(channel), "/messages"), 1);
        }

        var first = Advance();
        Assert.Equal(49, first.Granted.Count);
        Assert.Equal(_now + TimeSpan.FromSeconds(1.05), first.NextDue);
        _now = first.NextDue!.Value;
        Assert.Equal(49, Advance().Granted.Count);
    }

    [Fact]
    public void Answers_to_people_are_outside_the_global_limit_and_go_first()
    {
        for (ulong channel = 1; channel <= 60; channel++)
        {
            Enqueue(Route.OfChannel(HttpMethod.Post, new Snowflake(channel), "/messages"), 1);
        }

        Advance();
        var callback = Route.OfCallback(new Snowflake(7), "token");
        _limiter.Enqueue(callback, SendPriority.Interactive, Never);

        Assert.Equal(callback, Assert.Single(Advance().Granted).Route);
    }

    [Fact]
    public void Where_they_collide_alerts_go_before_digests_and_each_in_order()
    {
        Learn(Posts, "hash", 5, 3);
        var digest = _limiter.Enqueue(Posts, SendPriority.Digest, Never)!;
        var first = _limiter.Enqueue(Posts, SendPriority.Alert, Never)!;
        var second = _limiter.Enqueue(Posts, SendPriority.Alert, Never)!;

        Assert.Equal([first, second, digest], Advance().Granted);
    }

    private void Enqueue(Route route, int calls)
    {
        for (var call = 0; call < calls; call++)
        {
            Assert.NotNull(_limiter.Enqueue(route, SendPriority.Alert, Never));
        }
    }

    private void Learn(Route route, string hash, int limit, int remaining, double resetAfter = 5)
    {
        Enqueue(route, 1);
        Answer(Assert.Single(Advance().Granted), limit, remaining, resetAfter, hash);
    }

    private RateVerdict Advance() => _limiter.Advance(_now);

    private void Answer(RateTicket ticket, int limit, int remaining, double resetAfter, string hash = "hash") =>
        _limiter.Complete(ticket, new RateAnswer { Window = new RateWindow(hash, limit, remaining, TimeSpan.FromSeconds(resetAfter)) }, false, _now);
}
