using Microsoft.Extensions.Logging;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Feeds;

/// <summary>What is being refreshed and what waits for its turn. Thread-safe. A fault of one feed is logged and stays with it.</summary>
internal sealed partial class RefreshBoard(NewsPipeline pipeline, FeedRegistry feeds, SubscriptionRegistry subscriptions, FeedsOptions options, TimeProvider time, ILogger logger)
{
    private const string FaultMessage = "An internal fault; see the log.";
    private const int TooManyRequests = 429;
    private readonly Lock _lock = new();
    private readonly FetchQueue _queue = new(options.HostPace);
    private readonly Dictionary<FeedId, Task<RefreshReport>> _running = [];
    private readonly HashSet<FeedId> _unfollowed = [];
    private TaskCompletionSource _changed = new();

    /// <summary>Ends when a turn ended or a feed changed. Take it before looking for work.</summary>
    public Task Changed
    {
        get
        {
            lock (_lock)
            {
                return _changed.Task;
            }
        }
    }

    /// <summary>Puts a feed where its health says.</summary>
    public void Plan(Feed feed)
    {
        lock (_lock)
        {
            Schedule(feed);
        }

        Signal();
    }

    /// <summary>Feeds that nobody followed get another chance.</summary>
    public void LookAgain()
    {
        lock (_lock)
        {
            var again = _unfollowed.Select(feeds.Find).OfType<Feed>().ToList();
            _unfollowed.Clear();
            again.ForEach(Schedule);
        }

        Signal();
    }

    /// <summary>Starts as many due feeds as there is room for.</summary>
    public void StartDue(Action<RefreshReport>? ended, CancellationToken cancellationToken)
    {
        while (TakeDue() is var (feed, host))
        {
            _ = Begin(feed, host, ended, cancellationToken);
        }
    }

    /// <summary>Starts this feed out of turn, or joins its running refresh.</summary>
    public Task<RefreshReport> Start(Feed feed, CancellationToken cancellationToken)
    {
        var host = HostOf(feed);
        lock (_lock)
        {
            if (_running.TryGetValue(feed.Id, out var running))
            {
                return running;
            }

            _queue.Take(feed.Id, host, time.GetUtcNow());
        }

        return Begin(feed, host, null, cancellationToken);
    }

    public DateTimeOffset? PausedUntil(Feed feed)
    {
        lock (_lock)
        {
            return _queue.PausedUntil(HostOf(feed)) is { } until && until > time.GetUtcNow() ? until : null;
        }
    }

    /// <summary>When the next turn comes; null when nothing waits or there is no room.</summary>
    public DateTimeOffset? NextAt()
    {
        lock (_lock)
        {
            return _running.Count < options.Parallel ? _queue.NextAt() : null;
        }
    }

    /// <summary>True while something that was due by then runs or waits, other than for a host that asked to wait.</summary>
    public bool HasDue(DateTimeOffset by)
    {
        lock (_lock)
        {
            return _running.Count > 0 || _queue.HasDue(by, time.GetUtcNow());
        }
    }

    public void SpreadOverdue(TimeSpan over, Random random)
    {
        lock (_lock)
        {
            _queue.SpreadOverdue(feed => feeds.Find(feed)?.Health.LastCheck is not null, time.GetUtcNow(), over, random);
        }
    }

    /// <summary>Never throws.</summary>
    public async Task WhenAllEnded()
    {
        Task[] running;
        lock (_lock)
        {
            running = [.. _running.Values];
        }

        await Task.WhenAll(running).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private (Feed Feed, string Host)? TakeDue()
    {
        lock (_lock)
        {
            while (_running.Count < options.Parallel && _queue.TryTake(time.GetUtcNow(), out var id, out var host))
            {
                if (feeds.Find(id) is { IsFetched: true } feed && subscriptions.IsFollowed(feed))
                {
                    return (feed, host);
                }

                _unfollowed.Add(id);
                _queue.Done(host);
            }

            return null;
        }
    }

    private Task<RefreshReport> Begin(Feed feed, string host, Action<RefreshReport>? ended, CancellationToken cancellationToken)
    {
        var result = new TaskCompletionSource<RefreshReport>();
        lock (_lock)
        {
            _running[feed.Id] = result.Task;
        }

        _ = RunAsync(feed, host, result, ended, cancellationToken);
        return result.Task;
    }

    private async Task RunAsync(Feed feed, string host, TaskCompletionSource<RefreshReport> result, Action<RefreshReport>? ended, CancellationToken cancellationToken)
    {
        RefreshReport? report = null;
        try
        {
            report = await pipeline.RefreshAsync(feed, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFault(e, feed.Id, feed.Title);
            feeds.Put(feed with { Health = feed.Health with { NextCheck = time.GetUtcNow() + options.DefaultInterval, LastError = FaultMessage } });
            report = new RefreshReport(null, 0, 0) { Error = FaultMessage };
        }
        catch (OperationCanceledException)
        {
            // The program stops; the feed stays due.
        }

        End(feed.Id, host, report);
        if (report is null)
        {
            result.SetCanceled(CancellationToken.None);
            return;
        }

        ended?.Invoke(report);
        result.SetResult(report);
        Signal();
    }

    private void End(FeedId id, string host, RefreshReport? report)
    {
        lock (_lock)
        {
            _running.Remove(id);
            if (report?.HostPausedUntil is { } until)
            {
                _queue.Pause(host, until);
            }

            _queue.Done(host);
            if (report is not null && feeds.Find(id) is { } feed)
            {
                Schedule(feed);
            }
        }
    }

    private void Schedule(Feed feed)
    {
        if (_running.ContainsKey(feed.Id))
        {
            return;
        }

        if (!feed.IsFetched)
        {
            _queue.Remove(feed.Id);
            return;
        }

        if (feed.Health is { LastStatus: TooManyRequests, Status: FeedStatus.Failing } health)
        {
            _queue.Pause(HostOf(feed), health.NextCheck);
        }

        _queue.Set(feed.Id, HostOf(feed), feed.Health.NextCheck);
    }

    private static string HostOf(Feed feed) => FetchQueue.HostOf(new Uri(feed.Url));

    private void Signal()
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            changed = _changed;
            _changed = new TaskCompletionSource();
        }

        changed.TrySetResult();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Refreshing feed {Feed} ({Title}) hit a fault")]
    private partial void LogFault(Exception e, FeedId feed, string title);
}
