using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Time;
using NewsBot.Testing;
using NewsBot.Testing.Time;

namespace NewsBot.Simulation;

/// <summary>A day of faults under one seed, and the hours to recover: the real ingest lane, planner, scheduler, chooser and delivery lanes over a disk and platforms of straw.</summary>
internal static class Schedule
{
    private static readonly TimeSpan Recovery = TimeSpan.FromHours(15);

    // Ordinary days, the night the clocks go forward and the night they go back.
    private static readonly DateTimeOffset[] Starts = [new(2026, 6, 9, 12, 0, 0, TimeSpan.Zero), new(2026, 3, 28, 12, 0, 0, TimeSpan.Zero), new(2026, 10, 24, 12, 0, 0, TimeSpan.Zero)];

    public static Outcome Run(int seed, PlantedBug bug = PlantedBug.None)
    {
        Outcome? outcome = null;
        VirtualTime.Run(async time => outcome = await LiveAsync(new World(seed, time, bug)), Starts[seed % Starts.Length]);
        return outcome!;
    }

    private static async Task<Outcome> LiveAsync(World world)
    {
        var feed = await Newsroom.FoundAsync(world);
        var end = world.Start + World.Day + Recovery;
        while (world.Time.GetUtcNow() < end)
        {
            using var process = new Process(world);
            var life = ServeAsync(world, process, feed);
            await Task.WhenAny(process.Died, Task.Delay(end - world.Time.GetUtcNow(), world.Time, process.Stop), life);
            if (life.IsFaulted)
            {
                await life;
            }

            if (!process.IsDead)
            {
                process.Kill();
                break;
            }

            await Task.Delay(TimeSpan.FromSeconds(world.Random.Next(1, 900)), world.Time, CancellationToken.None);
        }

        return Outcome.Of(world);
    }

    /// <summary>Starts as the program does, from what the disk holds.</summary>
    private static async Task ServeAsync(World world, Process process, FeedId feed)
    {
        var store = new MemoryNewsStore(world.Disk, world.Time, process, world.Skew);
        var (feeds, outbox) = (new FeedRegistry(), new Outbox());
        var registry = new SubscriptionRegistry(feeds);
        foreach (var known in await store.ListFeedsAsync(process.Stop))
        {
            feeds.Put(known);
        }

        registry.Load(await store.LoadSubscriptionsAsync(process.Stop));
        outbox.Enqueue(Recovered(await store.OpenDeliveriesAsync(process.Stop), world.Bug));
        using var lane = SomeLane.Over(store, feeds, registry, outbox);
        var posts = new PostBuilder(store, registry, new HeadlineReader(store, new NewsBot.Core.Articles.RecentArticles(), feeds, registry));
        var lanes = Newsroom.Platforms.Select(name => new DeliveryLane(
            new Platform(world, process, name, dropsRepeats: name == "keyed"), posts, new DeliveryLimits(store, registry), store, outbox, registry, world.Time, NullLogger<DeliveryLane>.Instance).RunAsync(process.Stop));
        var digests = world.Bug == PlantedBug.DigestByWallClock ? DigestByWallClockAsync(world, process, store, outbox) : new DigestScheduler(store, registry, outbox, world.Time).RunAsync(process.Stop);
        await Task.WhenAny([.. lanes, digests, PollAsync(world, process, store, lane, feed)]).Unwrap();
    }

    private static IReadOnlyList<OutboxRow> Recovered(IReadOnlyList<OutboxRow> open, PlantedBug bug) => bug switch
    {
        PlantedBug.MarkBeforeSend => [.. open.Where(row => row.State != DeliveryState.Sending)],
        PlantedBug.NoRecovery => [],
        PlantedBug.RegroupsResends => [.. open.Select(row => row with { State = DeliveryState.Queued, Message = null })],
        _ => open,
    };

    private static async Task PollAsync(World world, Process process, MemoryNewsStore store, IngestLane lane, FeedId id)
    {
        if (world.Bug == PlantedBug.NoDedupe)
        {
            var held = (await store.FindFeedAsync(id, process.Stop))!;
            await store.CommitRefreshAsync(new RefreshOutcome { Feed = held, Memory = FeedMemory.Empty }, process.Stop);
        }

        while (true)
        {
            var items = world.Published();
            if (world.Bug == PlantedBug.OffsetFirst)
            {
                items = [.. items.Where(item => world.ReadKeys.Add(item.Key))];
            }

            await lane.IngestAsync((await store.FindFeedAsync(id, process.Stop))!, items, process.Stop);
            await Task.Delay(TimeSpan.FromMinutes(15), world.Time, process.Stop);
        }
    }

    private static async Task DigestByWallClockAsync(World world, Process process, MemoryNewsStore store, Outbox outbox)
    {
        while (true)
        {
            var local = LocalClock.At(store.Now, Newsroom.Zone);
            if (local.Hour == 2 && local.Minute == 30)
            {
                var planned = Newsroom.Platforms.Select(name => new PlannedDelivery(new PlaceId(name + ":headlines"), default, default, default, store.Now) { Kind = DeliveryKind.Headlines, Digest = 1 });
                outbox.Enqueue(await store.AddDeliveriesAsync([.. planned], null, process.Stop));
            }

            await Task.Delay(TimeSpan.FromMinutes(1), world.Time, process.Stop);
        }
    }
}
