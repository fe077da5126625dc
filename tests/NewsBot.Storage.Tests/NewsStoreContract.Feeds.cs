using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Stories;
using NewsBot.Testing;

namespace NewsBot.Storage.Tests;

/// <content>Feeds and articles.</content>
public abstract partial class NewsStoreContract
{
    [Fact]
    public async Task A_refresh_is_committed_once_for_the_version_that_was_read()
    {
        var feed = await FeedAsync();
        var outcome = new RefreshOutcome { Feed = feed, NewArticles = [Some.Article(id: 7)], Deliveries = [Planned("test:a", 7)] };

        var commit = await Store.CommitRefreshAsync(outcome, Token);

        Assert.Equal(feed.Version + 1, commit!.Feed.Version);
        Assert.Null(await Store.CommitRefreshAsync(outcome, Token));
        Assert.Single(await Store.OpenDeliveriesAsync(Token));
        Assert.Equal((7, 1L), ((await Store.LastArticleIdAsync(Token)).Value, await Store.CountArticlesAsync(Token)));
    }

    [Fact]
    public async Task A_line_that_was_learned_later_is_gone_from_the_articles_stored_before()
    {
        const string body = "The council of Larkfield opened the new bridge over the Aldra on Monday evening.";
        const string recurring = "The Morning collects what moves the valley between the Aldra and the Sarn.";
        var feed = await FeedAsync();
        var article = Some.Article(id: 7) with { Feed = feed.Id, Paragraphs = [body, recurring], Teaser = [body, recurring], Summary = [recurring] };
        feed = (await Store.CommitRefreshAsync(new RefreshOutcome { Feed = feed, NewArticles = [article] }, Token))!.Feed;
        var before = Assert.Single(await Store.GetArticlesAsync([new(7)], Token));
        var memory = FeedMemory.Empty with { Boilerplate = BoilerplateMemory.Empty.With([["a", recurring], ["b", recurring], ["c", recurring]]) };

        await Store.CommitRefreshAsync(new RefreshOutcome { Feed = feed, Memory = memory }, Token);

        Assert.Equal([body, recurring], before.Paragraphs);
        Article[] read = [.. await Store.GetArticlesAsync([new(7)], Token), .. await Store.NewestArticlesAsync(null, 5, Token), .. await Store.ArticlesAfterAsync(new(0), 5, Token)];
        Assert.Equal(3, read.Length);
        foreach (var shown in read)
        {
            Assert.Equal([body], shown.Paragraphs);
            Assert.Equal([body], shown.Teaser);
            Assert.Equal([body], shown.Summary);
            Assert.Equal(article.ContentHash, shown.ContentHash);
        }
    }

    [Fact]
    public async Task A_feed_is_added_once_and_found_by_each_of_its_addresses()
    {
        var feed = await FeedAsync();
        var moved = await Store.SaveFeedAsync(feed with { Url = "https://evening.example/feed" }, Token);

        Assert.Equal(feed.Id, (await FeedAsync()).Id);
        Assert.Equal(feed.Id, (await Store.AddFeedAsync(new NewFeed(FeedKind.Web, "https://evening.example/feed", "x"), Token)).Id);
        Assert.Null(await Store.SaveFeedAsync(feed, Token));
        Assert.Equal((moved!.Url, moved.Version), (await Store.FindFeedAsync(feed.Id, Token)) is { } stored ? (stored.Url, stored.Version) : default);
    }

    [Fact]
    public async Task A_feed_that_moved_onto_another_takes_its_subscriptions_and_its_memory_along_in_one_transaction()
    {
        await PlaceAsync("test:a");
        await PlaceAsync("test:b");
        var (from, into) = (await FeedAsync(), await Store.AddFeedAsync(new NewFeed(FeedKind.Web, "https://evening.example/feed", "Evening of Larkfield"), Token));
        from = (await Store.CommitRefreshAsync(new RefreshOutcome { Feed = from, Memory = new FeedMemory([new SeenItem("a", new(1), "h"), new SeenItem("b", new(2), "h")]) }, Token))!.Feed;
        into = (await Store.CommitRefreshAsync(new RefreshOutcome { Feed = into, Memory = new FeedMemory([new SeenItem("b", new(3), "h"), new SeenItem("c", new(4), "h")]) }, Token))!.Feed;
        var alone = await FollowAsync("test:a", from);
        var (both, kept) = (await FollowAsync("test:b", from), await FollowAsync("test:b", into));
        var merge = new FeedMerge(from, into) { IsSameDocument = true };

        var merged = await Store.MergeFeedsAsync(merge, Token);

        Assert.Equal((into.Id, into.Version + 1), (merged!.From.MergedInto!.Value, merged.Into.Version));
        Assert.Null(await Store.MergeFeedsAsync(merge, Token));
        Assert.Equal(["b", "c", "a"], (await Store.GetFeedMemoryAsync(into.Id, Token)).Items.Select(item => item.Key));
        var left = (await Store.LoadSubscriptionsAsync(Token)).Subscriptions.OrderBy(subscription => subscription.Number).ToList();
        Assert.Equal([alone.Number, kept.Number], left.Select(subscription => subscription.Number));
        Assert.All(left, subscription => Assert.Equal((into.Id, from.Id), (subscription.Feed!.Value, Assert.Single(subscription.FormerFeeds))));
        Assert.Equal(both.Id, Assert.Single(left[1].Merged).Id);
        Assert.Equal(into.Id, (await FeedAsync()).Id);
        Assert.Equal(into.Id, (await FollowAsync("test:a", from)).Feed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Feeds_are_not_merged_when_either_changed_meanwhile(bool isMoved)
    {
        await PlaceAsync("test:a");
        var (from, into) = (await FeedAsync(), await Store.AddFeedAsync(new NewFeed(FeedKind.Web, "https://evening.example/feed", "Evening of Larkfield"), Token));
        var followed = await FollowAsync("test:a", from);
        await Store.SaveFeedAsync(isMoved ? from : into, Token);

        Assert.Null(await Store.MergeFeedsAsync(new FeedMerge(from, into), Token));

        Assert.Equal(followed.Feed, Assert.Single((await Store.LoadSubscriptionsAsync(Token)).Subscriptions).Feed);
        Assert.All(await Store.ListFeedsAsync(Token), feed => Assert.Null(feed.MergedInto));
        Assert.Equal(1, (await Store.ListFeedsAsync(Token)).Sum(feed => feed.Version));
    }

    [Fact]
    public async Task Articles_are_read_by_id_newest_first_and_oldest_first()
    {
        await Store.CommitRefreshAsync(new RefreshOutcome { Feed = await FeedAsync(), NewArticles = [.. Enumerable.Range(1, 5).Select(id => Some.Article(id: id) with { Story = new StoryId(id % 2) })] }, Token);

        Assert.Equal([4L, 2L], (await Store.GetArticlesAsync([new(4), new(9), new(2)], Token)).Select(article => article.Id.Value));
        Assert.Equal([3L, 2L], (await Store.NewestArticlesAsync(new ArticleId(4), 2, Token)).Select(article => article.Id.Value));
        Assert.Equal([3L, 4L], (await Store.ArticlesAfterAsync(new ArticleId(2), 2, Token)).Select(article => article.Id.Value));
        Assert.Equal([1L, 3L, 5L], (await Store.StoryArticlesAsync(new StoryId(1), Token)).Select(article => article.Value));
    }

    [Fact]
    public async Task Article_ids_grow()
    {
        var first = await Store.NextArticleIdAsync(Token);

        Assert.True((await Store.NextArticleIdAsync(Token)).Value > first.Value);
    }
}
