using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing;

namespace NewsBot.Core.Tests.Delivery;

public sealed class DeliveryLaneTests : IAsyncDisposable
{
    private static readonly PlaceId Here = new("test:here");

    private readonly MemoryNewsData _disk = new();
    private readonly MemoryNewsStore _store;
    private readonly Outbox _outbox = new();
    private readonly HeldMessenger _messenger = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SubscriptionRegistry _registry;
    private readonly DeliveryLane _lane;

    public DeliveryLaneTests()
    {
        _store = new MemoryNewsStore(_disk, TimeProvider.System);
        var feeds = new FeedRegistry();
        _registry = new SubscriptionRegistry(feeds);
        var posts = new PostBuilder(_store, _registry, new HeadlineReader(_store, new NewsBot.Core.Articles.RecentArticles(), feeds, _registry));
        _lane = new DeliveryLane(_messenger, posts, new DeliveryLimits(_store, _registry), _store, _outbox, _registry, TimeProvider.System, NullLogger<DeliveryLane>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _stop.Dispose();
    }

    [Fact]
    public async Task What_comes_while_a_place_is_sent_to_is_sent_after_it()
    {
        await FollowAsync();
        var running = _lane.RunAsync(_stop.Token);
        await AddAsync(1);
        var first = await _messenger.NextAsync();
        await AddAsync(2);

        first.SetResult(new SendResult.Sent("1"));
        (await _messenger.NextAsync()).SetResult(new SendResult.Sent("2"));

        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal([1L, 2L], _messenger.Sent);
    }

    [Fact]
    public async Task A_stop_waits_for_what_is_being_sent_and_records_it()
    {
        await FollowAsync();
        var running = _lane.RunAsync(_stop.Token);
        await AddAsync(1);
        var sending = await _messenger.NextAsync();

        await _stop.CancelAsync();
        Assert.False(running.IsCompleted);
        sending.SetResult(new SendResult.Sent("1"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(DeliveryState.Sent, _disk.Outbox[1].State);
    }

    [Fact]
    public async Task An_edit_lets_the_message_of_unknown_outcome_go_first()
    {
        await FollowAsync();
        await AddAsync(1);
        await _store.SaveDeliveriesAsync([_disk.Outbox[1] with { State = DeliveryState.Sending, Message = new DeliveryId(1) }], TestContext.Current.CancellationToken);
        _outbox.Update([_disk.Outbox[1]]);
        _outbox.Enqueue(await _store.AddDeliveriesAsync([new PlannedDelivery(Here, new ArticleId(1), default, new SubscriptionId(1), _store.Now) { Kind = DeliveryKind.Edit, Target = new DeliveryId(1) }], null, TestContext.Current.CancellationToken));

        var running = _lane.RunAsync(_stop.Token);
        (await _messenger.NextAsync()).SetResult(new SendResult.Sent("1"));
        (await _messenger.NextAsync()).SetResult(new SendResult.Sent("1"));

        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.All(_disk.Outbox.Values, row => Assert.Equal(DeliveryState.Sent, row.State));
    }

    [Fact]
    public async Task A_message_of_which_the_platform_twice_said_nothing_is_given_up()
    {
        await FollowAsync();
        await AddAsync(1);
        await _store.SaveDeliveriesAsync([_disk.Outbox[1] with { State = DeliveryState.Unknown, Message = new DeliveryId(1), Resends = 1 }], TestContext.Current.CancellationToken);
        _outbox.Update([_disk.Outbox[1]]);
        await AddAsync(2);

        var running = _lane.RunAsync(_stop.Token);
        (await _messenger.NextAsync()).SetResult(new SendResult.Sent("2"));

        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal((DeliveryState.Failed, DeliveryState.Sent), (_disk.Outbox[1].State, _disk.Outbox[2].State));
    }

    private async Task FollowAsync()
    {
        var home = new Home { Id = new HomeId("test:here"), Created = _store.Now };
        var (_, place) = await _store.EnsurePlaceAsync(home, new Place { Id = Here, Home = home.Id, Created = _store.Now }, CancellationToken.None);
        await _store.AddSubscriptionAsync(
            new Subscription { Id = default, Number = 0, Home = home.Id, Place = place.Id, Kind = SubscriptionKind.Topic, Value = "town", Since = default, ChangedBy = new PersonId("test:anna"), ChangedAt = _store.Now },
            CancellationToken.None);
        var feed = await _store.AddFeedAsync(new NewFeed(FeedKind.Web, "https://morning.example/feed", "Morning of Larkfield"), CancellationToken.None);
        await _store.CommitRefreshAsync(new RefreshOutcome { Feed = feed, NewArticles = [Some.Article(id: 1), Some.Article("Harbour crane bought", 2)] }, CancellationToken.None);
        _registry.Load(await _store.LoadSubscriptionsAsync(CancellationToken.None));
    }

    private async Task AddAsync(long article) =>
        _outbox.Enqueue(await _store.AddDeliveriesAsync([new PlannedDelivery(Here, new ArticleId(article), new StoryId(article), new SubscriptionId(1), _store.Now)], null, CancellationToken.None));

    /// <summary>Holds each message until the test says what becomes of it.</summary>
    private sealed class HeldMessenger : IMessenger
    {
        private readonly System.Threading.Channels.Channel<TaskCompletionSource<SendResult>> _held = System.Threading.Channels.Channel.CreateUnbounded<TaskCompletionSource<SendResult>>();

        public string Platform => "test";

        public IReadOnlyList<PaceRule> Pace => [];

        public List<long> Sent { get; } = [];

        public Task<TaskCompletionSource<SendResult>> NextAsync() => _held.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask();

        public Task<SendResult> SendAsync(PlaceId place, Post post, CancellationToken cancellationToken)
        {
            Sent.Add(Assert.IsType<Post.Alert>(post).Article.Id.Value);
            return HoldAsync(cancellationToken);
        }

        public Task<SendResult> EditAsync(PlaceId place, string messageId, Post.Alert post, CancellationToken cancellationToken) => HoldAsync(cancellationToken);

        private Task<SendResult> HoldAsync(CancellationToken cancellationToken)
        {
            var held = new TaskCompletionSource<SendResult>(TaskCreationOptions.RunContinuationsAsynchronously);
            _held.Writer.TryWrite(held);
            return held.Task.WaitAsync(cancellationToken);
        }
    }
}
