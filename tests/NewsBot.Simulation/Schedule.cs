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
        VirtualTime.Run(async time => outcome = await LiveAsync(new World(seed, time, bug)), Starts[seed % Starts.Length], usesPool: false);
        return outcome!;
    }

    private static async Task<Outcome> LiveAsync(World world)
    {
        var feeds = await Newsroom.FoundAsync(world);
        var end = world.Start + World.Day + Recovery;
        while (world.Time.GetUtcNow() < end)
        {
            var process = new Process(world);
            await using var last = world.Time.CreateTimer(_ => process.Kill(), null, end - world.Time.GetUtcNow(), Timeout.InfiniteTimeSpan);
            _ = process.KeepAsync(_ => ServeAsync(world, process, feeds));
            await process.Ended;
            await Task.Delay(TimeSpan.FromSeconds(world.Random.Next(1, 900)), world.Time, CancellationToken.None);
        }

        return Outcome.Of(world);
    }

    /// <summary>Starts as the program does, from what the disk holds.</summary>
    private static async Task ServeAsync(World world, Process process, IReadOnlyList<FeedId> papers)
    {
        var store = new MemoryNewsStore(world.Disk, world.Time, process, world.Skew);
        var (feeds, outbox) = (new FeedRegistry(), new Outbox());
        var registry = new SubscriptionRegistry(feeds);
        foreach (var known in await store.ListFeedsAsync(CancellationToken.None))
        {
            feeds.Put(known);
        }

        registry.Load(await store.LoadSubscriptionsAsync(CancellationToken.None));
        outbox.Enqueue(Recovered(await store.OpenDeliveriesAsync(CancellationToken.None), world.Bug));
        using var lane = SomeLane.Over(store, feeds, registry, outbox);
        var posts = new PostBuilder(store, registry, new HeadlineReader(store, new NewsBot.Core.Articles.RecentArticles(), feeds, registry));
        foreach (var name in Newsroom.Platforms)
        {
            var platform = new Platform(world, process, name, dropsRepeats: name == "keyed");
            _ = process.KeepAsync(new DeliveryLane(platform, posts, new DeliveryLimits(store, registry), new VolumeWatch(store, registry, outbox, Microsoft.Extensions.Options.Options.Create(new DeliveryOptions())), store, outbox, registry, process.Time, NullLogger<DeliveryLane>.Instance).RunAsync);
        }

        _ = process.KeepAsync(world.Bug == PlantedBug.DigestByWallClock ? _ => DigestByWallClockAsync(process, store, outbox) : new DigestScheduler(store, registry, outbox, process.Time).RunAsync);
        await PollAsync(world, process, store, lane, papers);
    }

    private static IReadOnlyList<OutboxRow> Recovered(IReadOnlyList<OutboxRow> open, PlantedBug bug) => bug switch
    {
        PlantedBug.MarkBeforeSend => [.. open.Where(row => row.State != DeliveryState.Sending)],
        PlantedBug.NoRecovery => [],
        PlantedBug.RegroupsResends => [.. open.Select(row => row with { State = DeliveryState.Queued, Message = null })],
        _ => open,
    };

    private static async Task PollAsync(World world, Process process, MemoryNewsStore store, IngestLane lane, IReadOnlyList<FeedId> papers)
    {
        if (world.Bug == PlantedBug.NoDedupe)
        {
            foreach (var paper in papers)
            {
                await store.CommitRefreshAsync(new RefreshOutcome { Feed = (await store.FindFeedAsync(paper, CancellationToken.None))!, Memory = FeedMemory.Empty }, CancellationToken.None);
            }
        }

        // A feed that did not change since this life read it answers so, and nothing is taken in.
        var read = new int[papers.Count];
        while (true)
        {
            for (var paper = 0; paper < papers.Count; paper++)
            {
                if (read[paper] == world.Publisher.Version(paper, world.Time.GetUtcNow()))
                {
                    continue;
                }

                read[paper] = world.Publisher.Version(paper, world.Time.GetUtcNow());
                var items = world.Publisher.Read(paper, world.Time.GetUtcNow());
                if (world.Bug == PlantedBug.OffsetFirst)
                {
                    items = [.. items.Where(item => world.ReadKeys.Add(item.Key))];
                }

                await lane.IngestAsync((await store.FindFeedAsync(papers[paper], CancellationToken.None))!, items, CancellationToken.None);
            }

            await Task.Delay(TimeSpan.FromMinutes(15), process.Time, CancellationToken.None);
        }
    }

    private static async Task DigestByWallClockAsync(Process process, MemoryNewsStore store, Outbox outbox)
    {
        while (true)
        {
            var local = LocalClock.At(store.Now, Newsroom.Zone);
            if (local.Hour == 2 && local.Minute == 30)
            {
                var planned = Newsroom.Platforms.Select(name => new PlannedDelivery(new PlaceId(name + ":headlines"), default, default, default, store.Now) { Kind = DeliveryKind.Headlines, Digest = 1 });
                outbox.Enqueue(await store.AddDeliveriesAsync([.. planned], null, CancellationToken.None));
            }

            await Task.Delay(TimeSpan.FromMinutes(1), process.Time, CancellationToken.None);
        }
    }
}
