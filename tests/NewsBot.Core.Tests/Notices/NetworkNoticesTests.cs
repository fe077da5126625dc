using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Notices;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing;

namespace NewsBot.Core.Tests.Notices;

public sealed class NetworkNoticesTests
{
    private static readonly PlaceId Operator = new("test:operator");
    private static readonly PlaceId Terminal = new("terminal:me");
    private static readonly PlaceId Reader = new("test:reader");
    private readonly FakeTimeProvider _time = new(Some.Morning);
    private readonly MemoryNewsStore _store;
    private readonly FeedRegistry _feeds = new();
    private readonly SubscriptionRegistry _registry;
    private readonly Outbox _outbox = new();

    public NetworkNoticesTests()
    {
        (_store, _registry) = (new MemoryNewsStore(new MemoryNewsData(), _time), new SubscriptionRegistry(_feeds));
        foreach (var place in new[] { Operator, Terminal, Reader })
        {
            _registry.Put(new Home { Id = new HomeId(place.Value), Created = Some.Morning });
            _registry.Put(new Place { Id = place, Home = new HomeId(place.Value), Created = Some.Morning });
        }
    }

    [Fact]
    public async Task The_operators_alone_hear_once_that_most_feeds_are_out_and_once_that_they_are_back()
    {
        Put(working: 4, unreachable: 6);
        await PlanAsync();
        await PlanAsync();

        Assert.Equal(2, _outbox.Count);
        Assert.Empty(_outbox.Of(Reader));
        Assert.Contains("6 of 10 feeds", Assert.Single(_outbox.Of(Operator)).Words, StringComparison.Ordinal);
        Assert.Equal(DeliveryKind.Notice, Assert.Single(_outbox.Of(Terminal)).Kind);

        _time.Advance(TimeSpan.FromHours(2));
        Put(working: 9, unreachable: 1);
        await PlanAsync();
        await PlanAsync();

        Assert.Equal(2, _outbox.Of(Operator).Count);
        Assert.Contains("since 08:00", _outbox.Of(Operator)[1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_of_the_feeds_neither_begins_nor_ends_it()
    {
        Put(working: 5, unreachable: 5);
        await PlanAsync();
        Assert.Equal(0, _outbox.Count);

        Put(working: 0, unreachable: 10);
        await PlanAsync();
        Put(working: 5, unreachable: 5);
        await PlanAsync();

        Assert.Single(_outbox.Of(Operator));
    }

    [Fact]
    public async Task Feeds_that_died_long_before_say_nothing_about_the_network()
    {
        Put(working: 3, unreachable: 7, failingFor: TimeSpan.FromDays(9));

        await PlanAsync();

        Assert.Equal(0, _outbox.Count);
        Assert.False(_feeds.MostAreUnreachable);
    }

    [Fact]
    public async Task An_outage_of_many_days_stays_one()
    {
        Put(working: 0, unreachable: 10, failingFor: TimeSpan.FromDays(9), lastSuccess: TimeSpan.FromDays(9));

        await PlanAsync();

        Assert.Single(_outbox.Of(Operator));
    }

    [Fact]
    public async Task Who_claimed_the_instance_is_told()
    {
        await _store.SaveStateAsync(OperatorPlaces.ClaimedBy, Reader.Value, TestContext.Current.CancellationToken);
        Put(working: 0, unreachable: 10);

        await PlanAsync();

        Assert.Single(_outbox.Of(Reader));
    }

    /// <summary>Each time by another object, as after a restart.</summary>
    private Task PlanAsync() =>
        new NetworkNotices(_store, _feeds, _registry, new OperatorPlaces(_store, _registry, [Operator, new PlaceId("test:never-wrote")]), _outbox, _time, NullLogger<NetworkNotices>.Instance)
            .PlanAsync(TestContext.Current.CancellationToken);

    private void Put(int working, int unreachable, TimeSpan failingFor = default, TimeSpan lastSuccess = default)
    {
        var now = _time.GetUtcNow();
        for (var number = 1; number <= working + unreachable; number++)
        {
            var isOut = number > working;
            var held = _feeds.Find(new FeedId(number))?.Version ?? 0;
            _feeds.Put(Some.Feed($"https://town{number}.example/feed", number) with
            {
                Version = held + 1,
                Health = new FeedHealth
                {
                    Status = isOut ? FeedStatus.Failing : FeedStatus.Working,
                    LastCheck = now,
                    LastStatus = isOut ? null : 200,
                    LastSuccess = isOut ? now - failingFor - TimeSpan.FromHours(1) : now - lastSuccess,
                    FailingSince = isOut ? now - failingFor : null,
                },
            });
        }
    }
}
