using Microsoft.Extensions.Time.Testing;
using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Notices;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing;

namespace NewsBot.Core.Tests.Notices;

public sealed class FeedNoticesTests
{
    private static readonly PlaceId Anna = new("test:anna");
    private readonly FakeTimeProvider _time = new(Some.Morning);
    private readonly MemoryRefreshStore _store;
    private readonly FeedRegistry _feeds = new();
    private readonly SubscriptionRegistry _registry;
    private readonly Outbox _outbox = new();
    private FeedNotices _notices;

    public FeedNoticesTests()
    {
        (_store, _registry) = (new MemoryRefreshStore(_time), new SubscriptionRegistry(_feeds));
        _notices = Restarted();
        var home = new HomeId(Anna.Value);
        _registry.Put(new Home { Id = home, Created = Some.Morning });
        _registry.Put(new Place { Id = Anna, Home = home, Created = Some.Morning });
    }

    [Fact]
    public async Task A_day_of_failure_is_told_once_over_a_restart_and_the_recovery_once()
    {
        var feed = await FollowAsync("https://morning.example/feed");
        await FailAsync(feed);
        _time.Advance(TimeSpan.FromHours(23));
        Assert.Equal(0, await PlanAsync());

        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await PlanAsync());
        Assert.Equal(0, await PlanAsync());
        _notices = Restarted();
        Assert.Equal(0, await PlanAsync());

