using NewsBot.Testing;
using NewsBot.Testing.Web;

namespace NewsBot.Feeds.Tests.Http;

[Collection(Alone.Name)]
public sealed class PaceTests
{
    private const string Url = FetchRig.Url;
    private static readonly string Document = Some.Rss(Some.Item("Bridge opens"));

    [Theory]
    [InlineData("Cache-Control", "max-age=7200", 120, 132)]
    [InlineData("Cache-Control", "public, MAX-AGE=\"7200\"", 120, 132)]
    [InlineData("Cache-Control", "max-age=99999999999", 1440, 1440)]
    [InlineData("Cache-Control", "no-cache, max-age=7200", 5, 6)]
    [InlineData("Cache-Control", "no-store", 5, 6)]
    [InlineData("Expires", "Mon, 02 Mar 2026 10:00:00 GMT", 120, 132)]
    [InlineData("Expires", "Mon, 02 Mar 2020 10:00:00 GMT", 5, 6)]
    [InlineData("Expires", "-1", 5, 6)]
    public void An_answer_says_how_long_it_is_fresh(string header, string value, int least, int most) => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Ok(Document).With(header, value));

        await rig.RefreshAsync();

        Assert.InRange(rig.Wait, TimeSpan.FromMinutes(least), TimeSpan.FromMinutes(most));
    });

    [Fact]
    public void Max_age_counts_from_when_the_answer_was_made_and_beats_expires() => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Ok(Document).With("Cache-Control", "max-age=7200").With("Age", "3600").With("Expires", "Mon, 02 Mar 2026 20:00:00 GMT"));

        await rig.RefreshAsync();

        Assert.InRange(rig.Wait, TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(66));
        Assert.Equal("the server's max-age", rig.Health.NextCheckReason);
    });

    [Fact]
    public void Expires_is_read_by_the_clock_of_the_server() => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Ok(Document).With("Date", "Mon, 02 Mar 2026 20:00:00 GMT").With("Expires", "Mon, 02 Mar 2026 22:00:00 GMT"));

        await rig.RefreshAsync();

        Assert.InRange(rig.Wait, TimeSpan.FromMinutes(120), TimeSpan.FromMinutes(132));
    });

    [Theory]
    [InlineData("<ttl>180</ttl>", 180, 198)]
    [InlineData("<ttl>1</ttl>", 5, 6)]
    [InlineData("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", 360, 396)]
    [InlineData("<ttl>60</ttl><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>", 60, 66)]
    public void A_feed_says_how_often_it_wants_to_be_read(string channel, int least, int most) => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Ok(Some.Rss(channel, [Some.Item("Bridge opens")])));

        await rig.RefreshAsync();

        Assert.InRange(rig.Wait, TimeSpan.FromMinutes(least), TimeSpan.FromMinutes(most));
    });

    [Fact]
    public void A_304_keeps_the_pace_the_feed_asked_for() => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Ok(Some.Rss("<ttl>180</ttl>", [Some.Item("Bridge opens")])).With("ETag", "\"1\""), ServerAnswer.NotModified());
        await rig.RefreshAsync();

        await rig.RefreshWhenDueAsync();

        Assert.InRange(rig.Wait, TimeSpan.FromMinutes(180), TimeSpan.FromMinutes(198));
    });

    [Fact]
    public void Skipped_hours_and_days_are_left_out() => FetchRig.Run(async rig =>
    {
        var hours = string.Concat(Enumerable.Range(8, 12).Append(24).Select(hour => $"<hour>{hour}</hour>"));
        rig.Web.Script(Url, ServerAnswer.Ok(Some.Rss($"<skipHours>{hours}</skipHours>", [Some.Item("Bridge opens")])));

        await rig.RefreshAsync();

        Assert.Equal(20, rig.Health.NextCheck.Hour);
        Assert.Equal("the hours and days the feed skips", rig.Health.NextCheckReason);
    });

    [Fact]
    public void A_feed_is_checked_often_after_a_new_item_and_rarely_when_it_rests() => FetchRig.Run(async rig =>
    {
        rig.Web.Serve(Url, Document);
        await rig.PollAsync(TimeSpan.FromDays(10));
        var resting = rig.Health.NextCheck - rig.Health.LastCheck!.Value;
        rig.Web.Serve(Url, Some.Rss(Some.Item("Mayor resigns"), Some.Item("Bridge opens")));

        await rig.RefreshAsync();

        Assert.InRange(resting, TimeSpan.FromHours(15), TimeSpan.FromHours(24));
        Assert.InRange(rig.Wait, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6));
        Assert.Equal("it published", rig.Health.NextCheckReason);
    });

    [Fact]
    public void A_busy_feed_is_checked_as_often_as_it_publishes() => FetchRig.Run(async rig =>
    {
        var items = Enumerable.Range(0, 400).Select(number => Some.Item($"Item {number}", rig.Time.GetUtcNow().AddMinutes(-20 * number))).ToList();
        rig.Web.Serve(Url, Some.Rss([.. items]));
        await rig.RefreshAsync();
        await rig.PollAsync(TimeSpan.FromHours(2));

        Assert.InRange(rig.Wait, TimeSpan.Zero, TimeSpan.FromMinutes(24));
    });

    [Fact]
    public void Feeds_of_one_moment_do_not_stay_together() => FetchRig.Run(async rig =>
    {
        var waits = new HashSet<double>();
        for (var number = 0; number < 20; number++)
        {
            var url = $"https://town{number}.example/feed";
            rig.Web.Serve(url, Document);
            var feed = await rig.FollowAsync(url);
            await rig.Pipeline.RefreshAsync(feed, CancellationToken.None);
            rig.Web.Script(url, ServerAnswer.Of(404));
            await rig.Pipeline.RefreshAsync(rig.Feeds.Find(feed.Id)!, CancellationToken.None);
            waits.Add((rig.Feeds.Find(feed.Id)!.Health.NextCheck - rig.Time.GetUtcNow()).TotalMinutes);
        }

        Assert.Equal(20, waits.Count);
        Assert.All(waits, wait => Assert.InRange(wait, 60 * 0.9, 60 * 1.2));
    });

    [Fact]
    public void A_start_spreads_what_is_overdue_and_reads_new_feeds_at_once() => FetchRig.Run(async rig =>
    {
        for (var number = 0; number < 50; number++)
        {
            rig.Web.Serve($"https://town{number}.example/feed", Document);
            await rig.FollowAsync($"https://town{number}.example/feed");
        }

        await rig.PollAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(51, rig.Web.Requests.Count);
        await rig.Time.PassAsync(TimeSpan.FromDays(3));
        using var again = await rig.RestartAsync();
        await again.PollAsync(TimeSpan.FromMinutes(6));

        var times = again.Web.Requests.Select(request => request.At).ToList();
        Assert.Equal(51, times.Count);
        Assert.InRange(times.Max() - times.Min(), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
        Assert.True(times.Count(time => time < times.Min() + TimeSpan.FromMinutes(1)) < 25);
    });

    [Fact]
    public void A_manual_refresh_obeys_the_floor_and_joins_one_that_runs() => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Ok(Document).After(TimeSpan.FromSeconds(3)));

        await Task.WhenAll(rig.Poller.RefreshNowAsync(rig.Feed, CancellationToken.None), rig.Poller.RefreshNowAsync(rig.Feed, CancellationToken.None));
        await rig.Poller.RefreshNowAsync(rig.Feed, CancellationToken.None);
        Assert.Single(rig.Web.Requests);
        await rig.Time.PassAsync(TimeSpan.FromMinutes(5));
        await rig.Poller.RefreshNowAsync(rig.Feed, CancellationToken.None);

        Assert.Equal(2, rig.Web.Requests.Count);
    });

    [Fact]
    public void One_domain_gets_two_requests_at_a_time_and_one_start_a_second() => FetchRig.Run(async rig =>
    {
        for (var number = 0; number < 40; number++)
        {
            rig.Web.Script($"https://paper{number % 5}.larkfield.example/feed{number}", ServerAnswer.Ok(Document).After(TimeSpan.FromSeconds(4)));
            await rig.FollowAsync($"https://paper{number % 5}.larkfield.example/feed{number}");
        }

        await rig.Poller.RefreshDueAsync(null, CancellationToken.None);

        var starts = rig.Web.Requests.Where(request => request.Host.EndsWith("larkfield.example", StringComparison.Ordinal)).Select(request => request.At).Order().ToList();
        Assert.Equal(40, starts.Count);
        Assert.All(starts.Zip(starts.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(1)));
        Assert.All(starts.Zip(starts.Skip(2)), triple => Assert.True(triple.Second - triple.First >= TimeSpan.FromSeconds(4)));
    });

    [Fact]
    public void Redirects_to_one_victim_are_paced_too() => FetchRig.Run(async rig =>
    {
        for (var number = 0; number < 10; number++)
        {
            rig.Web.Script($"https://attacker{number}.example/feed", ServerAnswer.Redirect(302, $"https://victim.example/{number}"));
            rig.Web.Serve($"https://victim.example/{number}", Document);
            await rig.FollowAsync($"https://attacker{number}.example/feed");
        }

        await rig.Poller.RefreshDueAsync(null, CancellationToken.None);

        var starts = rig.Web.Requests.Where(request => request.Host == "victim.example").Select(request => request.At).Order().ToList();
        Assert.Equal(10, starts.Count);
        Assert.All(starts.Zip(starts.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(1)));
    });
}
