using NewsBot.Core.Feeds;
using NewsBot.Testing;
using NewsBot.Testing.Web;

namespace NewsBot.Feeds.Tests.Http;

[Collection(Alone.Name)]
public sealed class StatusTests
{
    private const string Url = FetchRig.Url;
    private const string Target = "https://evening.example/feed";
    private static readonly string Document = Some.Rss(Some.Item("Bridge opens"));

    [Theory]
    [InlineData(301)]
    [InlineData(308)]
    public void A_permanent_redirect_is_stored_after_a_day_of_the_same_answer(int status) => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Redirect(status, Target));
        rig.Web.Serve(Target, Document);
        await rig.RefreshAsync();
        await rig.RefreshWhenDueAsync();
        Assert.Equal(Url, rig.Feed.Url);

        await rig.Time.PassAsync(TimeSpan.FromHours(24));
        await rig.RefreshAsync();

        Assert.Equal(Target, rig.Feed.Url);
        Assert.NotNull(rig.Feeds.FindByUrl(Url));
        await rig.RefreshWhenDueAsync();
        Assert.Equal("evening.example", rig.Last.Host);
        Assert.True(rig.Last.IsConditional);
    });

    [Theory]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    public void A_temporary_redirect_is_followed_and_never_stored(int status) => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Redirect(status, Target));
        rig.Web.Serve(Target, Document);

        await rig.PollAsync(TimeSpan.FromDays(3));

        Assert.Equal((Url, FeedStatus.Working), (rig.Feed.Url, rig.Health.Status));
    });

    [Fact]
    public void Only_the_leading_permanent_run_of_a_chain_is_stored() => FetchRig.Run(async rig =>
    {
        const string Middle = "https://noon.example/feed";
        rig.Web.Script(Url, ServerAnswer.Redirect(301, Middle));
        rig.Web.Script(Middle, ServerAnswer.Redirect(302, Target));
        rig.Web.Serve(Target, Document);

        await rig.PollAsync(TimeSpan.FromDays(3));

        Assert.Equal(Middle, rig.Feed.Url);
    });

    [Fact]
    public void A_redirect_to_a_web_page_is_not_stored() => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Redirect(301, Target));
        rig.Web.Script(Target, ServerAnswer.Ok("<html><body>Log in to the hotel's network</body></html>", "text/html"));

        await rig.PollAsync(TimeSpan.FromDays(3));

        Assert.Equal((Url, FeedStatus.Failing), (rig.Feed.Url, rig.Health.Status));
    });

    [Theory]
    [InlineData("http://morning.example/feed")]
    [InlineData("https://morning.example/feed")]
    [InlineData("ftp://morning.example/feed")]
    [InlineData("")]
    public void Loops_and_ways_out_of_https_are_refused(string location) => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Redirect(301, location));

        var report = await rig.RefreshAsync();

        Assert.NotNull(report.Error);
        Assert.Equal(FetchFailure.BadRedirect, rig.Health.LastFailure);
        Assert.Single(rig.Web.Requests);
    });

    [Fact]
    public void Five_redirects_are_followed_and_six_are_not() => FetchRig.Run(async rig =>
    {
        for (var hop = 1; hop <= 6; hop++)
        {
            rig.Web.Script($"https://hop{hop}.example/", ServerAnswer.Redirect(302, hop == 6 ? Target : $"https://hop{hop + 1}.example/"));
        }

        rig.Web.Serve(Target, Document);
        rig.Web.Script(Url, ServerAnswer.Redirect(302, "https://hop3.example/"), ServerAnswer.Redirect(302, "https://hop2.example/"));

        Assert.Null((await rig.RefreshAsync()).Error);
        Assert.NotNull((await rig.RefreshWhenDueAsync()).Error);
    });

    [Fact]
    public void Credentials_and_headers_stay_with_their_host() => FetchRig.Run(async rig =>
    {
        rig.Access.Put(rig.Feed.Id, new FeedAccess { Credentials = new("reader", "pässword"), Headers = [new("X-Key", "k")], UserAgent = "Own/1" });
        rig.Web.Script(Url, ServerAnswer.Redirect(302, Target));
        rig.Web.Serve(Target, Document);

        await rig.RefreshAsync();

        Assert.Equal("Basic cmVhZGVyOnDDpHNzd29yZA==", rig.Web.Requests[0].Header("Authorization"));
        Assert.Equal(("k", "Own/1"), (rig.Web.Requests[0].Header("X-Key"), rig.Web.Requests[0].Header("User-Agent")));
        Assert.Null(rig.Last.Header("Authorization"));
        Assert.Null(rig.Last.Header("X-Key"));
        Assert.DoesNotContain("pässword", rig.Access.For(rig.Feed.Id).ToString() + new BasicCredentials("reader", "pässword"), StringComparison.Ordinal);
    });

    [Fact]
    public void A_request_says_what_we_are_and_want_and_nothing_else() => FetchRig.Run(async rig =>
    {
        rig.Web.Serve(Url, Document);

        await rig.RefreshAsync();

        Assert.Equal(("NewsBot/1.0 (test)", "gzip, deflate, br"), (rig.Last.Header("User-Agent"), rig.Last.Header("Accept-Encoding")));
        Assert.StartsWith("application/rss+xml, application/atom+xml", rig.Last.Header("Accept"), StringComparison.Ordinal);
        Assert.Equal(["Accept", "Accept-Encoding", "Connection", "User-Agent"], rig.Last.Headers.Select(header => header.Key).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void A_410_ends_the_feed() => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Of(410));

        await rig.PollAsync(TimeSpan.FromDays(30));

        Assert.Equal(FeedStatus.Gone, rig.Health.Status);
        Assert.Single(rig.Web.Requests);
    });

    [Theory]
    [InlineData(429, "7200", 120, 132)]
    [InlineData(503, "7200", 120, 132)]
    [InlineData(429, "Mon, 02 Mar 2026 11:00:00 GMT", 180, 198)]
    [InlineData(503, null, 60, 66)]
    [InlineData(429, "soon", 60, 66)]
    [InlineData(429, "9999999", 1440, 1584)]
    [InlineData(429, "1", 5, 6)]
    public void A_server_that_asks_to_wait_is_obeyed(int status, string? retryAfter, int least, int most) => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, retryAfter is null ? ServerAnswer.Of(status) : ServerAnswer.Of(status).With("Retry-After", retryAfter));

        await rig.RefreshAsync();

        Assert.InRange(rig.Wait, TimeSpan.FromMinutes(least), TimeSpan.FromMinutes(most));
    });

    [Theory]
    [InlineData(429, 0)]
    [InlineData(503, 1)]
    public void A_429_silences_the_whole_host_and_a_503_only_the_feed(int status, int others) => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Of(status).With("Retry-After", "3600"));
        rig.Web.Serve("https://www.morning.example/other", Document);
        await rig.FollowAsync("https://www.morning.example/other");

        await rig.PollAsync(TimeSpan.FromMinutes(3));

        Assert.Equal(others, rig.Web.Requests.Count(request => request.Target == "/other"));
        Assert.Equal(status == 429, rig.Poller.HostPausedUntil(rig.Feed) is not null);
    });

    [Theory]
    [InlineData(401)]
    [InlineData(402)]
    [InlineData(403)]
    [InlineData(451)]
    public void A_closed_door_is_tried_seldom_and_named(int status) => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Of(status));

        var report = await rig.RefreshAsync();

        Assert.True(rig.Wait > TimeSpan.FromHours(3));
        Assert.Contains($"HTTP {status}", report.Error, StringComparison.Ordinal);
        Assert.Equal(status, rig.Health.LastStatus);
    });

    [Fact]
    public void A_cloudflare_challenge_is_named() => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Of(403).With("cf-mitigated", "challenge").With("Content-Type", "text/html; charset=UTF-8"));

        Assert.Contains("Cloudflare", (await rig.RefreshAsync()).Error, StringComparison.Ordinal);
    });

    [Fact]
    public void Faults_back_off_to_a_day_and_any_success_resets() => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Of(500));
        var waits = new List<TimeSpan>();
        for (var check = 0; check < 60; check++)
        {
            await rig.RefreshWhenDueAsync();
            waits.Add(rig.Wait);
        }

        Assert.InRange(waits[0], TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(7));
        Assert.True(waits[10] > TimeSpan.FromHours(1.5));
        Assert.InRange(waits[^1], TimeSpan.FromHours(21), TimeSpan.FromHours(24));
        rig.Web.Serve(Url, Document);
        await rig.RefreshWhenDueAsync();

        Assert.Equal((0, null, null), (rig.Health.Errors, rig.Health.LastError, rig.Health.FailingSince));
    });

    [Fact]
    public void A_feed_is_given_up_after_100_errors_over_a_week() => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Throw(new HttpRequestException(HttpRequestError.ConnectionError)));

        await rig.PollAsync(TimeSpan.FromDays(200));

        Assert.Equal((FeedStatus.Disabled, 100), (rig.Health.Status, rig.Health.Errors));
        Assert.Equal(100, rig.Web.Requests.Count);
    });

    [Theory]
    [InlineData("")]
    [InlineData("<!DOCTYPE html><html><head><title>Maintenance</title></head><body><p>Back soon</p></body></html>")]
    public void A_web_page_or_nothing_in_place_of_the_feed_is_an_error_and_keeps_the_validators(string body) => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Ok(Document).With("ETag", "\"1\""), ServerAnswer.Ok(body, "text/html").With("ETag", "\"2\""), ServerAnswer.NotModified());
        await rig.RefreshAsync();

        Assert.NotNull((await rig.RefreshWhenDueAsync()).Error);
        await rig.RefreshWhenDueAsync();

        Assert.Equal("\"1\"", rig.Last.Header("If-None-Match"));
        Assert.Equal(FeedStatus.Working, rig.Health.Status);
    });

    [Fact]
    public void A_valid_feed_without_items_is_no_error() => FetchRig.Run(async rig =>
    {
        rig.Web.Serve(Url, Some.Rss());

        Assert.Null((await rig.RefreshAsync()).Error);
    });

    [Fact]
    public void When_most_feeds_get_no_answer_it_is_our_network() => FetchRig.Run(async rig =>
    {
        rig.Web.Serve(Url, Document);
        for (var number = 0; number < 4; number++)
        {
            rig.Web.Script($"https://town{number}.example/feed", ServerAnswer.Throw(new HttpRequestException(HttpRequestError.NameResolutionError)));
            await rig.FollowAsync($"https://town{number}.example/feed");
        }

        await rig.Poller.RefreshDueAsync(null, CancellationToken.None);

        Assert.True(rig.Feeds.MostAreUnreachable);
        for (var number = 0; number < 4; number++)
        {
            rig.Web.Script($"https://town{number}.example/feed", ServerAnswer.Of(500));
        }

        await rig.PollAsync(TimeSpan.FromHours(1));

        Assert.False(rig.Feeds.MostAreUnreachable);
    });

    [Fact]
    public void What_our_network_breaks_is_not_counted_against_the_feeds() => FetchRig.Run(async rig =>
    {
        var urls = Enumerable.Range(0, 5).Select(number => $"https://town{number}.example/feed").ToList();
        rig.Web.Script(Url, ServerAnswer.Throw(new HttpRequestException(HttpRequestError.NameResolutionError)));
        foreach (var url in urls)
        {
            rig.Web.Script(url, ServerAnswer.Throw(new HttpRequestException(HttpRequestError.NameResolutionError)));
            await rig.FollowAsync(url);
        }

        await rig.PollAsync(TimeSpan.FromDays(20));

        Assert.All(rig.Feeds.All, feed => Assert.Equal((FeedStatus.Failing, true), (feed.Health.Status, feed.Health.FailsForUs)));
        Assert.All(rig.Feeds.All, feed => Assert.InRange(feed.Health.Errors, 0, 1));
        Assert.All(rig.Feeds.All, feed => Assert.InRange(feed.Health.NextCheck - rig.Time.GetUtcNow(), TimeSpan.Zero, TimeSpan.FromHours(1.2)));
        rig.Web.Serve(Url, Document);
        urls.ForEach(url => rig.Web.Serve(url, Document));
        await rig.PollAsync(TimeSpan.FromHours(2));

        Assert.All(rig.Feeds.All, feed => Assert.Equal(FeedStatus.Working, feed.Health.Status));
    });

    [Fact]
    public void The_first_failure_of_its_own_after_our_networks_begins_anew() => FetchRig.Run(async rig =>
    {
        var urls = Enumerable.Range(0, 5).Select(number => $"https://town{number}.example/feed").ToList();
        rig.Web.Script(Url, ServerAnswer.Throw(new HttpRequestException(HttpRequestError.NameResolutionError)));
        foreach (var url in urls)
        {
            rig.Web.Script(url, ServerAnswer.Throw(new HttpRequestException(HttpRequestError.NameResolutionError)));
            await rig.FollowAsync(url);
        }

        await rig.PollAsync(TimeSpan.FromDays(3));
        urls.ForEach(url => rig.Web.Serve(url, Document));
        rig.Web.Script(Url, ServerAnswer.Of(500));
        var back = rig.Time.GetUtcNow();
        await rig.PollAsync(TimeSpan.FromHours(2));

        Assert.Equal((FeedStatus.Failing, false, true), (rig.Health.Status, rig.Health.FailsForUs, rig.Health.FailingSince >= back));
    });

    [Fact]
    public void Health_tells_status_rate_and_bytes() => FetchRig.Run(async rig =>
    {
        rig.Web.Serve(Url, Document);
        await rig.RefreshAsync();

        await rig.RefreshWhenDueAsync();

        Assert.Equal((304, 2, 1, 0.5), (rig.Health.LastStatus, rig.Health.Requests, rig.Health.NotModifiedAnswers, rig.Health.NotModifiedRate));
        Assert.Equal(Document.Length, rig.Health.Bytes);
    });

    [Fact]
    public void A_save_by_somebody_else_meanwhile_loses_nothing() => FetchRig.Run(async rig =>
    {
        rig.Web.Serve(Url, Document);
        await rig.Store.SaveFeedAsync(rig.Feed, CancellationToken.None);

        Assert.Equal(0, (await rig.RefreshAsync()).New);
        Assert.Equal(1, (await rig.RefreshWhenDueAsync()).New);
    });
}
