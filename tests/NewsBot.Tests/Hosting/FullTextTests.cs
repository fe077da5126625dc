using NewsBot.Core.Articles.Enrichment;
using NewsBot.Core.Commands;
using NewsBot.Core.Feeds;
using NewsBot.Testing;
using NewsBot.Testing.Web;

namespace NewsBot.Tests.Hosting;

public sealed class FullTextTests : IAsyncLifetime
{
    private const string Teaser = "The new bridge over the Aldra opened on Monday.";
    private readonly FeedServer _site = FeedServer.Start();
    private BotRig _rig = null!;

    public async ValueTask InitializeAsync()
    {
        _rig = await BotRig.OpenAsync();
        Serve(Teaser);
        _site.Script("/bridge", ServerAnswer.Ok(
            """
            <!doctype html><html lang="en"><head><title>Bridge over the Aldra opens</title><meta property="og:type" content="article"></head><body><article><h1>Bridge over the Aldra opens</h1>
            <p>The new bridge over the Aldra opened on Monday after four years of work, and the mayor of Larkfield cut the ribbon before two thousand people.</p>
            <p>Engineers expect the crossing to halve the traffic in the old town within a year. The ferry to Marrow Island keeps its timetable until the autumn.</p></article></body></html>
            """,
            "text/html; charset=utf-8"));
        await _rig.TellAsync($"/subscribe {_site.Url("/town.xml")}");
    }

    [Fact]
    public async Task A_teaser_becomes_the_text_of_its_page_and_groups_still_read_the_teaser()
    {
        Assert.Equal(1, await EnrichAsync());

        Assert.Contains("halve the traffic", await ReadAsync(), StringComparison.Ordinal);
        Assert.Equal(Teaser, Assert.IsType<Reply.ArticleView>(await _rig.AskAsync($"/read {_site.Url("/bridge")}", isPrivate: false)).Article.Body);
        Assert.NotEmpty(Assert.IsType<Reply.ArticleList>(await _rig.AskAsync("/search timetable")).Lines);
        Assert.Equal(0, await EnrichAsync());
    }

    [Fact]
    public async Task A_changed_teaser_does_not_overwrite_the_fuller_text()
    {
        await EnrichAsync();
        Serve("The new bridge over the Aldra opened on Monday, at last.");
        await RefreshAsync();

        Assert.Contains("halve the traffic", await ReadAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await EnrichAsync());
        Assert.Contains("halve the traffic", await ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tasks_survive_a_restart_and_a_claimed_one_is_held_for_its_lease()
    {
        await _rig.RestartAsync();
        var store = _rig.Bot.Get<IEnrichmentStore>();

        var claimed = await store.ClaimEnrichmentsAsync(50, store.Now + TimeSpan.FromMinutes(2), Stop);

        Assert.Single(claimed);
        Assert.Empty(await store.ClaimEnrichmentsAsync(50, store.Now + TimeSpan.FromMinutes(2), Stop));
        Assert.InRange((await store.NextEnrichmentAsync(Stop))!.Value - store.Now, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2));
        await store.FinishEnrichmentAsync(claimed[0], null, null, Stop);
        Assert.Null(await store.NextEnrichmentAsync(Stop));
    }

    [Fact]
    public async Task An_article_that_changed_while_its_page_was_read_is_read_again()
    {
        var store = _rig.Bot.Get<IEnrichmentStore>();
        var task = Assert.Single(await store.ClaimEnrichmentsAsync(50, store.Now + TimeSpan.FromMinutes(2), Stop));
        var article = (await store.GetArticleAsync(task.Article, Stop))!;

        Assert.False(await store.FinishEnrichmentAsync(task, article with { Paragraphs = ["Other."] }, "an older hash", Stop));

        Assert.Equal(1, await EnrichAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        await _site.DisposeAsync();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private void Serve(string text) =>
        _site.Serve("/town.xml", Some.Rss(Some.Item("Bridge over the Aldra opens") with { Link = _site.Url("/bridge").AbsoluteUri, Description = text }));

    private Task<int> EnrichAsync() => _rig.Bot.Get<ArticleEnricher>().EnrichDueAsync(Stop);

    private Task<string> ReadAsync() => _rig.TellAsync($"/read {_site.Url("/bridge")}");

    private Task RefreshAsync() => _rig.Bot.Get<NewsPipeline>().RefreshAsync(_rig.Bot.Get<FeedRegistry>().All[0], Stop);
}
