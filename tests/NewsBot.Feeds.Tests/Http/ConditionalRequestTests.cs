using NewsBot.Core.Feeds;
using NewsBot.Testing;
using NewsBot.Testing.Web;

namespace NewsBot.Feeds.Tests.Http;

[Collection(Alone.Name)]
public sealed class ConditionalRequestTests
{
    private const string Url = FetchRig.Url;
    private static readonly string Document = Some.Rss(Some.Item("Bridge opens"));

    [Theory]
    [InlineData("\"abc\"", "Mon, 02 Mar 2026 07:00:00 GMT")]
    [InlineData("W/\"abc-gzip\"", "mon, 2 mar 2026 7:00:00 +0000")]
    [InlineData("not quoted", "yesterday")]
    [InlineData("\"a,b\", \"c\"", "0")]
    [InlineData("\"\u00e9\u00ff\"", "Mon, 02-Mar-26 07:00:00 GMT")]
    public void Validators_go_back_byte_for_byte(string tag, string date) => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Ok(Document).With("ETag", tag).With("Last-Modified", date), ServerAnswer.NotModified());
        await rig.RefreshAsync();
        Assert.False(rig.Last.IsConditional);

        await rig.RefreshWhenDueAsync();

        Assert.Equal(tag, rig.Last.Header("If-None-Match"));
        Assert.Equal(date, rig.Last.Header("If-Modified-Since"));
    });

    [Fact]
    public void No_date_is_invented() => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Ok(Document).With("ETag", "\"1\""), ServerAnswer.NotModified());
        await rig.RefreshAsync();

        await rig.RefreshWhenDueAsync();

        Assert.Null(rig.Last.Header("If-Modified-Since"));
    });

    [Fact]
    public void A_304_updates_what_it_names_and_leaves_the_rest() => FetchRig.Run(async rig =>
    {
        rig.Web.Script(
            Url,
            ServerAnswer.Ok(Document).With("ETag", "\"1\"").With("Last-Modified", "Mon, 02 Mar 2026 07:00:00 GMT"),
            ServerAnswer.NotModified().With("ETag", "\"2\""),
            ServerAnswer.NotModified().With("Last-Modified", "Tue, 03 Mar 2026 07:00:00 GMT"));
        await rig.RefreshAsync();
        await rig.RefreshWhenDueAsync();
        Assert.Equal(new Validators("\"2\"", "Mon, 02 Mar 2026 07:00:00 GMT"), rig.Health.Validators);

        await rig.RefreshWhenDueAsync();

        Assert.Equal(new Validators("\"2\"", "Tue, 03 Mar 2026 07:00:00 GMT"), rig.Health.Validators);
    });

    [Fact]
    public void A_200_updates_each_validator_and_clears_one_that_is_no_longer_sent() => FetchRig.Run(async rig =>
    {
        rig.Web.Script(
            Url,
            ServerAnswer.Ok(Document).With("ETag", "\"1\"").With("Last-Modified", "Mon, 02 Mar 2026 07:00:00 GMT"),
            ServerAnswer.Ok(Some.Rss(Some.Item("Mayor resigns"))).With("ETag", "\"2\""));
        await rig.RefreshAsync();

        await rig.RefreshWhenDueAsync();

        Assert.Equal(new Validators("\"2\"", null), rig.Health.Validators);
    });

    [Fact]
    public void A_304_is_not_parsed_resets_errors_and_moves_the_schedule() => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Ok(Document).With("ETag", "\"1\""), ServerAnswer.Of(500), ServerAnswer.NotModified());
        await rig.RefreshAsync();
        await rig.RefreshWhenDueAsync();
        Assert.Equal(1, rig.Health.Errors);

        await rig.RefreshWhenDueAsync();

        Assert.Equal((1, 0, FeedStatus.Working), (rig.Parser.Parsed, rig.Health.Errors, rig.Health.Status));
        Assert.True(rig.Wait >= TimeSpan.FromMinutes(5));
        Assert.Equal(1, rig.Health.NotModifiedAnswers);
    });

    [Fact]
    public void An_equal_body_is_not_parsed_again() => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Ok(Document));
        await rig.RefreshAsync();

        var report = await rig.RefreshWhenDueAsync();

        Assert.Equal((1, 0, 0), (rig.Parser.Parsed, report.New, report.Changed));
    });

    [Fact]
    public void A_constant_etag_does_not_hide_new_items() => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Ok(Document).With("ETag", "\"x\""), ServerAnswer.Ok(Some.Rss(Some.Item("Mayor resigns"), Some.Item("Bridge opens"))).With("ETag", "\"x\""));
        await rig.RefreshAsync();

        Assert.Equal(1, (await rig.RefreshWhenDueAsync()).New);
    });

    [Fact]
    public void Validators_older_than_eight_days_are_not_sent_once() => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, request => request.IsConditional ? ServerAnswer.NotModified() : ServerAnswer.Ok(Document).With("ETag", "\"1\""));

        await rig.PollAsync(TimeSpan.FromDays(9));

        Assert.Equal(2, rig.Web.Requests.Count(request => !request.IsConditional));
    });

    [Fact]
    public void Expires_0_means_that_validators_are_not_kept() => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Ok(Document).With("ETag", "\"1\"").With("Expires", "0"));
        await rig.RefreshAsync();

        await rig.RefreshWhenDueAsync();

        Assert.False(rig.Last.IsConditional);
    });

    [Fact]
    public void Validators_belong_to_the_address_that_sent_them() => FetchRig.Run(async rig =>
    {
        const string Other = "https://evening.example/feed";
        rig.Web.Script(Url, ServerAnswer.Redirect(302, Other), ServerAnswer.Redirect(302, Other), ServerAnswer.Redirect(302, "https://night.example/feed"));
        rig.Web.Script(Other, ServerAnswer.Ok(Document).With("ETag", "\"1\""), ServerAnswer.NotModified());
        rig.Web.Script("https://night.example/feed", ServerAnswer.Ok(Document));
        await rig.RefreshAsync();
        await rig.RefreshWhenDueAsync();
        Assert.Equal("\"1\"", rig.Last.Header("If-None-Match"));

        await rig.RefreshWhenDueAsync();

        Assert.Equal("night.example", rig.Last.Host);
        Assert.False(rig.Last.IsConditional);
    });

    [Fact]
    public void A_restart_keeps_validators_and_fetches_nothing_that_is_not_due() => FetchRig.Run(async rig =>
    {
        rig.Web.Script(Url, ServerAnswer.Ok(Document).With("ETag", "\"1\"").With("Cache-Control", "max-age=7200"));
        await rig.RefreshAsync();

        using var again = await rig.RestartAsync();
        again.Web.Script(Url, ServerAnswer.NotModified());
        await again.PollAsync(TimeSpan.FromMinutes(119));
        Assert.Empty(again.Web.Requests);
        await again.PollAsync(TimeSpan.FromMinutes(20));

        Assert.Equal("\"1\"", Assert.Single(again.Web.Requests).Header("If-None-Match"));
    });
}
