using Microsoft.Extensions.Time.Testing;
using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Feeds;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing;

namespace NewsBot.Core.Tests.Commands;

public sealed class HeadlineTests
{
    private static readonly DateTimeOffset Now = Some.Morning;

    [Fact]
    public void A_story_that_three_publishers_took_up_within_two_hours_is_rising() => Assert.True(Headline.Of([Report(1, "one", 1), Report(2, "two", 0.5), Report(3, "three", 0.1)], Now).IsRising);

    [Fact]
    public void A_story_that_is_told_as_much_as_all_day_is_not_rising()
    {
        var steady = Enumerable.Range(0, 24).Select(at => Report(at + 1, "source" + (at % 4), at * 0.6)).ToList();

        Assert.False(Headline.Of(steady, Now).IsRising);
    }

    [Fact]
    public void A_story_that_is_told_more_than_twice_as_much_as_before_is_rising()
    {
        var before = Enumerable.Range(0, 5).Select(at => Report(at + 1, "source" + at, 3 + (2 * at)));
        var now = Enumerable.Range(0, 4).Select(at => Report(at + 10, "source" + at, 0.2 * at));

        Assert.True(Headline.Of([.. before, .. now], Now).IsRising);
    }

    [Fact]
    public void Wide_coverage_outranks_a_single_fresh_report()
    {
        var wide = Headline.Of([Report(1, "one", 4), Report(2, "two", 3), Report(3, "three", 2)], Now);
        var single = Headline.Of([Report(4, "four", 0)], Now);

        Assert.True(wide.Rank(Now) > single.Rank(Now));
        Assert.Equal(new ArticleId(1), wide.Lead);
    }

    [Fact]
    public void Sections_of_one_site_are_one_source()
    {
        var article = Some.Article();
        RecentArticle[] reports = [RecentArticle.Of(article with { Url = "https://news.larkfield.example/1", Source = "Larkfield News" }), RecentArticle.Of(article with { Url = "https://sport.larkfield.example/1", Source = "Larkfield Sport" })];

        Assert.Equal(1, Headline.Of(reports, Now).Sources);
    }

    [Fact]
    public async Task The_newest_of_several_copies_stands_for_them_in_the_latest()
    {
        var (store, feeds) = (new MemoryNewsStore(new MemoryNewsData(), new FakeTimeProvider(Now)), new FeedRegistry());
        var feed = await store.AddFeedAsync(new NewFeed(FeedKind.Web, "https://morning.example/feed", "Morning of Larkfield") { InCatalogue = true }, TestContext.Current.CancellationToken);
        feeds.Put(feed);
        Article[] articles =
        [
            Some.Article(id: 1) with { Published = Now.AddHours(-2) },
            Some.Article("Harbour crane bought", 2) with { Published = Now.AddHours(-1) },
            Some.Article(id: 3) with { CopyOf = new ArticleId(1), Story = new StoryId(1) },
        ];
        await store.CommitRefreshAsync(new RefreshOutcome { Feed = feed, NewArticles = articles }, TestContext.Current.CancellationToken);

        var latest = await new HeadlineReader(store, new RecentArticles(), feeds, new SubscriptionRegistry(feeds)).LatestAsync(new PlaceId("test:anna"), "", TestContext.Current.CancellationToken);

        Assert.Equal([3, 2], latest.Select(id => id.Value));
    }

    private static RecentArticle Report(long id, string source, double hoursAgo) =>
        RecentArticle.Of(Some.Article(id: id) with { Source = source, Url = $"https://{source}.example/{id}", Published = Now.AddHours(-hoursAgo) });
}
