using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Reports;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Storage.LiteDb;
using NewsBot.Testing;

namespace NewsBot.Storage.Tests;

public sealed class ReportTests : IDisposable
{
    private static readonly PlaceId Here = new("terminal:me");
    private readonly string _folder = Directory.CreateTempSubdirectory("newsbot-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_wrong_summary_is_known_in_its_place_alone_and_kept_once()
    {
        await using var host = Open();
        using var store = new LiteNewsStore(host, TimeProvider.System);
        var cancellationToken = TestContext.Current.CancellationToken;

        Assert.True(await store.SaveReportAsync(Report(ReportKind.Summary, 1), cancellationToken));
        Assert.True(await store.SaveReportAsync(Report(ReportKind.Summary, 1), cancellationToken));

        Assert.Equal([new ArticleId(1)], await store.WrongSummariesAsync(Here, [new ArticleId(1), new ArticleId(2)], cancellationToken));
        Assert.Empty(await store.WrongSummariesAsync(new PlaceId("terminal:bob"), [new ArticleId(1)], cancellationToken));
        Assert.Equal("Bridge opens", Assert.Single(await store.ListReportsAsync(cancellationToken)).Title);
    }

    [Fact]
    public async Task An_article_of_another_story_becomes_its_own()
    {
        await using var host = Open();
        using var store = new LiteNewsStore(host, TimeProvider.System);
        var cancellationToken = TestContext.Current.CancellationToken;
        var feed = await store.AddFeedAsync(new NewFeed(FeedKind.Web, "https://morning.example/feed", "Morning"), cancellationToken);
        Article[] articles = [Some.Article(id: 1) with { Feed = feed.Id }, Some.Article(id: 2) with { Feed = feed.Id, Story = new StoryId(1), CopyOf = new ArticleId(1) }];
        await store.CommitRefreshAsync(new RefreshOutcome { Feed = feed, NewArticles = articles, ChangedArticles = [], Deliveries = [] }, cancellationToken);

        await store.SaveReportAsync(Report(ReportKind.Story, 2), cancellationToken);

        Assert.Equal([new ArticleId(1)], await store.StoryArticlesAsync(new StoryId(1), cancellationToken));
        Assert.Equal([new ArticleId(2)], await store.StoryArticlesAsync(new StoryId(2), cancellationToken));
        var split = Assert.Single(await store.GetArticlesAsync([new ArticleId(2)], cancellationToken));
        Assert.Equal((new StoryId(2), null), (split.Story, split.CopyOf));
    }

    private static Report Report(ReportKind kind, long article) => new()
    {
        Kind = kind,
        Article = new ArticleId(article),
        Place = Here,
        Person = new PersonId("terminal:me"),
        Time = Some.Morning,
        Title = "Bridge opens",
        Source = "Morning",
        Shown = "The bridge opens.",
    };

    private LiteDatabaseHost Open() => Assert.IsType<OpenResult.Opened>(LiteDatabaseHost.Open(new LiteDatabaseOptions(_folder), NullLogger.Instance)).Host;
}
