using System.Globalization;

namespace NewsBot.Core.Feeds;

/// <summary>Decides when a feed is checked next: no earlier than the publisher asks, often while it publishes, rarely while it rests or fails. Pure but for the jitter of <see cref="Random"/>.</summary>
public static class RefreshPlan
{
    private const double Jitter = 0.1;
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan ThrottledDefault = TimeSpan.FromHours(1);

    public static NextCheck After(RefreshObservation seen, FeedsOptions options, Random random)
    {
        if (seen.Result is FetchResult.Throttled throttled)
        {
            var asked = throttled.RetryAfter ?? ThrottledDefault;
            var wait = asked < options.MinimumInterval ? options.MinimumInterval : asked;
            return new(seen.Now + (wait * (1 + (Jitter * random.NextDouble()))), string.Create(CultureInfo.InvariantCulture, $"the server asked us to wait (HTTP {throttled.Status})"));
        }

        var own = seen.Failed ? BackOff(seen, options) : (Wait: Adaptive(seen, options), Reason: seen.NewItems.Count > 0 ? "it published" : "how often it publishes");
        var spread = own.Wait * (1 - Jitter + (2 * Jitter * random.NextDouble()));
        var asks = Asked(seen, options);
        var earliest = asks.Wait > spread ? (Wait: asks.Wait * (1 + (Jitter * random.NextDouble())), asks.Reason) : (Wait: spread, own.Reason);
        var ceiling = Longer(options.MaximumInterval, options.MinimumInterval);
        var bounded = earliest.Wait < options.MinimumInterval ? options.MinimumInterval : Shorter(earliest.Wait, ceiling);
        return Allowed(new(seen.Now + bounded, earliest.Reason), seen.Pace, random);
    }

    /// <summary>
    /// A feed's interval is a week over the items of its last week, at most the default. After a new item it is checked at the minimum and then half as long again each time, as news comes in bursts;
    /// when it rests, a tenth of the time since its last item, so that a late item is found late in proportion.
    /// </summary>
    private static TimeSpan Adaptive(RefreshObservation seen, FeedsOptions options)
    {
        var items = seen.Rhythm.ItemsInWeek(seen.Now);
        var usual = Longer(options.MinimumInterval, Shorter(options.DefaultInterval, items > 0 ? Week / items : options.DefaultInterval));
        var idle = seen.Now - (seen.LastNewItem ?? seen.Before.FirstRead ?? seen.Now);
        return Longer(Longer(options.MinimumInterval, Shorter(idle / 2, usual)), Shorter(idle / 10, options.MaximumInterval));
    }

    /// <summary>Doubles from the minimum to the default, then by 2^(errors/10) to the maximum: a short fault costs little, a dead feed becomes a daily look. A missing page starts at the default, a closed one at four times that.</summary>
    private static (TimeSpan Wait, string Reason) BackOff(RefreshObservation seen, FeedsOptions options)
    {
        if (seen.IsOurs)
        {
            // As long as it lasts already, at most the default: all are read soon after the network is back, and spread as they were.
            var lasted = seen.Now - (seen.FailingSince ?? seen.Now);
            return (Longer(Shorter(lasted, options.DefaultInterval), options.MinimumInterval), "most feeds cannot be reached, which looks like our own network");
        }

        var (first, slow) = seen.Result switch
        {
            FetchResult.Failed { Failure: FetchFailure.NotFound } => (options.DefaultInterval, options.DefaultInterval),
            FetchResult.Failed { Failure: FetchFailure.AccessDenied } => (options.DefaultInterval * 4, options.DefaultInterval * 4),
            _ => (options.MinimumInterval * Math.Pow(2, Math.Min(seen.Errors - 1, 20)), options.DefaultInterval),
        };
        var growing = Shorter(first, slow) * Math.Pow(2, Math.Min(seen.Errors, 200) / 10.0);
        var hinted = seen.Pace.TimeToLive is { } ttl ? Shorter(ttl, options.DefaultInterval) : TimeSpan.Zero;
        return (Longer(Shorter(growing, options.MaximumInterval), hinted), seen.Errors == 1 ? "failed once" : string.Create(CultureInfo.InvariantCulture, $"failed {seen.Errors} times"));
    }

    /// <summary>What the publisher asks for; zero when nothing.</summary>
    private static (TimeSpan Wait, string Reason) Asked(RefreshObservation seen, FeedsOptions options)
    {
        if (seen.Failed)
        {
            return (TimeSpan.Zero, "");
        }

        var asked = (Wait: TimeSpan.Zero, Reason: "");
        foreach (var (wait, reason) in new[] { (seen.Pace.TimeToLive, "the feed's ttl"), (UntilUpdate(seen), "the feed's update period"), (seen.Lifetime.FreshFor, "the server's max-age") })
        {
            if (wait is { } span && span > asked.Wait)
            {
                asked = (Shorter(span, options.MaximumInterval), reason);
            }
        }

        return asked;
    }

    /// <summary>sy: the next update time counted from the base, or one period from now where there is none.</summary>
    private static TimeSpan? UntilUpdate(RefreshObservation seen)
    {
        if (seen.Pace.UpdateInterval is not { Ticks: > 0 } period || seen.Pace.UpdateBase is not { } start)
        {
            return seen.Pace.UpdateInterval;
        }

        var since = (seen.Now - start).Ticks % period.Ticks;
        return TimeSpan.FromTicks(since < 0 ? -since : period.Ticks - since);
    }

    /// <summary>Moves a check out of the hours and days that the feed asks to skip; a feed that skips everything skips nothing.</summary>
    private static NextCheck Allowed(NextCheck check, PaceHints pace, Random random)
    {
        var at = check.At.ToUniversalTime();
        if (!IsSkipped(at, pace))
        {
            return check;
        }

        var hour = new DateTimeOffset(at.Year, at.Month, at.Day, at.Hour, 0, 0, TimeSpan.Zero);
        for (var hours = 1; hours <= 24 * 7; hours++)
        {
            if (!IsSkipped(hour.AddHours(hours), pace))
            {
                return new(hour.AddHours(hours) + (TimeSpan.FromMinutes(5) * random.NextDouble()), "the hours and days the feed skips");
            }
        }

        return check;
    }

    private static bool IsSkipped(DateTimeOffset at, PaceHints pace) =>
        pace.SkipDays.Contains(at.DayOfWeek) || pace.SkipHours.Any(hour => hour % 24 == at.Hour);

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;
}

/// <summary>When a feed is checked next, and why then.</summary>
public readonly record struct NextCheck(DateTimeOffset At, string Reason);
