using NewsBot.Testing.Time;

namespace NewsBot.Feeds.Tests.Http;

[Collection(Alone.Name)]
public sealed class VirtualTimeTests
{
    [Fact]
    public void A_week_passes_at_once() => VirtualTime.Run(async time =>
    {
        var start = time.GetUtcNow();

        await Task.Delay(TimeSpan.FromDays(7), time, TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromDays(7), time.GetUtcNow() - start);
    });

    [Fact]
    public void The_clock_stands_still_while_work_is_on_the_pool() => VirtualTime.Run(async time =>
    {
        using var gate = new SemaphoreSlim(0);
        var late = Task.Delay(TimeSpan.FromDays(1), time, TestContext.Current.CancellationToken);
        var work = Task.Run(() => Thread.Sleep(30), TestContext.Current.CancellationToken).ContinueWith(_ => gate.Release(), TaskScheduler.Default);

        await gate.WaitAsync(TestContext.Current.CancellationToken);
        await work;

        Assert.False(late.IsCompleted);
    });

    [Fact]
    public void Timers_fire_in_order_and_a_disposed_one_never() => VirtualTime.Run(async time =>
    {
        var fired = new List<string>();
        await using var second = time.CreateTimer(_ => fired.Add("second"), null, TimeSpan.FromHours(2), Timeout.InfiniteTimeSpan);
        await using var first = time.CreateTimer(_ => fired.Add("first"), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        var never = time.CreateTimer(_ => fired.Add("never"), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        await never.DisposeAsync();

        await Task.Delay(TimeSpan.FromHours(3), time, TestContext.Current.CancellationToken);

        Assert.Equal(["first", "second"], fired);
    });

    [Fact]
    public void Waiting_for_nothing_is_told() =>
        Assert.Throws<InvalidOperationException>(() => VirtualTime.Run(_ => new TaskCompletionSource().Task));
}
