using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Subscriptions;
using NewsBot.Feeds.Html;
using NewsBot.Feeds.Http;
using NewsBot.Feeds.Parsing;
using NewsBot.Storage.LiteDb;
using NewsBot.Testing;

namespace NewsBot.Benchmarks.Load;

/// <summary>
/// What do many feeds cost one machine? The news path from the poller to the store on disk over real connections to <see cref="LoadServer"/>: first all are read, then all are due at once and one in ten changed, then they come due over one minute. Prints rates, processor time, memory and how late the latest was.
/// </summary>
internal static class FeedLoad
{
    private static readonly TimeSpan Steady = TimeSpan.FromMinutes(1);

    /// <summary>Exit code 1 when a feed was left out.</summary>
    public static async Task<int> RunAsync(int count)
    {
        var folder = Directory.CreateTempSubdirectory("newsbot-load-").FullName;
        using var server = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, "feed-server") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        try
        {
            var port = int.Parse((await server.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
            await using var host = ((OpenResult.Opened)LiteDatabaseHost.Open(new LiteDatabaseOptions(folder), NullLogger.Instance)).Host;
            using var store = new LiteNewsStore(host, TimeProvider.System);
            using var rig = new Rig(store);
            await rig.FollowAsync(count, port);
            var complete = await PassAsync(rig, $"first reading of {count} feeds", count);
            for (var round = 0; round < 2; round++)
            {
                await NextRoundAsync(server);
                rig.MakeDue(TimeSpan.Zero);
                complete &= await PassAsync(rig, "all due at once, one in ten changed", count);
            }

            await NextRoundAsync(server);
            rig.MakeDue(Steady, TimeSpan.FromSeconds(1));
            return complete & await SteadyAsync(rig, count) ? 0 : 1;
        }
        finally
        {
            server.StandardInput.Close();
            await server.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task NextRoundAsync(Process server)
    {
        await server.StandardInput.WriteLineAsync();
        await server.StandardOutput.ReadLineAsync();
    }

    private static async Task<bool> PassAsync(Rig rig, string name, int count)
    {
        var (start, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var reports = await rig.Poller.RefreshDueAsync(null, CancellationToken.None);
        return Print(name, rig, reports.Count, count, Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - processor);
    }

    private static async Task<bool> SteadyAsync(Rig rig, int count)
    {
        var (start, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        using var stop = new CancellationTokenSource(Steady + TimeSpan.FromSeconds(5));
        try
        {
            await rig.Poller.RunAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
            // The minute is over.
        }

        return Print("all due over one minute", rig, rig.Lateness().Count, count, Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - processor);
    }

    private static bool Print(string name, Rig rig, int done, int count, TimeSpan took, TimeSpan processor)
    {
        var late = rig.Lateness();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {done} of {count} in {took.TotalSeconds:F1} s = {done / took.TotalSeconds:F0} feeds/s; {processor.TotalSeconds:F1} s of processor time, {processor.TotalMilliseconds / done:F2} ms a feed; peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576} MB; {rig.Unchanged} answered 304; latest {late.Max().TotalSeconds:F2} s after it was due, half within {late[late.Count / 2].TotalSeconds:F2} s; {rig.Failing} failed"));
        return done == count && late.Count == count && rig.Failing == 0;
    }

    /// <summary>The news path as the program composes it, over the embedded store.</summary>
    private sealed class Rig : IDisposable
    {
        private readonly LiteNewsStore _store;
        private readonly FeedRegistry _feeds = new();
        private readonly GuardedHttp _http;
        private readonly IngestLane _lane;
        private readonly Dictionary<FeedId, DateTimeOffset> _due = [];
        private int _unchangedBefore;

        public Rig(LiteNewsStore store)
        {
            _store = store;
            var options = Options.Create(new FeedsOptions());
            var subscriptions = new SubscriptionRegistry(_feeds);
            _http = new GuardedHttp(new HttpOptions { AllowedNetworks = ["127.0.0.0/8"] }, TimeProvider.System, options.Value.HostPace);
            _lane = SomeLane.Over(store, _feeds, subscriptions, new Outbox());
            var (fetcher, parser, intake, access) = (new HttpFeedFetcher(_http, TimeProvider.System), new FeedParser(), new ArticleIntake(new HtmlReader()), new FeedAccessRegistry());
            var moves = new FeedMoves(fetcher, parser, store, _lane, intake, _feeds, subscriptions, access, NullLogger<FeedMoves>.Instance);
            var pipeline = new NewsPipeline(fetcher, parser, intake, _lane, store, _feeds, access, moves, options, new Random(1), NullLogger<NewsPipeline>.Instance);
            Poller = new FeedPoller(pipeline, _feeds, subscriptions, options, TimeProvider.System, new Random(1), NullLogger<FeedPoller>.Instance);
        }

        public FeedPoller Poller { get; }

        /// <summary>Answers without a body since the feeds were made due.</summary>
        public int Unchanged => _feeds.All.Sum(feed => feed.Health.NotModifiedAnswers) - _unchangedBefore;

        public int Failing => _feeds.All.Count(feed => feed.Health.LastError is not null);

        public async Task FollowAsync(int count, int port)
        {
            foreach (var chunk in Enumerable.Range(0, count).Chunk(500))
            {
                var added = await Task.WhenAll(chunk.Select(number => _store.AddFeedAsync(new NewFeed(FeedKind.Web, $"http://127.0.0.1:{port}/feeds/{number}", $"Paper {number}") { InCatalogue = true }, CancellationToken.None)));
                Array.ForEach(added, _feeds.Put);
            }

            MakeDue(TimeSpan.Zero);
        }

        /// <summary>Makes all feeds due, evenly over the given time. What is overdue when the poller starts would be spread by it.</summary>
        public void MakeDue(TimeSpan over, TimeSpan wait = default)
        {
            var feeds = _feeds.All;
            _unchangedBefore = feeds.Sum(feed => feed.Health.NotModifiedAnswers);
            var now = TimeProvider.System.GetUtcNow();
            foreach (var (index, feed) in feeds.Index())
            {
                _due[feed.Id] = now + wait + (over * ((double)index / feeds.Count));
                _feeds.Put(feed with { Health = feed.Health with { NextCheck = _due[feed.Id] } });
            }
        }

        /// <summary>Of the feeds that were checked since they were made due: the time between. Ascending.</summary>
        public IReadOnlyList<TimeSpan> Lateness() =>
            [.. _feeds.All.Where(feed => feed.Health.LastCheck >= _due[feed.Id]).Select(feed => feed.Health.LastCheck!.Value - _due[feed.Id]).Order()];

        public void Dispose()
        {
            Poller.Dispose();
            _lane.Dispose();
            _http.Dispose();
        }
    }
}
