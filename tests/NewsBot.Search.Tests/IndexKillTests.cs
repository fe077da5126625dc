using System.Diagnostics;
using System.Globalization;
using NewsBot.Core.Search;

namespace NewsBot.Search.Tests;

public sealed class IndexKillTests
{
    private const int Kills = 4;

    [Fact]
    public async Task An_index_whose_process_was_killed_opens_again_and_holds_every_article_once()
    {
        var root = Directory.CreateTempSubdirectory("newsbot-kill-").FullName;
        var folder = Path.Combine(root, "index");
        try
        {
            for (var kill = 1; kill <= Kills; kill++)
            {
                var reached = await IndexAndKillAsync(folder, kill * 5);

                await using var index = KilledIndexer.Open(folder, KilledIndexer.StoreOf(reached));
                await index.CatchUpAsync(TestContext.Current.CancellationToken);
                var page = await index.SearchAsync(Some.Search("ferry"), TestContext.Current.CancellationToken);

                Assert.Equal((reached, IndexCoverage.Complete), (page.Total, page.Coverage));
            }
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    /// <summary>The last article that the process said it had indexed before it was killed.</summary>
    private static async Task<int> IndexAndKillAsync(string folder, int steps)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment[KilledIndexer.FolderVariable] = folder;
        using var process = Process.Start(start)!;
        try
        {
            var reached = 0;
            for (var step = 0; step < steps; step++)
            {
                var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
                reached = int.Parse(line ?? "", CultureInfo.InvariantCulture);
            }

            return reached;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
