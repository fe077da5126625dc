using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing;

namespace NewsBot.Core.Tests.Delivery;

/// <summary>A place that goes on under another id.</summary>
public sealed class LaneMoveTests : LaneTests
{
    [Fact]
    public async Task A_place_moves_only_when_nothing_is_being_sent_to_it_and_takes_along_what_waits()
    {
        await FollowAsync();
        await AddAsync(1);
        var running = Lane.RunAsync(Stop.Token);
        var alert = await Messenger.NextAsync();
        await AddAsync(2);

        var moving = Lane.MoveAsync(Here, new PlaceId("test:there"), TestContext.Current.CancellationToken);
        Assert.False(moving.IsCompleted);
        alert.SetResult(new SendResult.Sent("1"));
        await moving;
        (await Messenger.NextAsync()).SetResult(new SendResult.Sent("2"));

        await EndAsync(running);
        Assert.Equal([("test:there", DeliveryState.Sent), ("test:there", DeliveryState.Sent)], Disk.Outbox.Values.Select(row => (row.Place.Value, row.State)));
    }

    [Fact]
    public async Task What_was_planned_for_the_old_id_of_a_place_goes_to_the_new_one()
    {
        await FollowAsync();
        var running = Lane.RunAsync(Stop.Token);
        await Lane.MoveAsync(Here, new PlaceId("test:there"), TestContext.Current.CancellationToken);

        await AddAsync(1);
        (await Messenger.NextAsync()).SetResult(new SendResult.Sent("1"));

        await EndAsync(running);
        Assert.Equal(("test:there", DeliveryState.Sent), Disk.Outbox.Values.Select(row => (row.Place.Value, row.State)).Single());
        Assert.Equal([1L], Messenger.Sent);
    }

    [Fact]
    public async Task What_is_planned_while_a_place_moves_is_not_forgotten()
    {
        await FollowAsync();
        var there = new PlaceId("test:there");
        var store = new MemoryNewsStore(Disk, TimeProvider.System, new Meanwhile(() => AddAsync(1)));

        await new PlaceReach(store, Registry, Outbox).MovedAsync(Here, there, TestContext.Current.CancellationToken);

        Assert.Equal(there, Assert.Single(Outbox.Of(there)).Place);
        Assert.Empty(Outbox.Of(Here));
    }

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
}
