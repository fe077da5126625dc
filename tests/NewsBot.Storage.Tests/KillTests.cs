using System.Diagnostics;
using System.Globalization;
using NewsBot.Storage.LiteDb;

namespace NewsBot.Storage.Tests;

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}

/// <summary>A process that writes is killed, or kills itself right after an acknowledgement. TEST_NEWSBOT_KILLS sets how often, TEST_NEWSBOT_ARTICLES how much is stored before.</summary>
[Collection(Alone.Name)]
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("TEST_NEWSBOT_KILLS") ?? "20", CultureInfo.InvariantCulture);
    private static readonly TimeSpan OpenTime = TimeSpan.FromSeconds(2);

    private readonly StoreFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_acknowledged_write_is_lost_when_the_process_is_killed()
    {
        await using (var host = _folder.Open())
        {
            using var store = new LiteNewsStore(host, TimeProvider.System);
            await ManyArticles.StoreAsync(store, Token);
        }

        var (first, longest, random) = (1, TimeSpan.Zero, new Random(11));
        for (var kill = 0; kill < Kills; kill++)
        {
            var acknowledged = await WriteAndDieAsync(kill % 2 == 0 ? "die" : "write", first, random);
            var opening = Stopwatch.StartNew();
            await using var host = _folder.Open();
            longest = opening.Elapsed > longest ? opening.Elapsed : longest;
            Assert.Empty(await MissingAsync(host, first, acknowledged));
            first = 1 + await host.ReadAsync(database => database.GetCollection("things").Max().AsInt32, Token);
        }

        Assert.True(longest < OpenTime, $"Opening took {longest}.");
        await using var last = _folder.Open();
        using var whole = new LiteNewsStore(last, TimeProvider.System);
        Assert.Empty(await MissingAsync(last, 1, first - 1));
        Assert.Empty(await whole.VerifyAsync(Token));
        Assert.Equal(ManyArticles.Count, await whole.CountArticlesAsync(Token));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Kills} kills over {ManyArticles.Count} articles, {first - 1} acknowledged writes, none lost; the longest opening took {longest.TotalSeconds:F3} s"));
    }

    private static Task<List<int>> MissingAsync(LiteDatabaseHost host, int first, int last) =>
        host.ReadAsync(database => Enumerable.Range(first, last - first + 1).Where(id => database.GetCollection("things").FindById(id) is null).ToList(), Token);

    /// <summary>The last id that was acknowledged.</summary>
    private async Task<int> WriteAndDieAsync(string job, int first, Random random)
    {
        using var child = ChildProgram.Start(job, _folder.Options.Directory, first);
        using var limit = new CancellationTokenSource(ChildProgram.Limit);
        await using var kill = limit.Token.Register(child.Kill);
        var (last, steps) = (0, random.Next(3, 60));
        for (var step = 0; (job == "die" || step < steps) && await child.StandardOutput.ReadLineAsync(Token) is { } line; step++)
        {
            last = int.Parse(line, CultureInfo.InvariantCulture);
        }

        child.Kill();
        while (await child.StandardOutput.ReadLineAsync(Token) is { } line)
        {
            last = int.Parse(line, CultureInfo.InvariantCulture);
        }

        await child.WaitForExitAsync(Token);
        Assert.True(last > 0, await child.StandardError.ReadToEndAsync(Token));
        Assert.False(limit.IsCancellationRequested, "The program wrote or died too slowly.");
        return last;
    }
}