        await SaveAsync(feed, health => health with { Status = FeedStatus.Working, FailingSince = null, LastError = null, LastCheck = _time.GetUtcNow() });
        Assert.Equal(1, await PlanAsync());
        Assert.Equal(0, await PlanAsync());
        Assert.Equal([FeedEvent.Failing, FeedEvent.Recovered], _store.Deliveries.Select(planned => planned.Event!.Value));
        Assert.All(_store.Deliveries, planned => Assert.Equal((DeliveryKind.Notice, Anna), (planned.Kind, planned.Place)));
    }

    [Fact]
    public async Task Failures_of_a_day_come_as_one_list()
    {
        var feeds = new List<FeedId>();
        for (var number = 1; number <= 3; number++)
        {
            feeds.Add(await FollowAsync($"https://morning.example/{number}"));
            await FailAsync(feeds[^1], status: 500);
            _time.Advance(TimeSpan.FromHours(2));
        }

        for (var hour = 0; hour < 30; hour++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            await PlanAsync();
        }

        var due = _store.Deliveries.Select(planned => planned.Due).ToList();
        Assert.Equal(3, due.Count);
        Assert.Equal(due[0] + TimeSpan.FromHours(24), due[1]);
        Assert.Equal(due[1], due[2]);
    }

    [Fact]
    public async Task When_most_feeds_cannot_be_reached_nobody_is_told_until_they_were_checked_again()
    {
        var feeds = new List<FeedId>();
        for (var number = 1; number <= 5; number++)
        {
            feeds.Add(await FollowAsync($"https://morning.example/{number}"));
            await FailAsync(feeds[^1]);
        }

        _time.Advance(TimeSpan.FromHours(30));
        Assert.Equal(0, await PlanAsync());
        foreach (var back in feeds.Take(4))
        {
            await SaveAsync(back, health => health with { Status = FeedStatus.Working, LastStatus = 200, FailingSince = null, LastError = null });
        }

        Assert.Equal(0, await PlanAsync());
        _time.Advance(TimeSpan.FromHours(1));
        await SaveAsync(feeds[4], health => health with { LastCheck = _time.GetUtcNow() });
        Assert.Equal(1, await PlanAsync());
    }

    [Fact]
    public async Task An_ended_feed_is_told_once()
    {
        var feed = await FollowAsync("https://morning.example/feed");
        await SaveAsync(feed, health => health with { Status = FeedStatus.Gone, LastStatus = 410, LastError = "The publisher ended this feed (HTTP 410)." });

        Assert.Equal(1, await PlanAsync());
        Assert.Equal(0, await PlanAsync());
        Assert.Equal(FeedEvent.Ended, Assert.Single(_store.Deliveries).Event);
    }

    [Fact]
    public async Task Two_subscriptions_that_became_one_are_told_once_and_a_subscription_that_only_moved_is_not()
    {
        var (from, into) = (await FollowAsync("https://morning.example/feed"), await FollowAsync("https://evening.example/feed"));
        var alone = await FollowAsync("https://noon.example/feed");
        _store.Subscriptions = _registry.All;
        await MergeAsync(from, into);
        await MergeAsync(alone, await AddAsync("https://night.example/feed"));

        Assert.Equal(1, await PlanAsync());
        _notices = Restarted();
        Assert.Equal(0, await PlanAsync());

        var told = Assert.Single(_store.Deliveries);
        Assert.Equal((FeedEvent.Merged, Anna, from), (told.Event!.Value, told.Place, told.Feed));
        var row = new OutboxRow { Id = new DeliveryId(1), Place = Anna, Kind = DeliveryKind.Notice, Event = FeedEvent.Merged, Article = default, Subscription = default, Created = Some.Morning, Due = Some.Morning };
        Assert.Contains("as #2", NoticeText.Line(new Texts(), new Home { Id = new HomeId(Anna.Value), Created = Some.Morning }, row, _feeds.Find(from)!, 2, Some.Morning), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_place_that_the_home_chose_is_told()
    {
        await FollowAsync("https://morning.example/feed");
        var office = new PlaceId("test:office");
        _registry.Put(new Place { Id = office, Home = new HomeId(Anna.Value), Created = Some.Morning });
        _registry.Put(_registry.Find(new HomeId(Anna.Value))! with { Notices = office });
        await SaveAsync(new FeedId(1), health => health with { Status = FeedStatus.Gone });

        await PlanAsync();

        Assert.Equal(office, Assert.Single(_store.Deliveries).Place);
    }

    [Fact]
    public void A_notice_says_the_reason_and_what_to_do()
    {
        var feed = Some.Feed() with { Health = new FeedHealth { Status = FeedStatus.Failing, FailingSince = Some.Morning, LastError = "The server has a fault (HTTP 500)." } };
        var row = new OutboxRow { Id = new DeliveryId(1), Place = Anna, Kind = DeliveryKind.Notice, Event = FeedEvent.Failing, Article = default, Subscription = default, Created = Some.Morning, Due = Some.Morning };
        var home = new Home { Id = new HomeId(Anna.Value), Created = Some.Morning };

        var line = NoticeText.Line(new Texts(), home, row, feed, 3, Some.Morning.AddDays(1));

        Assert.Contains("The server has a fault (HTTP 500).", line, StringComparison.Ordinal);
        Assert.Contains("/unsubscribe #3", line, StringComparison.Ordinal);
        Assert.Null(NoticeText.Line(new Texts(), home, row, feed with { Health = new FeedHealth() }, 3, Some.Morning));
    }

    private FeedNotices Restarted() => new(_store, _feeds, _registry, _outbox, _time);

    private Task<int> PlanAsync() => _notices.PlanAsync(TestContext.Current.CancellationToken);

    private async Task<FeedId> AddAsync(string url)
    {
        var feed = await _store.AddFeedAsync(new NewFeed(FeedKind.Web, url, "Morning of Larkfield"), TestContext.Current.CancellationToken);
        _feeds.Put(feed);
        return feed.Id;
    }

    private async Task MergeAsync(FeedId from, FeedId into)
    {
        var merge = new FeedMerge(_feeds.Find(from)!, _feeds.Find(into)!) { IsSameDocument = true };
        var merged = await _registry.MergeAsync(stop => _store.MergeFeedsAsync(merge, stop), TestContext.Current.CancellationToken);
        _feeds.Put(merged!.Into);
        _feeds.Put(merged.From);
    }

    private async Task<FeedId> FollowAsync(string url)
    {
        var feed = _feeds.Find(await AddAsync(url))!;
        _registry.Put(new Subscription
        {
            Id = new SubscriptionId(feed.Id.Value),
            Number = (int)feed.Id.Value,
            Home = new HomeId(Anna.Value),
            Place = Anna,
            Kind = SubscriptionKind.Feed,
            Feed = feed.Id,
            Value = feed.Title,
            Since = new ArticleId(0),
            ChangedBy = new PersonId(Anna.Value),
            ChangedAt = Some.Morning,
        });
        return feed.Id;
    }

    private Task FailAsync(FeedId feed, int? status = null) => SaveAsync(feed, health => health with
    {
        Status = FeedStatus.Failing,
        LastStatus = status,
        FailingSince = _time.GetUtcNow(),
        LastCheck = _time.GetUtcNow(),
        LastError = "The server has a fault.",
    });

    private async Task SaveAsync(FeedId id, Func<FeedHealth, FeedHealth> change)
    {
        var feed = _feeds.Find(id)!;
        _feeds.Put((await _store.SaveFeedAsync(feed with { Health = change(feed.Health) }, TestContext.Current.CancellationToken))!);
    }
}
