using NewsBot.Core.Commands;
using NewsBot.Core.Feeds;
using NewsBot.Testing;
using NewsBot.Testing.Web;

namespace NewsBot.Tests.Hosting;

public sealed class FollowTests : IAsyncLifetime
{
    private readonly FeedServer _site = FeedServer.Start();
    private BotRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await BotRig.OpenAsync();

    [Fact]
    public async Task A_feed_is_followed_at_once_and_asked_for_once()
    {
        _site.Serve("/town.xml", Some.Rss(Some.Item("Ferry to Marrow Island resumes")));

        var told = await _rig.TellAsync($"/subscribe {_site.Url("/town.xml")}");

        Assert.Contains("#1 Morning of Larkfield is followed now", told, StringComparison.Ordinal);
        Assert.Contains("Newest there: Ferry to Marrow Island resumes", told, StringComparison.Ordinal);
        Assert.Contains("It published 1 in the last 7 days.", told, StringComparison.Ordinal);
        Assert.Single(_site.Requests);
    }

    [Fact]
    public async Task What_a_feed_still_shows_of_earlier_years_is_not_counted_for_the_week()
    {
        _site.Serve("/town.xml", Some.Rss(Some.Item("Ferry to Marrow Island resumes", new DateTimeOffset(2017, 6, 27, 9, 0, 0, TimeSpan.Zero)), Some.Item("Regatta on the Aldra", new DateTimeOffset(2016, 5, 1, 9, 0, 0, TimeSpan.Zero))));

        Assert.Contains("It published nothing in the last 7 days; that one is of 2017-06-27.", await _rig.TellAsync($"/subscribe {_site.Url("/town.xml")}"), StringComparison.Ordinal);
        Assert.Contains("No article of the last 7 days is here to try it on.", await _rig.TellAsync("/filter #1 ferry"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_with_one_feed_is_followed_by_the_address_of_the_site()
    {
        Page("/", ("/town.xml", "Town"));
        _site.Serve("/town.xml", Some.Rss(Some.Item("Ferry to Marrow Island resumes")));

        Assert.Contains("is followed now", await _rig.TellAsync($"/subscribe {_site.Url("/")}"), StringComparison.Ordinal);

        Assert.Equal(_site.Url("/town.xml").AbsoluteUri, Assert.Single(_rig.Bot.Get<FeedRegistry>().All).Url);
    }

    [Fact]
    public async Task A_site_with_several_feeds_asks_and_a_choice_keeps_the_filter_and_the_folder()
    {
        Page("/", ("/town.xml", "Town"), ("/sport.xml", "Sport"));
        _site.Serve("/town.xml", Some.Rss(Some.Item("Ferry to Marrow Island resumes")));
        _site.Serve("/sport.xml", Some.Rss(Some.Item("Regatta on the Aldra")));

        var asked = await _rig.AskAsync($"/subscribe {_site.Url("/")} aldra in Clubs");

        Assert.Equal(["Town", "Sport"], asked.Choices.Select(choice => choice.Label));
        Assert.Empty(_rig.Bot.Get<FeedRegistry>().All);
        Assert.Contains("is followed now", await _rig.TellAsync(asked.Choices[1].Command), StringComparison.Ordinal);
        var followed = Assert.Single(_rig.Bot.Get<Core.Subscriptions.SubscriptionRegistry>().All);
        Assert.Equal(("aldra", "Clubs"), (followed.Filter, followed.Folder));
    }

    [Theory]
    [InlineData("http://10.0.0.7/feed")]
    [InlineData("https://x.com/larkfield")]
    [InlineData("larkfield.invalid")]
    public async Task An_address_that_cannot_be_followed_leaves_nothing_behind(string address)
    {
        Assert.IsType<Reply.Refusal>(await _rig.AskAsync("/subscribe " + address));

        Assert.Empty(_rig.Bot.Get<FeedRegistry>().All);
        await _rig.RestartAsync();
        Assert.Empty(_rig.Bot.Get<FeedRegistry>().All);
    }

    [Fact]
    public async Task A_page_without_a_feed_leaves_nothing_behind_and_says_what_was_tried()
    {
        Page("/");

        Assert.Contains("usual addresses", await _rig.TellAsync($"/subscribe {_site.Url("/")}"), StringComparison.Ordinal);

        Assert.Empty(_rig.Bot.Get<FeedRegistry>().All);
    }

    [Fact]
    public async Task A_feed_that_works_is_not_looked_for_again()
    {
        _site.Serve("/town.xml", Some.Rss(Some.Item("Ferry to Marrow Island resumes")));
        await _rig.TellAsync($"/subscribe {_site.Url("/town.xml")}");

        Assert.Contains("is followed now", await _rig.TellAsync($"/subscribe {_site.Url("/town.xml")}", place: "test:bert"), StringComparison.Ordinal);

        Assert.Single(_site.Requests);
    }

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        await _site.DisposeAsync();
    }

    private void Page(string path, params (string Path, string Title)[] feeds) => _site.Script(path, ServerAnswer.Ok(
        $"<!doctype html><html><head><title>Larkfield</title>{string.Concat(feeds.Select(feed => $"""<link rel="alternate" type="application/rss+xml" href="{feed.Path}" title="{feed.Title}">"""))}</head><body><h1>Larkfield</h1></body></html>",
        "text/html; charset=utf-8"));
}
