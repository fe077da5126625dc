using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing;

namespace NewsBot.Core.Tests.Delivery;

/// <summary>One lane over a store in memory, a messenger that waits for the test, and a place that follows a topic.</summary>
public abstract class LaneTests : IAsyncDisposable
{
    private protected static readonly PlaceId Here = new("test:here");

    private protected LaneTests()
    {
        Store = new MemoryNewsStore(Disk, TimeProvider.System);
        var feeds = new FeedRegistry();
        Registry = new SubscriptionRegistry(feeds);
        var posts = new PostBuilder(Store, Registry, new HeadlineReader(Store, new NewsBot.Core.Articles.RecentArticles(), feeds, Registry));
        Lane = new DeliveryLane(Messenger, posts, new DeliveryLimits(Store, Registry), new VolumeWatch(Store, Registry, Outbox, Microsoft.Extensions.Options.Options.Create(new DeliveryOptions())), Store, Outbox, Registry, TimeProvider.System, NullLogger<DeliveryLane>.Instance);
    }

    private protected MemoryNewsData Disk { get; } = new();

    private protected MemoryNewsStore Store { get; }

    private protected Outbox Outbox { get; } = new();

    private protected HeldMessenger Messenger { get; } = new();

    private protected CancellationTokenSource Stop { get; } = new();

    private protected SubscriptionRegistry Registry { get; }

    private protected DeliveryLane Lane { get; }

    public async ValueTask DisposeAsync()
    {
        await Stop.CancelAsync();
        Stop.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets the lane record what was sent, then ends it.</summary>
    private protected async Task EndAsync(Task running)
    {
        await Stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private protected async Task FollowAsync()
    {
        var home = new Home { Id = new HomeId("test:here"), Created = Store.Now };
        var (_, place) = await Store.EnsurePlaceAsync(home, new Place { Id = Here, Home = home.Id, Created = Store.Now }, CancellationToken.None);
        await Store.AddSubscriptionAsync(
            new Subscription { Id = default, Number = 0, Home = home.Id, Place = place.Id, Kind = SubscriptionKind.Topic, Value = "town", Since = default, ChangedBy = new PersonId("test:anna"), ChangedAt = Store.Now },
            CancellationToken.None);
        var feed = await Store.AddFeedAsync(new NewFeed(FeedKind.Web, "https://morning.example/feed", "Morning of Larkfield"), CancellationToken.None);
        await Store.CommitRefreshAsync(new RefreshOutcome { Feed = feed, NewArticles = [Some.Article(id: 1), Some.Article("Harbour crane bought", 2), Some.Article("Tram strike ends", 3)] }, CancellationToken.None);
        Registry.Load(await Store.LoadSubscriptionsAsync(CancellationToken.None));
    }

    private protected async Task AddAsync(long article) =>
        Outbox.Enqueue(await Store.AddDeliveriesAsync([new PlannedDelivery(Here, new ArticleId(article), new StoryId(article), new SubscriptionId(1), Store.Now)], null, CancellationToken.None));
}
