using System.Diagnostics;
using System.Globalization;
using NewsBot.Testing;
using NewsBot.Testing.Web;

namespace NewsBot.Tests.EndToEnd;

/// <summary>The program is told to stop, started twice, copied while it runs and put back. TEST_NEWSBOT_STOPS sets how often it is stopped.</summary>
[Collection(nameof(Processes))]
public sealed class StopTests(ITestOutputHelper output) : IDisposable
{
    private static readonly int Stops = int.Parse(Environment.GetEnvironmentVariable("TEST_NEWSBOT_STOPS") ?? "4", CultureInfo.InvariantCulture);
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(10);
    private static readonly Dictionary<string, string> Fast = new()
    {
        ["FEEDS__ALLOWEDNETWORKS__0"] = "127.0.0.0/8",
        ["FEEDS__MINIMUMINTERVAL"] = "00:00:01",
        ["FEEDS__DEFAULTINTERVAL"] = "00:00:01",
    };

    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Told_to_stop_it_ends_soon_and_over_the_restarts_nothing_is_lost_or_repeated()
    {
        await using var server = FeedServer.Start();
        List<RssItem> items = [Some.Item("Ferry to Marrow Island resumes")];
        server.Serve("/feed", Some.Rss([.. items]));
        var (seen, longest) = ("", TimeSpan.Zero);
        for (var round = 0; round < Stops; round++)
        {
            await using var process = NewsBotProcess.Start(_data.Path, Fast);
            await process.SendAsync(round == 0 ? $"/subscribe {server.Url("/feed")}\n" : "/id\n");
            await process.SeesAsync(round == 0 ? "is followed now" : "You are");
            items.Insert(0, Some.Item($"Report {round} from Tollen"));
            server.Serve("/feed", Some.Rss([.. items]));

            // In some rounds it is stopped while it reads and sends, in others when it is done.
            await (round % 2 == 0 ? process.SeesAsync($"Report {round} from Tollen") : Task.Delay(150 * round % 1_100, TestContext.Current.CancellationToken));
            var clock = Stopwatch.StartNew();
            var exit = await process.TerminateAsync();
            longest = clock.Elapsed > longest ? clock.Elapsed : longest;
            Assert.True(clock.Elapsed < StopTime, $"It took {clock.Elapsed} to stop.");
            Assert.Equal((0, ""), (exit, process.Errors));
            seen += process.Output;
        }

        await using var last = NewsBotProcess.Start(_data.Path, Fast);
        await last.AskUntilAsync("/why", string.Create(CultureInfo.InvariantCulture, $"Sent: {Stops}. Waiting: 0."));
        Assert.Equal(0, await last.EndAsync());
        seen += last.Output;
        Assert.All(Enumerable.Range(0, Stops), round => Assert.Equal(1, seen.Split($"* Report {round} from Tollen").Length - 1));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stops} stops, the longest took {longest.TotalSeconds:F2} s"));
    }

    [Fact]
    public async Task A_second_process_on_the_folder_is_refused_at_once()
    {
        await using var first = NewsBotProcess.Start(_data.Path, Fast);
        await first.SendAsync("/id\n");
        await first.SeesAsync("You are");
        var clock = Stopwatch.StartNew();
        await NewsBotProcess.RunAsync(_data.Path, Fast, "", "version");
        var start = clock.Elapsed;
        clock.Restart();

        var (exit, _, errors) = await NewsBotProcess.RunAsync(_data.Path, Fast, "", "run");

        Assert.Equal(1, exit);
        Assert.Contains("already runs", errors, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < start + TimeSpan.FromSeconds(2), $"It took {clock.Elapsed}, of which {start} to start.");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"refused after {clock.Elapsed.TotalSeconds:F2} s; \"version\" took {start.TotalSeconds:F2} s"));
    }

    [Fact]
    public async Task A_copy_made_while_it_runs_is_whole_and_can_be_put_back()
    {
        await using var server = FeedServer.Start();
        server.Serve("/feed", Some.Rss([.. Enumerable.Range(1, 30).Select(number => Some.Item($"Report {number} from Tollen"))]));
        await using var running = NewsBotProcess.Start(_data.Path, Fast);
        await running.SendAsync($"/subscribe {server.Url("/feed")}\n");
        await running.SeesAsync("is followed now");

        var copy = await NewsBotProcess.RunAsync(_data.Path, Fast, "", "backup", "copy.zip");
        var verified = await NewsBotProcess.RunAsync(_data.Path, Fast, "", "verify");
        using var other = new DataFolder();
        var restored = await NewsBotProcess.RunAsync(other.Path, Fast, "", "restore", Path.Combine(_data.Path, "copy.zip"));
        var whole = await NewsBotProcess.RunAsync(other.Path, Fast, "", "verify");
        var (_, talk, _) = await NewsBotProcess.RunAsync(other.Path, Fast, "/subscriptions\n/latest\n");

        Assert.Equal((0, 0, 0, 0), (copy.Exit, verified.Exit, restored.Exit, whole.Exit));
        Assert.Contains("30 articles; nothing is wrong.", whole.Output, StringComparison.Ordinal);
        Assert.Contains("Morning of Larkfield", talk, StringComparison.Ordinal);
        Assert.Contains("1-5 of 30", talk, StringComparison.Ordinal);
        Assert.DoesNotContain("secret.key", string.Join(' ', System.IO.Compression.ZipFile.OpenRead(Path.Combine(_data.Path, "copy.zip")).Entries.Select(entry => entry.Name)), StringComparison.Ordinal);
    }
}
