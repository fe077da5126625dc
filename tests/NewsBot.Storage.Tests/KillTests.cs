using System.Diagnostics;
using System.Globalization;

namespace NewsBot.Storage.Tests;

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}

[Collection(Alone.Name)]
public sealed class KillTests : IDisposable
{
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("TEST_NEWSBOT_KILLS") ?? "20", CultureInfo.InvariantCulture);

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_acknowledged_write_is_lost_when_the_process_is_killed()
    {
        var (first, acknowledged, random) = (1, 0, new Random(11));
        for (var kill = 0; kill < Kills; kill++)
        {
            acknowledged = Math.Max(acknowledged, await WriteAndDieAsync(kill % 2 == 0 ? "die" : "write", first, random));

            var opening = Stopwatch.StartNew();
            await using var host = _folder.Open();
            Assert.True(opening.Elapsed < TimeSpan.FromSeconds(2), $"Opening took {opening.Elapsed}.");
            var missing = await host.ReadAsync(database => Enumerable.Range(1, acknowledged).Where(id => database.GetCollection("things").FindById(id) is null).ToList(), TestContext.Current.CancellationToken);
            Assert.Empty(missing);
            first = 1 + await host.ReadAsync(database => database.GetCollection("things").Max().AsInt32, TestContext.Current.CancellationToken);
            acknowledged = first - 1;
        }

        Assert.True(acknowledged > Kills);
    }

    /// <summary>The last id that was acknowledged.</summary>
    private async Task<int> WriteAndDieAsync(string job, int first, Random random)
    {
        using var child = ChildProgram.Start(job, _folder.Options.Directory, first);
        var (last, steps) = (0, random.Next(3, 60));
        for (var step = 0; (job == "die" || step < steps) && await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line; step++)
        {
            last = int.Parse(line, CultureInfo.InvariantCulture);
        }

        child.Kill();
        while (await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            last = int.Parse(line, CultureInfo.InvariantCulture);
        }

        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(last > 0, await child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        return last;
    }
}
