using System.Diagnostics;
using System.Globalization;

namespace NewsBot.Simulation;

public sealed class DeliverySimulationTests(ITestOutputHelper output)
{
    private static readonly int Schedules = int.Parse(Environment.GetEnvironmentVariable("TEST_NEWSBOT_SCHEDULES") ?? "300", CultureInfo.InvariantCulture);

    [Fact]
    public void Through_all_faults_nothing_is_lost_repeated_without_need_or_out_of_order()
    {
        var clock = Stopwatch.StartNew();
        var outcomes = new Outcome[Schedules];
        RunOnEachCore(seed => outcomes[seed] = Schedule.Run(seed));

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Schedules} schedules, {outcomes.Sum(one => one.Crashes)} crashes, {outcomes.Sum(one => one.Messages)} messages, {outcomes.Sum(one => one.Joined)} copies joined, {outcomes.Sum(one => one.Corrected)} corrections shown in {clock.Elapsed.TotalSeconds:F0} s, {System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:F0} s of processor time"));
        Assert.All(outcomes.Index(), outcome => Assert.True(outcome.Item.Broken.Count == 0, $"Seed {outcome.Index}: {string.Join("; ", outcome.Item.Broken)}."));
        Assert.True(outcomes.Sum(one => one.Crashes) > 0 && outcomes.Sum(one => one.Joined) > 0 && outcomes.Sum(one => one.Corrected) > 0);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(41)]
    [InlineData(97)]
    public void The_same_seed_gives_the_same_trace(int seed) => Assert.Equal(Schedule.Run(seed).Trace, Schedule.Run(seed).Trace);

    [Theory]
    [InlineData(PlantedBug.MarkBeforeSend, "never saw")]
    [InlineData(PlantedBug.NoRecovery, "never saw")]
    [InlineData(PlantedBug.OffsetFirst, "never saw")]
    [InlineData(PlantedBug.NoDedupe, "duplicates where")]
    [InlineData(PlantedBug.DigestByWallClock, "had 2 digests of")]
    [InlineData(PlantedBug.RegroupsResends, "never saw")]
    public void A_planted_bug_is_found(PlantedBug bug, string by)
    {
        var found = Enumerable.Range(0, 200).FirstOrDefault(seed => Schedule.Run(seed, bug).Broken.Any(broken => broken.Contains(by, StringComparison.Ordinal)), -1);

        Assert.True(found >= 0, $"{bug} passed 200 schedules.");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bug}: found by seed {found}"));
    }

    /// <summary>Each run stays on the thread that began it, so threads of their own run many at once.</summary>
    private static void RunOnEachCore(Action<int> run)
    {
        var next = -1;
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() =>
        {
            while (Interlocked.Increment(ref next) is var seed && seed < Schedules)
            {
                run(seed);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }
}
