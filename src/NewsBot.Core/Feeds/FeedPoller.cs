using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Feeds;

/// <summary>Refreshes each followed feed when it is due, never one feed twice at a time, at most one feed of a host at a time. Sleeps until the next is due.</summary>
public sealed partial class FeedPoller(
    NewsPipeline pipeline, FeedRegistry feeds, SubscriptionRegistry subscriptions, IOptions<FeedsOptions> options, TimeProvider time, ILogger<FeedPoller> logger) : IDisposable
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _changed = new(0);

    /// <summary>Makes the poller look again, as after a feed was added.</summary>
    public void Wake() => _changed.Release();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await RefreshDueAsync(null, cancellationToken);
            await SleepAsync(cancellationToken);
        }
    }

    /// <summary>Refreshes what is due now and returns when all of it is done.</summary>
    public async Task<IReadOnlyList<RefreshReport>> RefreshDueAsync(IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = feeds.All.Where(feed => feed.IsFetched && feed.Health.NextCheck <= now && subscriptions.IsFollowed(feed)).ToList();
        var reports = new List<RefreshReport>();
        using var slots = new SemaphoreSlim(options.Value.Parallel);
        var hosts = due.GroupBy(feed => new Uri(feed.Url).Host, StringComparer.OrdinalIgnoreCase).Select(async host =>
        {
            foreach (var feed in host)
            {
                await slots.WaitAsync(cancellationToken);
                try
                {
                    var report = await RefreshAsync(feed, cancellationToken);
                    lock (reports)
                    {
                        reports.Add(report);
                        progress?.Report((reports.Count, due.Count));
                    }
                }
                finally
                {
                    slots.Release();
                }
            }
        });
        await Task.WhenAll(hosts);
        return reports;
    }

    /// <summary>Refreshes one feed at once, due or not, as when somebody begins to follow it.</summary>
    public Task<RefreshReport> RefreshNowAsync(Feed feed, CancellationToken cancellationToken) => RefreshAsync(feed, cancellationToken);

    public void Dispose() => _changed.Dispose();

    private async Task<RefreshReport> RefreshAsync(Feed feed, CancellationToken cancellationToken)
    {
        try
        {
            return await pipeline.RefreshAsync(feed, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFault(e, feed.Id, feed.Title);
            feeds.Put(feed with { Health = feed.Health with { NextCheck = time.GetUtcNow() + options.Value.DefaultInterval, LastError = "An internal fault; see the log." } });
            return new RefreshReport(null, 0, 0) { Error = "An internal fault; see the log." };
        }
    }

    private async Task SleepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var next = feeds.All.Where(feed => feed.IsFetched && subscriptions.IsFollowed(feed)).Select(feed => feed.Health.NextCheck).DefaultIfEmpty(now + LongestSleep).Min();
        var wait = next <= now ? TimeSpan.FromSeconds(1) : next - now < LongestSleep ? next - now : LongestSleep;
        using var wake = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(Task.Delay(wait, time, wake.Token), _changed.WaitAsync(wake.Token));
        await wake.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Refreshing feed {Feed} ({Title}) hit a fault")]
    private partial void LogFault(Exception e, FeedId feed, string title);
}
