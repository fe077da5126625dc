using NewsBot.Core.Feeds;
using NewsBot.Testing;
using NewsBot.Testing.Web;

namespace NewsBot.Feeds.Tests.Http;

/// <summary>What comes of each answer of a server.</summary>
[Collection(Alone.Name)]
public sealed class StatusTests
{
    private const string Url = FetchRig.Url;
    private static readonly string Document = Some.Rss(Some.Item("Bridge opens"));

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
