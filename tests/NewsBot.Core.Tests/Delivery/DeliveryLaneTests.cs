using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Tests.Delivery;

/// <summary>What the lane sends of the outbox, and what becomes of it.</summary>
public sealed class DeliveryLaneTests : LaneTests
{
    [Fact]
    public async Task What_comes_while_a_place_is_sent_to_is_sent_after_it()
    {
        await FollowAsync();
        var running = Lane.RunAsync(Stop.Token);
        await AddAsync(1);
        var first = await Messenger.NextAsync();
        await AddAsync(2);

        first.SetResult(new SendResult.Sent("1"));
        (await Messenger.NextAsync()).SetResult(new SendResult.Sent("2"));

        await Stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal([1L, 2L], Messenger.Sent);
    }

    [Fact]
    public async Task A_stop_waits_for_what_is_being_sent_and_records_it()
    {
        await FollowAsync();
        var running = Lane.RunAsync(Stop.Token);
        await AddAsync(1);
        var sending = await Messenger.NextAsync();

        await Stop.CancelAsync();
        Assert.False(running.IsCompleted);
        sending.SetResult(new SendResult.Sent("1"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(DeliveryState.Sent, Disk.Outbox[1].State);
    }

    [Fact]
    public async Task A_message_that_arrived_beside_its_place_is_the_last_until_the_place_is_back()
    {
        await FollowAsync();
        var running = Lane.RunAsync(Stop.Token);
        await AddAsync(1);
        var sending = await Messenger.NextAsync();
        await AddAsync(2);

        sending.SetResult(new SendResult.Sent("1") { Lost = "the topic is closed or deleted" });

        await EndAsync(running);
        Assert.Equal((DeliveryState.Sent, DeliveryState.Queued), (Disk.Outbox[1].State, Disk.Outbox[2].State));
        Assert.Equal("the topic is closed or deleted", Registry.Find(Here)?.Gone?.Reason);
    }

    [Fact]
    public async Task An_edit_lets_the_message_of_unknown_outcome_go_first()
    {
        await FollowAsync();
        await AddAsync(1);
        await Store.SaveDeliveriesAsync([Disk.Outbox[1] with { State = DeliveryState.Sending, Message = new DeliveryId(1) }], TestContext.Current.CancellationToken);
        Outbox.Update([Disk.Outbox[1]]);
        Outbox.Enqueue(await Store.AddDeliveriesAsync([new PlannedDelivery(Here, new ArticleId(1), default, new SubscriptionId(1), Store.Now) { Kind = DeliveryKind.Edit, Target = new DeliveryId(1) }], null, TestContext.Current.CancellationToken));

        var running = Lane.RunAsync(Stop.Token);
        (await Messenger.NextAsync()).SetResult(new SendResult.Sent("1"));
        (await Messenger.NextAsync()).SetResult(new SendResult.Sent("1"));

        await Stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.All(Disk.Outbox.Values, row => Assert.Equal(DeliveryState.Sent, row.State));
    }

    [Fact]
    public async Task A_message_of_which_the_platform_twice_said_nothing_is_given_up()
    {
        await FollowAsync();
        await AddAsync(1);
        await Store.SaveDeliveriesAsync([Disk.Outbox[1] with { State = DeliveryState.Unknown, Message = new DeliveryId(1), Resends = 1 }], TestContext.Current.CancellationToken);
        Outbox.Update([Disk.Outbox[1]]);
        await AddAsync(2);

        var running = Lane.RunAsync(Stop.Token);
        (await Messenger.NextAsync()).SetResult(new SendResult.Sent("2"));

        await Stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal((DeliveryState.Failed, DeliveryState.Sent), (Disk.Outbox[1].State, Disk.Outbox[2].State));
    }

    [Fact]
    public async Task Who_follows_something_in_a_place_that_is_lost_hears_of_it_in_private()
    {
        await FollowAsync();
        var anna = new Home { Id = new HomeId("test:anna"), Created = Store.Now };
        await Store.EnsurePlaceAsync(anna, new Place { Id = new PlaceId("test:anna"), Home = anna.Id, Created = Store.Now }, TestContext.Current.CancellationToken);
        Registry.Load(await Store.LoadSubscriptionsAsync(TestContext.Current.CancellationToken));
        await AddAsync(1);

        var running = Lane.RunAsync(Stop.Token);
        (await Messenger.NextAsync()).SetResult(new SendResult.PlaceGone("no right to write"));
        (await Messenger.NextAsync()).SetResult(new SendResult.Sent("2"));

        await EndAsync(running);
        Assert.Equal("no right to write", Registry.Find(Here)?.Gone?.Reason);
        Assert.Contains("no right to write", Assert.Single(Messenger.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_by_a_publisher_that_the_message_names_joins_without_a_word()
    {
        await FollowAsync();
        var running = Lane.RunAsync(Stop.Token);
        await AddAsync(1);
        (await Messenger.NextAsync()).SetResult(new SendResult.Sent("1"));
        var edit = new PlannedDelivery(Here, new ArticleId(2), new StoryId(1), default, Store.Now) { Kind = DeliveryKind.Edit, Target = new DeliveryId(1) };
        Outbox.Enqueue(await Store.AddDeliveriesAsync([edit], null, CancellationToken.None));
        await AddAsync(3);

        (await Messenger.NextAsync()).SetResult(new SendResult.Sent("3"));

        await EndAsync(running);
        Assert.Equal([1L, 3L], Messenger.Sent);
        Assert.All(Disk.Outbox.Values, row => Assert.Equal(DeliveryState.Sent, row.State));
        Assert.Equal([new ArticleId(2)], Disk.Outbox[1].Joined);
    }
}
