using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Storage.LiteDb;
using NewsBot.Testing;

namespace NewsBot.Storage.Tests;

public sealed class RetentionTests : IAsyncDisposable
{
    private readonly StoreFolder _folder = new();
    private readonly LiteDatabaseHost _host;
    private readonly LiteNewsStore _store;

    public RetentionTests()
    {
        _host = _folder.Open();
        _store = new LiteNewsStore(_host, TimeProvider.System);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _store.Dispose();
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Old_articles_go_in_chunks_and_saved_ones_stay()
    {
        await AddArticlesAsync(1_200, id => id <= 1_100 ? Some.Morning.AddDays(-100) : Some.Morning);
        await _store.SavePersonAsync(new Person { Id = new PersonId("test:anna"), Saved = [5] }, Token);

        var removed = await RemoveArticlesAsync(Some.Morning.AddDays(-90), most: 200_000);

        Assert.Equal(1_099, removed);
        Assert.Equal(101, await _store.CountArticlesAsync(Token));
        Assert.Equal(5, Assert.Single(await _store.GetArticlesAsync([new(4), new(5)], Token)).Id.Value);
        Assert.Empty(await _store.StoryArticlesAsync(new StoryId(4), Token));
        Assert.Empty(await _store.VerifyAsync(Token));
        Assert.Equal(101, await _host.ReadAsync(database => database.GetCollection("addresses").Count(), Token));
    }

    [Fact]
    public async Task Of_too_many_articles_the_oldest_go()
    {
        await AddArticlesAsync(700, _ => Some.Morning);

        Assert.Equal(100, await RemoveArticlesAsync(Some.Morning.AddDays(-90), most: 600));
        Assert.Equal(101, Assert.Single(await _store.ArticlesAfterAsync(default, 1, Token)).Id.Value);
    }

    [Fact]
    public async Task Old_deliveries_go_and_none_comes_to_life_again()
    {
        var planned = Enumerable.Range(0, 50).Select(number => new PlannedDelivery(new PlaceId($"test:{number}"), new ArticleId(1), new StoryId(1), new SubscriptionId(1), _store.Now)).ToList();
        var rows = await _store.AddDeliveriesAsync(planned, null, Token);
        await _store.SaveDeliveriesAsync([.. rows.Skip(1).Select(row => row with { State = DeliveryState.Sent, Finished = _store.Now })], Token);

        Assert.Equal(49, await _store.RemoveDeliveriesAsync(_store.Now.AddDays(1), Token));

        // The one that waits is kept; of the others nothing is left that could be sent again.
        Assert.Equal(rows[0].Id, Assert.Single(await _store.OpenDeliveriesAsync(Token)).Id);
        Assert.Null(await _store.FindDeliveryAsync(rows[1].Id, Token));
        Assert.Equal(0, await _store.RemoveDeliveriesAsync(_store.Now.AddDays(1), Token));
    }

    [Fact]
    public async Task A_gone_place_goes_with_its_home_only_when_it_is_the_last()
    {
        var home = new Home { Id = new HomeId("test:home"), Created = Some.Morning };
        foreach (var name in (string[])["test:a", "test:b"])
        {
            await _store.EnsurePlaceAsync(home, new Place { Id = new PlaceId(name), Home = home.Id, Created = Some.Morning }, Token);
        }

        await _store.RemovePlaceAsync(new PlaceId("test:a"), Token);
        Assert.Single((await _store.LoadSubscriptionsAsync(Token)).Homes);

        await _store.RemovePlaceAsync(new PlaceId("test:b"), Token);
        Assert.Empty((await _store.LoadSubscriptionsAsync(Token)).Homes);
    }

    private async Task AddArticlesAsync(int count, Func<int, DateTimeOffset> seen)
    {
        var feed = await _store.AddFeedAsync(new NewFeed(FeedKind.Web, "https://morning.example/feed", "Morning of Larkfield"), Token);
        await _store.CommitRefreshAsync(new RefreshOutcome { Feed = feed, NewArticles = [.. Enumerable.Range(1, count).Select(id => Some.Article(id: id) with { FirstSeen = seen(id) })] }, Token);
    }

    private async Task<int> RemoveArticlesAsync(DateTimeOffset before, long most)
    {
        var removed = 0;
        for (ArticleId? next = default(ArticleId); next is { } after;)
        {
            var chunk = await _store.RemoveArticlesAsync(after, before, most, Token);
            removed += chunk.Articles.Count;
            next = chunk.Next;
        }

        return removed;
    }
}
