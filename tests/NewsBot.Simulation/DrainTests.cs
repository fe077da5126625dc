using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing;
using NewsBot.Testing.Time;

namespace NewsBot.Simulation;

/// <summary>One article for many chats leaves at the platform's pace: not faster, and no slower.</summary>
public sealed class DrainTests
{
    private const int Chats = 3_000;
    private const int PerSecond = 30;

    [Fact]
    public void What_was_queued_for_many_chats_is_drained_at_exactly_the_pace_of_the_platform()
    {
        List<DateTimeOffset> sent = [];
        VirtualTime.Run(async time => sent = (await DrainAsync(time, Chats, each: 1)).Times);

        Assert.Equal(Chats, sent.Count);
        Assert.True(sent[PerSecond - 1] < sent[0].AddSeconds(1));
        Assert.All(Enumerable.Range(PerSecond, Chats - PerSecond), number => Assert.Equal(sent[number - PerSecond].AddSeconds(1), sent[number]));
    }

    [Fact]
    public void No_chat_is_served_much_more_often_than_another_that_waits_too()
    {
        List<PlaceId> served = [];
        VirtualTime.Run(async time => served = (await DrainAsync(time, chats: 100, each: 5)).Places);

        Assert.Equal(500, served.Count);
        var counts = new Dictionary<PlaceId, int>();
        foreach (var place in served)
        {
            counts[place] = counts.GetValueOrDefault(place) + 1;
            Assert.True(counts[place] <= 2 + (counts.Count < 100 ? 0 : counts.Values.Min()), $"{place} had {counts[place]} messages when another had {counts.Values.Min()}.");
        }
    }

    private static async Task<(List<DateTimeOffset> Times, List<PlaceId> Places)> DrainAsync(VirtualTime time, int chats, int each)
    {
        var store = new MemoryNewsStore(new MemoryNewsData(), time);
        var (feeds, outbox) = (new FeedRegistry(), new Outbox());
        using var registry = new SubscriptionRegistry(feeds);
        var feed = await store.AddFeedAsync(new NewFeed(FeedKind.Web, "https://morning.example/feed", "Morning of Larkfield"), CancellationToken.None);
        await store.CommitRefreshAsync(new RefreshOutcome { Feed = feed, NewArticles = [.. Enumerable.Range(1, each).Select(id => Some.Article($"Report {id} from Tollen", id))] }, CancellationToken.None);
        registry.Load(new SubscriptionSnapshot([.. Enumerable.Range(0, chats).Select(HomeOf)], [.. Enumerable.Range(0, chats).Select(PlaceOf)], [.. Enumerable.Range(0, chats).Select(SubscriptionOf)]));
        var planned = Enumerable.Range(1, each).SelectMany(article => Enumerable.Range(0, chats).Select(number => new PlannedDelivery(PlaceOf(number).Id, new ArticleId(article), new StoryId(article), SubscriptionOf(number).Id, store.Now)));
        outbox.Enqueue(await store.AddDeliveriesAsync([.. planned], null, CancellationToken.None));
        using var recent = new RecentArticles();
        var posts = new PostBuilder(store, registry, new HeadlineReader(store, recent, feeds, registry));
        var platform = new SlowChats(time, chats * each);
        using var stop = new CancellationTokenSource();
        var lane = new DeliveryLane(platform, posts, new DeliveryLimits(store, registry), new VolumeWatch(store, registry, outbox, Microsoft.Extensions.Options.Options.Create(new DeliveryOptions())), store, outbox, registry, time, NullLogger<DeliveryLane>.Instance).RunAsync(stop.Token);
        await Task.WhenAny(lane, platform.AllSent);
        await stop.CancelAsync();
        await lane.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return (platform.Sent, platform.Places);
    }

    private static Home HomeOf(int number) => new() { Id = new HomeId($"test:{number}"), Created = Some.Morning };

    private static Place PlaceOf(int number) => new() { Id = new PlaceId($"test:{number}"), Home = new HomeId($"test:{number}"), Created = Some.Morning };

    private static Subscription SubscriptionOf(int number) => new()
    {
        Id = new SubscriptionId(number + 1),
        Number = 1,
        Home = new HomeId($"test:{number}"),
        Place = new PlaceId($"test:{number}"),
        Kind = SubscriptionKind.Topic,
        Value = "town",
        Since = default,
        ChangedBy = new PersonId($"test:{number}"),
        ChangedAt = Some.Morning,
    };

    /// <summary>A platform that needs a tenth of a second for each message and writes down when it was asked.</summary>
    private sealed class SlowChats(VirtualTime time, int expected) : IMessenger
    {
        private readonly TaskCompletionSource _allSent = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Platform => "test";

        public IReadOnlyList<PaceRule> Pace => [new PaceRule(PerSecond, TimeSpan.FromSeconds(1), IsPerPlace: false), new PaceRule(1, TimeSpan.FromSeconds(1), IsPerPlace: true)];

        public List<DateTimeOffset> Sent { get; } = [];

        public List<PlaceId> Places { get; } = [];

        public Task AllSent => _allSent.Task;

        public async Task<SendResult> SendAsync(PlaceId place, Post post, CancellationToken cancellationToken)
        {
            Sent.Add(time.GetUtcNow());
            Places.Add(place);
            await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellationToken);
            if (Sent.Count == expected)
            {
                _allSent.TrySetResult();
            }

            return new SendResult.Sent(null);
        }

        public Task<SendResult> EditAsync(PlaceId place, string messageId, Post.Alert post, CancellationToken cancellationToken) => Task.FromResult<SendResult>(new SendResult.Sent(messageId));
    }
}
