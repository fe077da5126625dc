using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Tests.Delivery;

/// <summary>Answers on the lane.</summary>
public sealed class LaneReplyTests : LaneTests
{
    [Fact]
    public async Task An_answer_goes_before_the_alerts_that_wait_and_shares_their_turn()
    {
        await FollowAsync();
        await AddAsync(1);
        var running = Lane.RunAsync(Stop.Token);
        var alert = await Messenger.NextAsync();
        await AddAsync(2);
        var begun = new TaskCompletionSource();
        var answer = Lane.SendReplyAsync(
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
        Assert.Equal([1L], Messenger.Sent.Take(1));
        (await Messenger.NextAsync()).SetResult(new SendResult.Sent("2"));
        await EndAsync(running);
    }

    [Fact]
    public async Task An_answer_that_is_refused_for_now_is_sent_again_and_follows_its_place()
    {
        await FollowAsync();
        var moved = new PlaceId("test:there");
        var results = new Queue<SendResult>([new SendResult.RetryAfter(TimeSpan.FromMilliseconds(20), IsForAll: false), new SendResult.PlaceMoved(moved), new SendResult.Sent("1")]);
        var places = new List<PlaceId>();
        var running = Lane.RunAsync(Stop.Token);

        var result = await Lane.SendReplyAsync(
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
        Assert.NotNull(Registry.Find(moved));
    }

    [Fact]
    public async Task An_answer_that_arrived_beside_its_place_is_the_last_until_the_place_is_back()
    {
        await FollowAsync();
        var running = Lane.RunAsync(Stop.Token);

        await Lane.SendReplyAsync(Here, (_, _) => Task.FromResult<SendResult>(new SendResult.Sent("1") { Lost = "the topic is closed or deleted" }), TestContext.Current.CancellationToken);

        await EndAsync(running);
        Assert.Equal("the topic is closed or deleted", Registry.Find(Here)?.Gone?.Reason);
    }

    [Fact]
    public async Task A_stop_gives_up_the_answers_that_wait()
    {
        var running = Lane.RunAsync(Stop.Token);
        var (first, begun) = (new TaskCompletionSource<SendResult>(), new TaskCompletionSource());
        var sending = Lane.SendReplyAsync(
            Here,
            (_, _) =>
            {
                begun.SetResult();
                return first.Task;
            },
            TestContext.Current.CancellationToken);
        await begun.Task;
        var waiting = Lane.SendReplyAsync(Here, (_, _) => first.Task, TestContext.Current.CancellationToken);

        await Stop.CancelAsync();
        first.SetResult(new SendResult.Sent("1"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(new SendResult.Sent("1"), await sending);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
