using NewsBot.Discord.Gateway;
using NewsBot.Testing.Time;

namespace NewsBot.Discord.Tests.Gateway;

[Collection(nameof(VirtualTime))]
public sealed class IdentifyGateTests
{
    [Fact]
    public void Shards_identify_five_seconds_apart() => VirtualTime.Run(async time =>
    {
        using var gate = new IdentifyGate(new MemoryGatewayStore(), time);
        var began = time.GetUtcNow();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(index => gate.EnterAsync(new ShardId(index, 4), CancellationToken.None)));

        Assert.Equal(TimeSpan.FromSeconds(15), time.GetUtcNow() - began);
    });

    [Fact]
    public void As_many_at_once_as_discord_allows() => VirtualTime.Run(async time =>
    {
        using var gate = new IdentifyGate(new MemoryGatewayStore(), time) { MaxConcurrency = 4 };
        var began = time.GetUtcNow();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(index => gate.EnterAsync(new ShardId(index, 8), CancellationToken.None)));

        Assert.Equal(TimeSpan.FromSeconds(5), time.GetUtcNow() - began);
    });

    [Fact]
    public void The_days_budget_holds_over_restarts_and_opens_again_a_day_later() => VirtualTime.Run(async time =>
    {
        var store = new MemoryGatewayStore { Identifies = [.. Enumerable.Range(0, IdentifyGate.MostPerDay - 1).Select(minute => time.GetUtcNow() - TimeSpan.FromHours(20) + TimeSpan.FromMinutes(minute))] };
        using (var before = new IdentifyGate(store, time))
        {
            Assert.Null(await before.EnterAsync(new ShardId(0, 1), CancellationToken.None));
        }

        using var after = new IdentifyGate(store, time);
        var wait = await after.EnterAsync(new ShardId(0, 1), CancellationToken.None);

        Assert.Equal(TimeSpan.FromHours(4), wait);
        await Task.Delay(wait!.Value, time);
        Assert.Null(await after.EnterAsync(new ShardId(0, 1), CancellationToken.None));
        Assert.Equal(IdentifyGate.MostPerDay, store.Identifies.Count);
    });
}
