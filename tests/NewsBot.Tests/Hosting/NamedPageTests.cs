using NewsBot.Core.Commands;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Testing;
using NewsBot.Testing.Web;

namespace NewsBot.Tests.Hosting;

public sealed class NamedPageTests : IAsyncLifetime
{
    private const string Text = "<p>The new bridge over the Aldra opened on Monday after four years of work, and the mayor of Larkfield cut the ribbon before two thousand people.</p><p>Engineers expect the crossing to halve the traffic in the old town within a year. The ferry to Marrow Island keeps its timetable until the autumn.</p><p>The bridge cost nine million crowns, a third more than the council had planned, because the eastern pier had to be founded twice.</p>";
    private readonly FeedServer _site = FeedServer.Start();
    private BotRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await BotRig.OpenAsync();

    [Fact]
    public async Task A_link_is_read_once_and_stored_for_this_place_only()
    {
        Page("/bridge", Text);

        var summary = Assert.IsType<Reply.SummaryView>(await _rig.AskAsync($"/summary {Url("/bridge")}"));
        var again = Assert.IsType<Reply.ArticleView>(await _rig.AskAsync($"/read {Url("/bridge")}?utm_source=chat"));

        Assert.Equal("Bridge over the Aldra opens", summary.Article.Title);
        Assert.NotEmpty(summary.Sentences);
        Assert.Equal(summary.Article.Id, again.Article.Id);
        Assert.Single(_site.Requests);
        Assert.Contains("Bridge over the Aldra", Titles(await _rig.AskAsync("/latest")), StringComparison.Ordinal);
        Assert.DoesNotContain("Bridge over the Aldra", Titles(await _rig.AskAsync("/latest", place: "test:bert")), StringComparison.Ordinal);
        Assert.Contains("stored here", await _rig.TellAsync($"/story {Url("/bridge")}", place: "test:bert"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_place_reads_the_page_for_itself()
    {
        Page("/bridge", Text);

        var anna = Assert.IsType<Reply.SummaryView>(await _rig.AskAsync($"/summary {Url("/bridge")}"));
        var bert = Assert.IsType<Reply.SummaryView>(await _rig.AskAsync($"/summary {Url("/bridge")}", place: "test:bert"));

        Assert.NotEqual(anna.Article.Id, bert.Article.Id);
        Assert.Equal(2, _rig.Bot.Get<FeedRegistry>().All.Count(feed => feed.Kind == FeedKind.Pages));
    }

    [Fact]
    public async Task An_article_of_a_feed_is_found_by_its_link_after_a_restart_too()
    {
        var item = Some.Item("Ferry to Marrow Island resumes") with { Link = Url("/ferry") };
        _site.Serve("/town.xml", Some.Rss(item));
        await _rig.TellAsync($"/subscribe {_site.Url("/town.xml")}");
        await _rig.RestartAsync();

        Assert.IsType<Reply.StoryView>(await _rig.AskAsync($"/story {Url("/ferry")}"));
        Assert.Contains("older than", await _rig.TellAsync($"/why {Url("/ferry")}"), StringComparison.Ordinal);
        Assert.Contains("Saved", await _rig.TellAsync($"/save {Url("/ferry")}"), StringComparison.Ordinal);
        Assert.Single(_site.Requests);
    }

    [Fact]
    public async Task In_a_group_the_text_of_a_page_stays_unread()
    {
        Page("/bridge", Text);

        Assert.IsType<Reply.SummaryView>(await _rig.AskAsync($"/read {Url("/bridge")}", isPrivate: false));
    }

    [Fact]
    public async Task What_is_no_article_is_answered_with_what_to_do()
    {
        _site.Script("/links", ServerAnswer.Ok($"<html><body><ul>{string.Concat(Enumerable.Range(1, 120).Select(number => $"<li><a href='/{number}'>Report number {number} from the town of Tollen</a></li>"))}</ul></body></html>", "text/html"));
        _site.Script("/busy", ServerAnswer.Of(503));
        _site.Script("/file", ServerAnswer.Ok("%PDF-1.4", "application/pdf"));

        var links = await _rig.AskAsync($"/summary {Url("/links")}");

        Assert.Contains("list of links", Assert.IsType<Reply.Refusal>(links).Text, StringComparison.Ordinal);
        Assert.Equal($"/subscribe {Url("/links")}", Assert.Single(links.Choices).Command);
        Assert.Contains("Try again later", await _rig.TellAsync($"/summary {Url("/busy")}"), StringComparison.Ordinal);
        Assert.Contains("no HTML page", await _rig.TellAsync($"/read {Url("/file")}"), StringComparison.Ordinal);
        Assert.Contains("404", await _rig.TellAsync($"/read {Url("/nowhere")}"), StringComparison.Ordinal);
        Assert.IsType<Reply.Refusal>(await _rig.AskAsync("/read http://10.0.0.7/"));
        Assert.Equal(0, await _rig.Bot.Get<INewsStore>().CountArticlesAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_page_that_was_asked_for_twice_at_once_is_stored_once()
    {
        Page("/bridge", Text);

        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _rig.AskAsync($"/summary {Url("/bridge")}")));

        Assert.Single(replies.Cast<Reply.SummaryView>().Select(reply => reply.Article.Id).Distinct());
    }

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        await _site.DisposeAsync();
    }

    private string Url(string path) => _site.Url(path).AbsoluteUri;

    private static string Titles(Reply reply) => reply is Reply.ArticleList list ? string.Join('\n', list.Lines.Select(line => line.Article.Title)) : "";

    private void Page(string path, string text) => _site.Script(path, ServerAnswer.Ok(
        $"<!doctype html><html lang='en'><head><title>Bridge over the Aldra opens</title><meta property='og:type' content='article'><meta property='og:site_name' content='Larkfield Post'></head><body><article><h1>Bridge over the Aldra opens</h1>{text}</article></body></html>",
        "text/html; charset=utf-8"));
}
