using System.Diagnostics;
using NewsBot.Core.Feeds;
using NewsBot.Feeds.Http;
using NewsBot.Testing.Web;

namespace NewsBot.Feeds.Tests.Http;

[Collection(Alone.Name)]
public sealed class ServerFaultTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(200);

    /// <summary>A machine that is busy with other things may wake us late, but not each time.</summary>
    private const int Attempts = 4;

    public static IEnumerable<TheoryDataRow<int>> Faults => Enumerable.Range(0, ServerFaults.All.Count).Select(index => new TheoryDataRow<int>(index) { TestDisplayName = ServerFaults.All[index].Name });

    [Fact]
    public void There_are_enough_faults() => Assert.True(ServerFaults.All.Count >= 31, $"{ServerFaults.All.Count}");

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_misbehaving_server_costs_no_more_than_the_deadline_and_little_memory(int index)
    {
        var fault = ServerFaults.All[index];
        await using var server = FeedServer.Start();
        server.Script("/", fault.Answer);
        server.Script("/?again", fault.Answer);
        server.Serve("/warm", "<rss/>");
        using var http = new GuardedHttp(new HttpOptions { AllowedNetworks = ["127.0.0.0/8"], FetchTimeout = Deadline, ConnectTimeout = Deadline }, TimeProvider.System);
        await http.GetAsync(server.Url("/warm"), [], TestContext.Current.CancellationToken);
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        using var stop = new CancellationTokenSource();
        var watching = WatchAsync(bytes => most = Math.Max(most, bytes), stop.Token);

        var (result, took) = await TimedAsync(http, server.Url("/"));
        for (var attempt = 1; attempt < Attempts && took >= Deadline + Grace; attempt++)
        {
            (result, took) = await TimedAsync(http, server.Url("/"));
        }

        await stop.CancelAsync();
        await watching;

        Assert.True(result is GuardedResult.Failed || fault.MayAnswer, $"{fault}: {result}");
        Assert.True(took < Deadline + Grace, $"{fault} took {took}");
        Assert.True(most - before < 64 * 1024 * 1024, $"{fault} took {(most - before) / 1024 / 1024} MiB");
    }

    [Fact]
    public async Task The_next_answer_is_whole_after_each_oddly_framed_one()
    {
        await using var server = FeedServer.Start();
        server.Serve("/good", "<rss/>");
        using var http = new GuardedHttp(new HttpOptions { AllowedNetworks = ["127.0.0.0/8"], FetchTimeout = TimeSpan.FromSeconds(20) }, TimeProvider.System);
        foreach (var fault in ServerFaults.All.Where(fault => fault.MayAnswer))
        {
            server.Script("/odd", fault.Answer);
            await http.GetAsync(server.Url("/odd"), [], TestContext.Current.CancellationToken);

            var good = await http.GetAsync(server.Url("/good"), [], TestContext.Current.CancellationToken);
            if (good is GuardedResult.Failed { Failure: FetchFailure.BrokenAnswer })
            {
                // On a busy machine the server may still be closing when the next request comes: a failure is no answer, and never a wrong one.
                good = await http.GetAsync(server.Url("/good"), [], TestContext.Current.CancellationToken);
            }

            Assert.True(good is GuardedResult.Answered { Response.Body: var body } && System.Text.Encoding.UTF8.GetString(body.Span) == "<rss/>", $"after {fault}: {good}");
        }

        Assert.Equal(server.Requests.Count, server.Connections);
    }

    private static async Task<(GuardedResult Result, TimeSpan Took)> TimedAsync(GuardedHttp http, Uri url)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await http.GetAsync(url, [], TestContext.Current.CancellationToken);
        return (result, Stopwatch.GetElapsedTime(start));
    }

    private static async Task WatchAsync(Action<long> report, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            report(GC.GetTotalMemory(forceFullCollection: false));
            await Task.Delay(20, CancellationToken.None);
        }
    }
}
