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
public abstract partial class NewsStoreContract
{
    private static readonly HomeId Home = new("test:home");
    private static readonly PersonId Anna = new("test:anna");

    protected abstract INewsStore Store { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

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
