using NewsBot.Core.Feeds;
using NewsBot.Testing;
using NewsBot.Testing.Web;

namespace NewsBot.Feeds.Tests.Http;

/// <summary>Where an address leads, and which of it is kept.</summary>
[Collection(Alone.Name)]
public sealed class RedirectTests
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
}
