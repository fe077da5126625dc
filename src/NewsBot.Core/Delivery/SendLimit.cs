using NewsBot.Core.Time;
using NodaTime;

namespace NewsBot.Core.Delivery;

/// <summary>At most so many messages in an hour or a local day; what is more comes as one roll-up when the next begins.</summary>
public sealed record SendLimit(int Count, LimitPeriod Period)
{
    /// <summary>When the period that holds at <paramref name="now"/> began.</summary>
    public DateTimeOffset PeriodStart(DateTimeOffset now, string? zone)
    {
        var local = LocalClock.At(now, zone);
        return LocalClock.Resolve(Period == LimitPeriod.Day ? local.Date.AtMidnight() : local.Date.At(new LocalTime(local.Hour, 0)), zone);
    }

    /// <summary>When the next period begins.</summary>
    public DateTimeOffset PeriodEnd(DateTimeOffset now, string? zone)
    {
        var local = LocalClock.At(now, zone);
        var next = Period == LimitPeriod.Day ? local.Date.PlusDays(1).AtMidnight() : local.Date.At(new LocalTime(local.Hour, 0)).PlusHours(1);
        var end = LocalClock.Resolve(next, zone);
        return end > now ? end : now.AddHours(1);
    }
}

/// <summary>What a limit counts in.</summary>
public enum LimitPeriod
{
    Hour,
    Day,
}
