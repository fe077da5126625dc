using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Feeds;

/// <summary>
/// Refreshes each followed feed when it is due, whatever the number of its readers: never one feed twice at a time, few feeds of a domain at a time and with a pause, none of a host that asked to wait. Sleeps until the next is due.
/// </summary>
public sealed class FeedPoller : IDisposable
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    /// <summary>Waking so much later than planned means that the machine slept.</summary>
    private static readonly TimeSpan Overslept = TimeSpan.FromMinutes(5);

    private readonly FeedRegistry _feeds;
    private readonly SubscriptionRegistry _subscriptions;
    private readonly FeedsOptions _options;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly RefreshBoard _board;

    public FeedPoller(NewsPipeline pipeline, FeedRegistry feeds, SubscriptionRegistry subscriptions, IOptions<FeedsOptions> options, TimeProvider time, Random random, ILogger<FeedPoller> logger)
    {
        (_feeds, _subscriptions, _options, _time, _random) = (feeds, subscriptions, options.Value, time, random);
        _board = new RefreshBoard(pipeline, feeds, subscriptions, options.Value, time, logger);
        _feeds.Watch(_board.Plan);
        foreach (var feed in _feeds.All)
        {
            _board.Plan(feed);
        }
    }

    /// <summary>Makes the poller look again, as after a feed was followed.</summary>
    public void Wake() => _board.LookAgain();

    /// <summary>Until when the feed's host asked all of its feeds to wait; null when it did not.</summary>
    public DateTimeOffset? HostPausedUntil(Feed feed) => _board.PausedUntil(feed);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _board.SpreadOverdue(_options.MinimumInterval, _random);
        try
        {
            while (true)
            {
                var changed = _board.Changed;
                _board.StartDue(null, cancellationToken);
                if (await SleepAsync(changed, cancellationToken) > Overslept)
                {
                    _board.SpreadOverdue(_options.MinimumInterval, _random);
                }
            }
        }
        finally
        {
            await _board.WhenAllEnded();
        }
    }

    /// <summary>Refreshes what is due now, at the pace of its hosts, and returns when all of it is done. Feeds of a host that asked to wait are left out.</summary>
    public async Task<IReadOnlyList<RefreshReport>> RefreshDueAsync(IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        var start = _time.GetUtcNow();
        var total = _feeds.All.Count(feed => feed.IsFetched && feed.Health.NextCheck <= start && _subscriptions.IsFollowed(feed));
        var reports = new List<RefreshReport>();
        void Collect(RefreshReport report)
        {
            lock (reports)
            {
                reports.Add(report);
                progress?.Report((reports.Count, total));
            }
        }

        while (true)
        {
            var changed = _board.Changed;
            _board.StartDue(Collect, cancellationToken);
            if (!_board.HasDue(start))
            {
                return reports;
            }

            await SleepAsync(changed, cancellationToken);
        }
    }

    /// <summary>Refreshes one feed as soon as manners allow: at once when it is not being refreshed already, was not checked within the minimum interval and its host did not ask to wait.</summary>
    public Task<RefreshReport> RefreshNowAsync(Feed feed, CancellationToken cancellationToken)
    {
        var current = _feeds.Find(feed.Id) ?? feed;
        if (_board.PausedUntil(current) is not null)
        {
            return Task.FromResult(new RefreshReport(current, 0, 0) { Error = "The server asks us to wait." });
        }

        var notBefore = current.Health.LastCheck + _options.MinimumInterval;
        return notBefore > _time.GetUtcNow()
            ? Task.FromResult(new RefreshReport(current, 0, 0) { Error = current.Health.LastError, NotBefore = notBefore })
            : _board.Start(current, cancellationToken);
    }

    public void Dispose() => _feeds.Unwatch(_board.Plan);

    /// <summary>Sleeps until something is due or changed; returns how much later than planned it woke.</summary>
    private async Task<TimeSpan> SleepAsync(Task changed, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var wait = _board.NextAt() is { } next && next - now < LongestSleep ? next - now : LongestSleep;
        if (wait > TimeSpan.Zero && !changed.IsCompleted)
        {
            var wake = new TaskCompletionSource();
            await using var timer = _time.CreateTimer(_ => wake.TrySetResult(), null, WholeMilliseconds(wait), Timeout.InfiniteTimeSpan);
            await using var stop = cancellationToken.Register(() => wake.TrySetResult());
            await Task.WhenAny(wake.Task, changed);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return _time.GetUtcNow() - now - wait;
    }

    /// <summary>Timers cut off parts of a millisecond and would fire before the time has come.</summary>
    private static TimeSpan WholeMilliseconds(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
}
