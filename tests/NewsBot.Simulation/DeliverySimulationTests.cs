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
        var (crashes, messages) = (0L, 0L);
        for (var seed = 0; seed < Schedules; seed++)
        {
            var outcome = Schedule.Run(seed);
            crashes += outcome.Crashes;
            messages += outcome.Messages;
            Assert.True(outcome.Broken.Count == 0, $"Seed {seed}: {string.Join("; ", outcome.Broken)}.");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Schedules} schedules, {crashes} crashes, {messages} messages in {clock.Elapsed.TotalSeconds:F0} s"));
        Assert.True(crashes > 0);
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
}
