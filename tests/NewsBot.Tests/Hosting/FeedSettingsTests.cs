using System.Text;
using NewsBot.Core.Articles.Enrichment;
using NewsBot.Core.Commands;
using NewsBot.Core.Feeds;
using NewsBot.Testing;
using NewsBot.Testing.Web;

namespace NewsBot.Tests.Hosting;

public sealed class FeedSettingsTests : IAsyncLifetime
{
    private const string Canary = "canary-52be07";
    private readonly FeedServer _site = FeedServer.Start();
    private BotRig _rig = null!;

    public async ValueTask InitializeAsync()
    {
        _rig = await BotRig.OpenAsync();
        _site.Script("/feed.xml", ServerAnswer.Ok(Some.Rss(Some.Item("Ferry to Marrow Island resumes"))));
        await _rig.TellAsync($"/subscribe {_site.Url("/feed.xml")}");
    }

    private Feed Feed => _rig.Bot.Get<FeedRegistry>().All[0];

    [Theory]
    [InlineData("on", FullTextMode.On)]
    [InlineData("off", FullTextMode.Off)]
    [InlineData("auto", FullTextMode.Automatic)]
    public async Task Pages_are_read_always_never_or_as_needed_also_after_a_restart(string word, FullTextMode mode)
    {
        Assert.Contains("Pages", await _rig.TellAsync($"/feed #1 fulltext {word}"), StringComparison.Ordinal);
        await _rig.RestartAsync();

        Assert.Equal(mode, Feed.FullText);
    }

    [Fact]
    public async Task A_header_is_sent_and_never_shown_again()
    {
        var shown = await _rig.TellAsync($"/feed {_site.Url("/feed.xml")} header X-Api-Key: {Canary}") + await _rig.TellAsync("/feed #1") + await _rig.TellAsync("/feeds");
        await _rig.RestartAsync();
        await _rig.Bot.Get<NewsPipeline>().RefreshAsync(Feed, TestContext.Current.CancellationToken);

        Assert.Equal(Canary, _site.Requests[^1].Header("X-Api-Key"));
        Assert.Contains("X-Api-Key", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, shown, StringComparison.Ordinal);
        await _rig.TellAsync("/feed #1 header X-Api-Key off");
        await _rig.Bot.Get<NewsPipeline>().RefreshAsync(Feed, TestContext.Current.CancellationToken);
        Assert.Null(_site.Requests[^1].Header("X-Api-Key"));
        await _rig.CloseAsync();
        foreach (var file in Directory.EnumerateFiles(_rig.Folder, "*", SearchOption.AllDirectories))
        {
            Assert.True((await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Canary)) < 0, $"{file} holds the key.");
        }
    }

    [Theory]
    [InlineData("/feed #1 header X-Api-Key: k", Role.Operator, false)]
    [InlineData("/feed #1 proxy http://127.0.0.1:3128", Role.Operator, false)]
    [InlineData("/feed #1 header X-Api-Key: k", Role.Admin, true)]
    [InlineData("/feed #1 fulltext on", Role.Admin, true)]
    [InlineData("/feed #1 header Host: inside", Role.Operator, true)]
    [InlineData("/feed #1 header X Y: k", Role.Operator, true)]
    [InlineData("/feed #1 proxy ftp://127.0.0.1", Role.Operator, true)]
    [InlineData("/feed #1 fulltext maybe", Role.Operator, true)]
    [InlineData("/feed #7 fulltext on", Role.Operator, true)]
    [InlineData("/feed", Role.Operator, true)]
    public async Task What_must_not_or_cannot_be_set_is_refused(string text, Role role, bool isPrivate)
    {
        Assert.IsType<Reply.Refusal>(await _rig.AskAsync(text, role, isPrivate: isPrivate));

        Assert.True(_rig.Bot.Get<FeedAccessRegistry>().For(Feed.Id).IsPublic);
    }

    [Fact]
    public async Task Others_who_follow_the_feed_keep_it_free_of_secrets_but_not_of_a_proxy()
    {
        await _rig.TellAsync($"/subscribe {_site.Url("/feed.xml")}", Role.Admin, "test:bert");

        Assert.IsType<Reply.Refusal>(await _rig.AskAsync("/feed #1 header X-Api-Key: k"));
        Assert.IsType<Reply.Message>(await _rig.AskAsync("/feed #1 http1 on"));
        Assert.False(_rig.Bot.Get<FeedAccessRegistry>().IsGuarded(Feed.Id));
    }

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        await _site.DisposeAsync();
    }
}
