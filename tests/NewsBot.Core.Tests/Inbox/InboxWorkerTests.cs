using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Core.Inbox;
using NewsBot.Testing;

namespace NewsBot.Core.Tests.Inbox;

public sealed class InboxWorkerTests : IAsyncDisposable
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    private readonly MemoryNewsData _disk = new();
    private readonly HeldHandler _handler = new();
    private readonly CancellationTokenSource _stop = new();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _stop.Dispose();
    }

    [Fact]
    public async Task Rows_of_a_lane_are_answered_in_order_and_lanes_do_not_wait_for_each_other()
    {
        using var worker = Worker();
        var running = worker.RunAsync(_stop.Token);

        await worker.AcceptAsync([Came(1, "a"), Came(2, "a"), Came(3, "b")], TestContext.Current.CancellationToken);
        var (first, other) = (await _handler.NextAsync(), await _handler.NextAsync());
        Assert.Equal([1L, 3L], new[] { first.Update, other.Update }.Order());
        Assert.False(_handler.HasNext);
        (first.Update == 1 ? first : other).Done.SetResult();

        var second = await _handler.NextAsync();
        Assert.Equal(2, second.Update);
        second.Done.SetResult();
        (first.Update == 3 ? first : other).Done.SetResult();
        await _stop.CancelAsync();
        await running;
        Assert.Empty(_disk.Inbox);
    }

    [Fact]
    public async Task Many_chats_that_wait_for_their_answer_hold_up_nobody_else()
    {
        using var worker = Worker();
        var running = worker.RunAsync(_stop.Token);
        await worker.AcceptAsync([.. Enumerable.Range(1, 50).Select(update => Came(update, $"chat {update}"))], TestContext.Current.CancellationToken);
        var waiting = new List<Held>();
        for (var chat = 0; chat < 50; chat++)
        {
            waiting.Add(await _handler.NextAsync().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        }

        await worker.AcceptAsync([Came(51, "another chat")], TestContext.Current.CancellationToken);
        var other = await _handler.NextAsync();

        Assert.Equal(51, other.Update);
        other.Done.SetResult();
        waiting.ForEach(held => held.Done.SetResult());
        await _stop.CancelAsync();
        await running;
        Assert.Empty(_disk.Inbox);
    }

    [Fact]
    public async Task What_was_not_done_when_the_process_ended_is_answered_by_the_next()
    {
        await StoreAsync(Came(1), Came(2));
        using var worker = Worker();
        var running = worker.RunAsync(_stop.Token);

        (await _handler.NextAsync()).Done.SetResult();
        (await _handler.NextAsync()).Done.SetResult();

        await _stop.CancelAsync();
        await running;
        Assert.Empty(_disk.Inbox);
    }

    [Fact]
    public async Task What_comes_before_the_rest_of_an_earlier_process_is_taken_up_is_answered_once()
    {
        await StoreAsync(Came(1));
        using var worker = Worker();
        await worker.AcceptAsync([Came(2, "b")], TestContext.Current.CancellationToken);
        var running = worker.RunAsync(_stop.Token);

        var answered = new[] { await _handler.NextAsync(), await _handler.NextAsync() };
        Assert.Equal([1L, 2L], answered.Select(row => row.Update).Order());
        Array.ForEach(answered, row => row.Done.SetResult());

        await _stop.CancelAsync();
        await running;
        Assert.False(_handler.HasNext);
        Assert.Empty(_disk.Inbox);
    }

    [Fact]
    public async Task A_stop_waits_for_the_answer_that_is_being_made_and_keeps_the_rest()
    {
        using var worker = Worker();
        var running = worker.RunAsync(_stop.Token);
        await worker.AcceptAsync([Came(1), Came(2)], TestContext.Current.CancellationToken);
        var first = await _handler.NextAsync();

        await _stop.CancelAsync();
        Assert.False(running.IsCompleted);
        first.Done.SetResult();

        await running;
        Assert.Equal([2L], _disk.Inbox.Values.Select(row => row.Update));
    }

    [Fact]
    public async Task What_is_too_old_is_passed_over_but_not_what_lasts()
    {
        var old = DateTimeOffset.UtcNow - TimeSpan.FromMinutes(11);
        await StoreAsync(Came(1) with { Sent = old }, Came(2) with { Sent = old, IsLasting = true });
        using var worker = Worker();
        var running = worker.RunAsync(_stop.Token);

        var handled = await _handler.NextAsync();
        handled.Done.SetResult();

        await _stop.CancelAsync();
        await running;
        Assert.Equal(2, handled.Update);
        Assert.Empty(_disk.Inbox);
    }

    [Fact]
    public async Task A_row_that_ended_the_process_again_and_again_is_given_up()
    {
        await StoreAsync(Came(1), Came(2, "b"));
        _disk.Inbox[1] = _disk.Inbox[1] with { Starts = 2 };
        using var worker = Worker();
        var running = worker.RunAsync(_stop.Token);

        var handled = await _handler.NextAsync();
        handled.Done.SetResult();

        await _stop.CancelAsync();
        await running;
        Assert.Equal(2, handled.Update);
        Assert.Empty(_disk.Inbox);
    }

    [Fact]
    public async Task A_row_whose_answer_fails_is_done_and_the_next_goes_on()
    {
        using var worker = Worker();
        var running = worker.RunAsync(_stop.Token);
        await worker.AcceptAsync([Came(1), Came(2)], TestContext.Current.CancellationToken);

        (await _handler.NextAsync()).Done.SetException(new TaskCanceledException("an own time limit"));
        (await _handler.NextAsync()).Done.SetResult();

        await _stop.CancelAsync();
        await running;
        Assert.Empty(_disk.Inbox);
    }

    [Fact]
    public async Task Intake_waits_while_too_much_is_unanswered()
    {
        using var worker = Worker();
        var running = worker.RunAsync(_stop.Token);
        for (var batch = 0; batch < InboxWorker.MostWaiting / 100; batch++)
        {
            await worker.AcceptAsync([.. Enumerable.Range(batch * 100, 100).Select(update => Came(update))], TestContext.Current.CancellationToken);
        }

        var next = worker.AcceptAsync([Came(5_000)], TestContext.Current.CancellationToken);
        Assert.False(next.IsCompleted);
        (await _handler.NextAsync()).Done.SetResult();

        await next;
        await _stop.CancelAsync();
        (await _handler.NextAsync()).Done.SetResult();
        await running;
    }

    private InboxWorker Worker() => new("test:bot", _handler, new MemoryNewsStore(_disk, TimeProvider.System), TenMinutes, TimeProvider.System, NullLogger<InboxWorker>.Instance);

    private Task StoreAsync(params IReadOnlyList<InboxRow> rows) => new MemoryNewsStore(_disk, TimeProvider.System).AddToInboxAsync(rows, CancellationToken.None);

    private static InboxRow Came(long update, string lane = "a") => new() { Source = "test:bot", Update = update, Lane = lane, Payload = "{}", Sent = DateTimeOffset.UtcNow };

    /// <summary>Holds each row until the test says what becomes of it.</summary>
    private sealed class HeldHandler : IInboxHandler
    {
        private readonly Channel<Held> _held = Channel.CreateUnbounded<Held>();

        public bool HasNext => _held.Reader.TryPeek(out _);

        public Task<Held> NextAsync() => _held.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask();

        public Task HandleAsync(InboxRow row, CancellationToken cancellationToken)
        {
            var held = new Held(row.Update, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            _held.Writer.TryWrite(held);
            return held.Done.Task.WaitAsync(cancellationToken);
        }
    }

    private sealed record Held(long Update, TaskCompletionSource Done);
}
