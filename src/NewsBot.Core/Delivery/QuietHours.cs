using NewsBot.Core.Time;
using NodaTime;
using NodaTime.Extensions;

namespace NewsBot.Core.Delivery;

/// <summary>Hours of the day in which alerts wait, or come without a sound. Times are minutes of the local day.</summary>
/// <param name="From">First quiet minute, 0 to 1439.</param>
/// <param name="To">First minute after; before or at <paramref name="From"/> it lies on the next day.</param>
public sealed record QuietHours(int From, int To)
{
    /// <summary>Days on which it begins; empty means every day.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; init; } = [];

    /// <summary>Alerts are sent without a sound instead of waiting.</summary>
    public bool IsSilent { get; init; }

    /// <summary>A story with so many sources breaks through; null lets none.</summary>
    public int? ExceptSources { get; init; }

    /// <summary>A query whose articles break through; null lets none.</summary>
    public string? ExceptQuery { get; init; }

    /// <summary>When the quiet that holds now ends; null when it is not quiet now. A change of the clocks moves the end with the local time.</summary>
    public DateTimeOffset? EndAt(DateTimeOffset now, string? zone)
    {
        var local = LocalClock.At(now, zone);

        // What began yesterday may still last.
        for (var back = 0; back <= 1; back++)
        {
            var begin = local.Date.PlusDays(-back);
            if (Days.Count > 0 && !Days.Contains(begin.DayOfWeek.ToDayOfWeek()))
            {
                continue;
            }

            var end = begin.PlusDays(To <= From ? 1 : 0);
            var (starts, ends) = (LocalClock.Resolve(At(begin, From), zone), LocalClock.Resolve(At(end, To), zone));
            if (now >= starts && now < ends)
            {
                return ends;
            }
        }

        return null;
    }

    private static LocalDateTime At(LocalDate day, int minute) => day.At(new LocalTime(minute / 60, minute % 60));
}
