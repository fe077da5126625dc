using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Inbox;
using NewsBot.Core.Storage;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing;

namespace NewsBot.Storage.Tests;

/// <summary>What every store promises.</summary>
public abstract class NewsStoreContract
{
    private static readonly HomeId Home = new("test:home");
    private static readonly PersonId Anna = new("test:anna");

    protected abstract INewsStore Store { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

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

    [Theory]
    [InlineData(3)]
    [InlineData(700)] // more than one document of a fan-out
    public async Task Planned_deliveries_get_ids_in_order_and_stay_open_until_they_are_finished(int places)
    {
        var rows = await Store.AddDeliveriesAsync([.. Enumerable.Range(0, places).Select(number => Planned($"test:{number}", 1))], null, Token);

        await Store.SaveDeliveriesAsync([rows[1] with { State = DeliveryState.Sent, MessageId = "m", Finished = Store.Now }, rows[2] with { State = DeliveryState.Sending, Attempts = 1 }], Token);

        var open = await Store.OpenDeliveriesAsync(Token);
        Assert.Equal(rows.Where(row => row.Id != rows[1].Id).Select(row => row.Id), open.Select(row => row.Id));
        Assert.Equal(rows.Select(row => row.Id.Value).Order(), rows.Select(row => row.Id.Value));
        Assert.Equal(DeliveryState.Sending, open.Single(row => row.Id == rows[2].Id).State);
        Assert.Equal("m", (await Store.FindDeliveryAsync(rows[1].Id, Token))?.MessageId);
        Assert.Equal(rows[0].Place, (await Store.FindDeliveryAsync(rows[0].Id, Token))?.Place);
    }

    [Fact]
    public async Task What_is_planned_for_many_places_keeps_what_differs_and_the_order_of_each_place()
    {
        var planned = Enumerable.Range(0, 60).SelectMany(number => (PlannedDelivery[])
        [
            Planned($"test:{number}", 1) with { Kind = DeliveryKind.Edit, Target = new DeliveryId(1_000 + number) },
            Planned($"test:{number}", 2) with { Subscription = new SubscriptionId(number + 1), Digest = number % 2 == 0 ? 1 : null },
        ]);

        await Store.AddDeliveriesAsync([.. planned], null, Token);

        var open = await Store.OpenDeliveriesAsync(Token);
        Assert.Equal(120, open.DistinctBy(row => row.Id).Count());
        foreach (var rows in open.GroupBy(row => row.Place))
        {
            var number = int.Parse(rows.Key.Value["test:".Length..], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal([1L, 2L], rows.Select(row => row.Article.Value));
            Assert.Equal(1_000 + number, rows.First().Target?.Value);
            Assert.Equal((number + 1, number % 2 == 0 ? 1 : null), (rows.Last().Subscription.Value, rows.Last().Digest));
        }
    }

    [Fact]
    public async Task The_rows_of_a_place_are_found_newest_first_and_by_article()
    {
        var first = (await Store.AddDeliveriesAsync([Planned("test:a", 1), Planned("test:b", 1)], null, Token))[0];
        var second = (await Store.AddDeliveriesAsync([Planned("test:a", 2)], null, Token))[0];

        Assert.Equal([second.Id, first.Id], (await Store.RecentDeliveriesAsync(first.Place, first.Created.AddMinutes(-1), Token)).Select(row => row.Id));
        Assert.Equal(first.Id, Assert.Single(await Store.DeliveriesOfAsync(first.Place, new ArticleId(1), Token)).Id);
        Assert.Equal(3, (await Store.DeliveriesSinceAsync(first.Created.AddMinutes(-1), 100, Token)).Count);
    }

    [Fact]
    public async Task A_digest_slot_is_taken_together_with_its_delivery()
    {
        var (_, place) = await PlaceAsync("test:a");
        var taken = place with { Digests = [new Digest { Number = 1, Times = [60], LastSlot = Some.Morning }] };

        await Store.AddDeliveriesAsync([Planned("test:a", 1)], taken, Token);

        Assert.Equal(Some.Morning, Assert.Single(Assert.Single((await Store.LoadSubscriptionsAsync(Token)).Places).Digests).LastSlot);
    }

    [Fact]
    public async Task Subscriptions_are_numbered_within_their_home_and_numbers_are_never_used_again()
    {
        await PlaceAsync("test:a");
        var first = await SubscribeAsync("test:a");
        await Store.RemoveSubscriptionAsync(first.Id, Token);

        Assert.Equal((1, 2), (first.Number, (await SubscribeAsync("test:a")).Number));
    }

    [Fact]
    public async Task A_changed_home_does_not_take_back_the_numbers_that_were_given_out()
    {
        var (home, _) = await PlaceAsync("test:a");
        await SubscribeAsync("test:a");

        await Store.SaveHomeAsync(home with { Language = "de" }, Token);

        Assert.Equal(2, (await SubscribeAsync("test:a")).Number);
        Assert.Equal("de", Assert.Single((await Store.LoadSubscriptionsAsync(Token)).Homes).Language);
    }

    [Fact]
    public async Task A_place_that_moved_takes_everything_along()
    {
        await PlaceAsync("test:a");
        await SubscribeAsync("test:a");
        var sent = (await Store.AddDeliveriesAsync([Planned("test:a", 2), Planned("test:a", 1)], null, Token))[0];
        await Store.SaveDeliveriesAsync([sent with { State = DeliveryState.Sent, Finished = Store.Now }], Token);

        var moved = await Store.MovePlaceAsync(new PlaceId("test:a"), new PlaceId("test:b"), Token);

        Assert.Equal(new PlaceId("test:b"), Assert.Single(moved.Deliveries).Place);
        Assert.Equal(new PlaceId("test:b"), Assert.Single((await Store.LoadSubscriptionsAsync(Token)).Subscriptions).Place);
        Assert.Equal(new PlaceId("test:b"), Assert.Single(await Store.OpenDeliveriesAsync(Token)).Place);
        Assert.Equal(new PlaceId("test:b"), (await Store.FindDeliveryAsync(sent.Id, Token))?.Place);
        Assert.Equal(2, (await Store.RecentDeliveriesAsync(new PlaceId("test:b"), sent.Created.AddMinutes(-1), Token)).Count);
        Assert.Empty(await Store.RecentDeliveriesAsync(new PlaceId("test:a"), sent.Created.AddMinutes(-1), Token));
        Assert.Equal(new PlaceId("test:a"), Assert.Single(moved.Subscriptions.Places).Former);
        Assert.Empty((await Store.MovePlaceAsync(new PlaceId("test:a"), new PlaceId("test:b"), Token)).Deliveries);
    }

    [Fact]
    public async Task What_was_planned_for_a_place_while_it_moved_follows_it()
    {
        await PlaceAsync("test:a");
        await Store.MovePlaceAsync(new PlaceId("test:a"), new PlaceId("test:b"), Token);
        await Store.AddDeliveriesAsync([Planned("test:a", 1)], null, Token);

        Assert.Equal(new PlaceId("test:b"), Assert.Single((await Store.MovePlaceAsync(new PlaceId("test:a"), new PlaceId("test:b"), Token)).Deliveries).Place);
        Assert.Equal(new PlaceId("test:b"), Assert.Single(await Store.OpenDeliveriesAsync(Token)).Place);
    }

    [Fact]
    public async Task Lists_and_dialogs_follow_a_place_that_moved_as_older_than_those_of_its_new_id()
    {
        var (before, after) = (new PlaceId("test:a"), new PlaceId("test:b"));
        await PlaceAsync("test:a");
        await Store.SaveListAsync(List("l1"), Token);
        await Store.SaveDialogAsync(new Dialog("d1", Anna, before, [new Choice("Skip", "/resume skip")], Some.Morning), Token);
        await Store.SaveDialogAsync(new Dialog("d2", Anna, after, [], Some.Morning), Token);

        await Store.MovePlaceAsync(before, after, Token);

        Assert.Equal(("l1", after), await Store.LastListAsync(Anna, after, Token) is { } list ? (list.Token, list.Place) : default);
        Assert.Equal(after, (await Store.FindDialogAsync("d1", Token))?.Place);
        Assert.Equal("d2", (await Store.LastDialogAsync(Anna, after, Token))?.Token);
        Assert.Null(await Store.LastListAsync(Anna, before, Token));
    }

    [Fact]
    public async Task A_home_that_is_removed_leaves_nothing_behind()
    {
        await PlaceAsync("test:a");
        await SubscribeAsync("test:a");
        var row = (await Store.AddDeliveriesAsync([Planned("test:a", 1)], null, Token))[0];
        await Store.SaveListAsync(List("l1"), Token);

        await Store.RemoveHomeAsync(Home, Token);
        await Store.RemoveHomeAsync(Home, Token);

        var left = await Store.LoadSubscriptionsAsync(Token);
        Assert.Equal((0, 0, 0), (left.Homes.Count, left.Places.Count, left.Subscriptions.Count));
        Assert.Null(await Store.FindDeliveryAsync(row.Id, Token));
        Assert.Null(await Store.FindListAsync("l1", Token));
    }

    [Fact]
    public async Task The_last_twenty_lists_of_a_conversation_are_remembered()
    {
        for (var number = 1; number <= 25; number++)
        {
            await Store.SaveListAsync(List($"l{number}"), Token);
        }

        Assert.Equal("l25", (await Store.LastListAsync(Anna, new PlaceId("test:a"), Token))?.Token);
        Assert.Null(await Store.FindListAsync("l5", Token));
        Assert.NotNull(await Store.FindListAsync("l6", Token));
    }

    [Fact]
    public async Task What_is_kept_about_a_person_can_be_removed()
    {
        await Store.SavePersonAsync(new Person { Id = Anna, Saved = [3] }, Token);
        await Store.SaveListAsync(List("l1"), Token);

        await Store.RemovePersonAsync(Anna, Token);

        Assert.Empty((await Store.GetPersonAsync(Anna, Token)).Saved);
        Assert.Null(await Store.LastListAsync(Anna, new PlaceId("test:a"), Token));
    }

    [Fact]
    public async Task What_came_in_stays_open_until_it_is_done_and_is_taken_once()
    {
        var added = await Store.AddToInboxAsync([Came(7), Came(8), Came(7)], Token);
        Assert.Equal([7L, 8L], added.Select(row => row.Update));
        Assert.Empty(await Store.AddToInboxAsync([Came(8)], Token));

        await Store.FinishInboxAsync(added[0], Token);
        await Store.FinishInboxAsync(added[0], Token);

        Assert.Empty(await Store.AddToInboxAsync([Came(7)], Token));
        Assert.Single(await Store.AddToInboxAsync([Came(7) with { Source = "test:other" }], Token));
        Assert.Equal((8L, 1), Assert.Single(await Store.OpenInboxAsync("test:bot", Token)) is var open ? (open.Update, open.Starts) : default);
        Assert.Equal(2, Assert.Single(await Store.OpenInboxAsync("test:bot", Token)).Starts);
    }

    [Fact]
    public async Task Updates_are_remembered_for_a_while_only()
    {
        for (var chunk = 0; chunk < 11; chunk++)
        {
            await Store.AddToInboxAsync([.. Enumerable.Range(chunk * 100, 100).Select(update => Came(update))], Token);
        }

        Assert.Empty(await Store.AddToInboxAsync([Came(100)], Token));
        Assert.Single(await Store.AddToInboxAsync([Came(99)], Token));
    }

    [Fact]
    public async Task A_value_of_an_adapter_is_kept_until_it_is_forgotten()
    {
        await Store.SaveStateAsync("test:menu", "a", Token);
        await Store.SaveStateAsync("test:menu", "b", Token);
        Assert.Equal("b", await Store.FindStateAsync("test:menu", Token));

        await Store.SaveStateAsync("test:menu", null, Token);
        Assert.Null(await Store.FindStateAsync("test:menu", Token));
    }

    protected static InboxRow Came(long update) => new() { Source = "test:bot", Update = update, Lane = "test:a", Payload = "{}", Sent = Some.Morning };

    protected Task<Feed> FeedAsync() => Store.AddFeedAsync(new NewFeed(FeedKind.Web, "https://morning.example/feed", "Morning of Larkfield"), Token);

    protected PlannedDelivery Planned(string place, long article) => new(new PlaceId(place), new ArticleId(article), new StoryId(article), new SubscriptionId(1), Store.Now);

    private static ListView List(string token) => new(token, Anna, new PlaceId("test:a"), "News", [new ArticleId(1)], 1, Some.Morning);

    private Task<(Home Home, Place Place)> PlaceAsync(string place) =>
        Store.EnsurePlaceAsync(new Home { Id = Home, Created = Store.Now }, new Place { Id = new PlaceId(place), Home = Home, Created = Store.Now }, Token);

    private Task<Subscription> FollowAsync(string place, Feed feed) =>
        Store.AddSubscriptionAsync(new Subscription { Id = default, Number = 0, Home = Home, Place = new PlaceId(place), Kind = SubscriptionKind.Feed, Feed = feed.Id, Value = feed.Title, Since = default, ChangedBy = Anna, ChangedAt = Store.Now }, Token);

    private Task<Subscription> SubscribeAsync(string place) =>
        Store.AddSubscriptionAsync(new Subscription { Id = default, Number = 0, Home = Home, Place = new PlaceId(place), Kind = SubscriptionKind.Topic, Value = "town", Since = default, ChangedBy = Anna, ChangedAt = Store.Now }, Token);
}

public sealed class MemoryNewsStoreTests : NewsStoreContract
{
    protected override INewsStore Store { get; } = new MemoryNewsStore(new MemoryNewsData(), TimeProvider.System);
}
