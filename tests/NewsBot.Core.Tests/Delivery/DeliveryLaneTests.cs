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
    public async Task A_message_that_arrived_beside_its_place_is_the_last_until_the_place_is_back()
    {
        await FollowAsync();
        var running = _lane.RunAsync(_stop.Token);
        await AddAsync(1);
        var sending = await _messenger.NextAsync();
        await AddAsync(2);

        sending.SetResult(new SendResult.Sent("1") { Lost = "the topic is closed or deleted" });

        await EndAsync(running);
        Assert.Equal((DeliveryState.Sent, DeliveryState.Queued), (_disk.Outbox[1].State, _disk.Outbox[2].State));
        Assert.Equal("the topic is closed or deleted", _registry.Find(Here)?.Gone?.Reason);
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

    [Fact]
    public async Task An_answer_goes_before_the_alerts_that_wait_and_shares_their_turn()
    {
        await FollowAsync();
        await AddAsync(1);
        var running = _lane.RunAsync(_stop.Token);
        var alert = await _messenger.NextAsync();
        await AddAsync(2);
        var begun = new TaskCompletionSource();
        var answer = _lane.SendReplyAsync(
            Here,
            (_, _) =>
            {
                begun.SetResult();
                return Task.FromResult<SendResult>(new SendResult.Sent("answer"));
            },
            TestContext.Current.CancellationToken);
        Assert.False(begun.Task.IsCompleted);

        alert.SetResult(new SendResult.Sent("1"));

        Assert.Equal(new SendResult.Sent("answer"), await answer);
        Assert.Equal([1L], _messenger.Sent.Take(1));
        (await _messenger.NextAsync()).SetResult(new SendResult.Sent("2"));
        await EndAsync(running);
    }

    [Fact]
    public async Task An_answer_that_is_refused_for_now_is_sent_again_and_follows_its_place()
    {
        await FollowAsync();
        var moved = new PlaceId("test:there");
        var results = new Queue<SendResult>([new SendResult.RetryAfter(TimeSpan.FromMilliseconds(20), IsForAll: false), new SendResult.PlaceMoved(moved), new SendResult.Sent("1")]);
        var places = new List<PlaceId>();
        var running = _lane.RunAsync(_stop.Token);

        var result = await _lane.SendReplyAsync(
            Here,
            (place, _) =>
            {
                places.Add(place);
                return Task.FromResult(results.Dequeue());
            },
            TestContext.Current.CancellationToken);

        await EndAsync(running);
        Assert.Equal(new SendResult.Sent("1"), result);
        Assert.Equal([Here, Here, moved], places);
        Assert.NotNull(_registry.Find(moved));
    }

    [Fact]
    public async Task An_answer_that_arrived_beside_its_place_is_the_last_until_the_place_is_back()
    {
        await FollowAsync();
        var running = _lane.RunAsync(_stop.Token);

        await _lane.SendReplyAsync(Here, (_, _) => Task.FromResult<SendResult>(new SendResult.Sent("1") { Lost = "the topic is closed or deleted" }), TestContext.Current.CancellationToken);

        await EndAsync(running);
        Assert.Equal("the topic is closed or deleted", _registry.Find(Here)?.Gone?.Reason);
    }

    [Fact]
    public async Task A_place_moves_only_when_nothing_is_being_sent_to_it_and_takes_along_what_waits()
    {
        await FollowAsync();
        await AddAsync(1);
        var running = _lane.RunAsync(_stop.Token);
        var alert = await _messenger.NextAsync();
        await AddAsync(2);

        var moving = _lane.MoveAsync(Here, new PlaceId("test:there"), TestContext.Current.CancellationToken);
        Assert.False(moving.IsCompleted);
        alert.SetResult(new SendResult.Sent("1"));
        await moving;
        (await _messenger.NextAsync()).SetResult(new SendResult.Sent("2"));

        await EndAsync(running);
        Assert.Equal([("test:there", DeliveryState.Sent), ("test:there", DeliveryState.Sent)], _disk.Outbox.Values.Select(row => (row.Place.Value, row.State)));
    }

    [Fact]
    public async Task What_was_planned_for_the_old_id_of_a_place_goes_to_the_new_one()
    {
        await FollowAsync();
        var running = _lane.RunAsync(_stop.Token);
        await _lane.MoveAsync(Here, new PlaceId("test:there"), TestContext.Current.CancellationToken);

        await AddAsync(1);
        (await _messenger.NextAsync()).SetResult(new SendResult.Sent("1"));

        await EndAsync(running);
        Assert.Equal(("test:there", DeliveryState.Sent), _disk.Outbox.Values.Select(row => (row.Place.Value, row.State)).Single());
        Assert.Equal([1L], _messenger.Sent);
    }

    [Fact]
    public async Task What_is_planned_while_a_place_moves_is_not_forgotten()
    {
        await FollowAsync();
        var there = new PlaceId("test:there");
        var store = new MemoryNewsStore(_disk, TimeProvider.System, new Meanwhile(() => AddAsync(1)));

        await new PlaceReach(store, _registry, _outbox).MovedAsync(Here, there, TestContext.Current.CancellationToken);

        Assert.Equal(there, Assert.Single(_outbox.Of(there)).Place);
        Assert.Empty(_outbox.Of(Here));
    }

    [Fact]
    public async Task Who_follows_something_in_a_place_that_is_lost_hears_of_it_in_private()
    {
        await FollowAsync();
        var anna = new Home { Id = new HomeId("test:anna"), Created = _store.Now };
        await _store.EnsurePlaceAsync(anna, new Place { Id = new PlaceId("test:anna"), Home = anna.Id, Created = _store.Now }, TestContext.Current.CancellationToken);
        _registry.Load(await _store.LoadSubscriptionsAsync(TestContext.Current.CancellationToken));
        await AddAsync(1);

        var running = _lane.RunAsync(_stop.Token);
        (await _messenger.NextAsync()).SetResult(new SendResult.PlaceGone("no right to write"));
        (await _messenger.NextAsync()).SetResult(new SendResult.Sent("2"));

        await EndAsync(running);
        Assert.Equal("no right to write", _registry.Find(Here)?.Gone?.Reason);
        Assert.Contains("no right to write", Assert.Single(_messenger.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_gives_up_the_answers_that_wait()
    {
        var running = _lane.RunAsync(_stop.Token);
        var (first, begun) = (new TaskCompletionSource<SendResult>(), new TaskCompletionSource());
        var sending = _lane.SendReplyAsync(
            Here,
            (_, _) =>
            {
                begun.SetResult();
                return first.Task;
            },
            TestContext.Current.CancellationToken);
        await begun.Task;
        var waiting = _lane.SendReplyAsync(Here, (_, _) => first.Task, TestContext.Current.CancellationToken);

        await _stop.CancelAsync();
        first.SetResult(new SendResult.Sent("1"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(new SendResult.Sent("1"), await sending);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    /// <summary>Lets the lane record what was sent, then ends it.</summary>
    private async Task EndAsync(Task running)
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
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

    /// <summary>Does something once the first transaction is committed, before whoever asked for it goes on.</summary>
    private sealed class Meanwhile(Func<Task> work) : IStoreGate
    {
        private int _passed;

        public async ValueTask EnterAsync()
        {
            if (++_passed == 2)
            {
                await work();
            }
        }
    }

    /// <summary>Holds each message until the test says what becomes of it.</summary>
    private sealed class HeldMessenger : IMessenger
    {
        private readonly System.Threading.Channels.Channel<TaskCompletionSource<SendResult>> _held = System.Threading.Channels.Channel.CreateUnbounded<TaskCompletionSource<SendResult>>();

        public string Platform => "test";

        public IReadOnlyList<PaceRule> Pace => [];

        public List<long> Sent { get; } = [];

        public List<string> Notices { get; } = [];

        public Task<TaskCompletionSource<SendResult>> NextAsync() => _held.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask();

        public Task<SendResult> SendAsync(PlaceId place, Post post, CancellationToken cancellationToken)
        {
            if (post is Post.Notice(var text))
            {
                Notices.Add(text);
                return HoldAsync(cancellationToken);
            }

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
