using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing;

namespace NewsBot.Core.Tests.Delivery;

/// <summary>A place that follows a topic, and whoever changed the subscription in private.</summary>
public sealed class VolumeWatchTests
{
    private static readonly PlaceId Here = new("test:here");
    private static readonly PlaceId Anna = new("test:anna");

    private readonly MemoryNewsData _disk = new();
    private readonly FakeTimeProvider _time = new(Some.Morning);
    private readonly DeliveryOptions _options = new();
    private MemoryNewsStore _store;
    private SubscriptionRegistry _registry;
    private Outbox _outbox;
    private VolumeWatch _watch;

    public VolumeWatchTests() => (_store, _registry, _outbox, _watch) = Begin();

    [Fact]
    public async Task The_thirty_first_alert_within_a_day_asks_once()
    {
        await FollowAsync();

        await SendAsync(30);
        Assert.Empty(Asked());
        await SendAsync(50);

        Assert.Equal((Here, Here), (Assert.Single(Asked()).Place, Asked()[0].About));
        Assert.Equal(DeliveryKind.Question, Assert.Single(_outbox.Of(Here)).Kind);
    }

    [Fact]
    public async Task A_restart_neither_forgets_what_came_nor_asks_again()
    {
        await FollowAsync();
        await SendAsync(20);
        await RestartAsync();
        await SendAsync(11);
        Assert.Single(Asked());

        await RestartAsync();
        await SendAsync(40);

        Assert.Single(Asked());
    }

    [Fact]
    public async Task It_is_asked_again_when_the_pause_is_over_and_it_is_still_so_much()
    {
        await FollowAsync();
        await SendAsync(31);
        _time.Advance(TimeSpan.FromDays(29.5));
        await SendAsync(31);
        Assert.Single(Asked());

        _time.Advance(TimeSpan.FromDays(1.5));
        await SendAsync(31);

        Assert.Equal(2, Asked().Count);
    }

    [Fact]
    public async Task Thirty_a_day_for_days_ask_nothing()
    {
        await FollowAsync();

        for (var day = 0; day < 4; day++)
        {
            await SendAsync(30);
            _time.Advance(TimeSpan.FromHours(24) + TimeSpan.FromMinutes(1));
        }

        Assert.Empty(Asked());
    }

    [Fact]
    public async Task A_roll_up_of_many_articles_is_one_message()
    {
        await FollowAsync();
        var rows = await AddAsync(100);
        await StoreAsync([.. rows.Select(row => row with { Message = rows[0].Id })]);
        await _watch.NoteAsync(rows[0], isBroadcast: false, CancellationToken.None);

        await SendAsync(29);

        Assert.Empty(Asked());
    }

    [Fact]
    public async Task Where_a_limit_holds_nobody_is_asked()
    {
        await FollowAsync();
        await _registry.UpdateAsync(Here, place => place with { Limit = new SendLimit(50, LimitPeriod.Day) }, _store.SavePlaceAsync, CancellationToken.None);
        await SendAsync(40);
        Assert.Empty(Asked());

        await _registry.UpdateAsync(Here, place => place with { Limit = null }, _store.SavePlaceAsync, CancellationToken.None);
        await SendAsync(1);

        Assert.Single(Asked());
    }

    [Fact]
    public async Task Of_a_channel_the_admin_who_changed_it_last_is_asked_in_private()
    {
        await FollowAsync();

        await SendAsync(31, isBroadcast: true);
        Assert.Empty(Asked());
        await AddPlaceAsync(Anna);
        await SendAsync(31, isBroadcast: true);

        Assert.Equal((Anna, Here), (Assert.Single(Asked()).Place, Asked()[0].About));
        Assert.NotNull(_registry.Find(Here)!.VolumeAsked);
        Assert.Null(_registry.Find(Anna)!.VolumeAsked);
    }

    [Fact]
    public async Task A_bound_of_zero_asks_nobody()
    {
        _options.AskAbove = 0;
        await FollowAsync();

        await SendAsync(100);

        Assert.Empty(Asked());
    }

    private List<OutboxRow> Asked() => [.. _disk.Outbox.Values.Where(row => row.Kind == DeliveryKind.Question)];

    private (MemoryNewsStore Store, SubscriptionRegistry Registry, Outbox Outbox, VolumeWatch Watch) Begin()
    {
        var (store, registry, outbox) = (new MemoryNewsStore(_disk, _time), new SubscriptionRegistry(new FeedRegistry()), new Outbox());
        return (store, registry, outbox, new VolumeWatch(store, registry, outbox, Options.Create(_options)));
    }

    private async Task RestartAsync()
    {
        (_store, _registry, _outbox, _watch) = Begin();
        _registry.Load(await _store.LoadSubscriptionsAsync(CancellationToken.None));
    }

    private async Task AddPlaceAsync(PlaceId place)
    {
        var home = new Home { Id = new HomeId(place.Value), Created = _store.Now };
        await _store.EnsurePlaceAsync(home, new Place { Id = place, Home = home.Id, Created = _store.Now }, CancellationToken.None);
        _registry.Load(await _store.LoadSubscriptionsAsync(CancellationToken.None));
    }

    private async Task FollowAsync()
    {
        await AddPlaceAsync(Here);
        var followed = new Subscription { Id = default, Number = 0, Home = new HomeId(Here.Value), Place = Here, Kind = SubscriptionKind.Topic, Value = "town", Since = default, ChangedBy = new PersonId(Anna.Value), ChangedAt = _store.Now };
        _registry.Put(await _store.AddSubscriptionAsync(followed, CancellationToken.None));
    }

    private async Task SendAsync(int count, bool isBroadcast = false)
    {
        foreach (var row in await AddAsync(count))
        {
            await StoreAsync([row]);
            await _watch.NoteAsync(row, isBroadcast, CancellationToken.None);
        }
    }

    private async Task<IReadOnlyList<OutboxRow>> AddAsync(int count) =>
        await _store.AddDeliveriesAsync([.. Enumerable.Range(1, count).Select(at => new PlannedDelivery(Here, new ArticleId(at), new StoryId(at), new SubscriptionId(1), _store.Now))], null, CancellationToken.None);

    private Task StoreAsync(IReadOnlyList<OutboxRow> rows) =>
        _store.SaveDeliveriesAsync([.. rows.Select(row => row with { State = DeliveryState.Sent, Finished = _store.Now })], CancellationToken.None);
}
