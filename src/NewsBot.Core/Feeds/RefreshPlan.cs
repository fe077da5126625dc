using System.Globalization;

namespace NewsBot.Core.Feeds;

/// <summary>Decides when a feed is checked next. Pure but for the jitter of <see cref="Random"/>.</summary>
public static class RefreshPlan
{
    private static readonly TimeSpan ThrottledDefault = TimeSpan.FromHours(1);
    private static readonly TimeSpan LifetimeCeiling = TimeSpan.FromHours(6);

    public static NextCheck After(RefreshObservation seen, DateTimeOffset now, FeedsOptions options, Random random)
    {
        var (wait, reason) = Wait(seen, options);
        var bounded = Clamp(wait, options);
        var jitter = 1 + (0.1 * random.NextDouble());
        return new(Allowed(now + (bounded * jitter), seen.Pace), reason);
    }

    private static (TimeSpan Wait, string Reason) Wait(RefreshObservation seen, FeedsOptions options)
    {
        if (seen.Result is FetchResult.Throttled { RetryAfter: var retry })
        {
            return (retry ?? ThrottledDefault, "the server asked us to wait");
        }

        if (seen.Failed)
        {
            // Doubles every third failure: a short fault costs little, a dead feed becomes a daily look.
            var factor = Math.Pow(2, Math.Min(seen.Errors - 1, 30) / 3.0);
            return (options.DefaultInterval * Math.Min(factor, 1_000), string.Create(CultureInfo.InvariantCulture, $"failed {seen.Errors} times"));
        }

        var longest = (Wait: options.DefaultInterval, Reason: "default interval");
        if (seen.NewItems > 2)
        {
            longest = (options.DefaultInterval / 4, "it publishes often");
        }

        if (seen.Pace.TimeToLive is { } ttl && ttl > longest.Wait)
        {
            longest = (ttl, "the feed's ttl");
        }

        if (seen.Pace.UpdateInterval is { } period && period > longest.Wait)
        {
            longest = (period, "the feed's update period");
        }

        if (seen.Lifetime.FreshFor is { } fresh && fresh > longest.Wait)
        {
            longest = (fresh < LifetimeCeiling ? fresh : LifetimeCeiling, "the server's max-age");
        }

        return longest;
    }

    private static TimeSpan Clamp(TimeSpan wait, FeedsOptions options)
    {
        var atLeast = wait < options.MinimumInterval ? options.MinimumInterval : wait;
        return atLeast > options.MaximumInterval ? options.MaximumInterval : atLeast;
    }

    /// <summary>Moves a check out of the hours and days that the feed asks to skip.</summary>
    private static DateTimeOffset Allowed(DateTimeOffset at, PaceHints pace)
    {
        var hours = 0;
        while (hours < 24 * 7 && (pace.SkipHours.Contains(at.UtcDateTime.Hour) || pace.SkipDays.Contains(at.UtcDateTime.DayOfWeek)))
        {
            at = at.AddHours(1);
            hours++;
        }

        return at;
    }
}

/// <summary>When a feed is checked next, and why then.</summary>
public readonly record struct NextCheck(DateTimeOffset At, string Reason);
