using NewsBot.Core.Time;
using NodaTime;
using NodaTime.Extensions;

namespace NewsBot.Core.Delivery;

/// <summary>A message at set local times that collects what its subscriptions matched since the one before; with no subscription it tells the headlines.</summary>
public sealed record Digest
{
    /// <summary>Unique within the place.</summary>
    public required int Number { get; init; }

    /// <summary>Minutes of the local day, ascending; at least one.</summary>
    public required IReadOnlyList<int> Times { get; init; }

    /// <summary>Empty means every day.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; init; } = [];

    /// <summary>How many articles are told in full; the rest is counted and stands behind "show all".</summary>
    public int Top { get; init; } = 10;

    /// <summary>The last slot that was taken; no slot up to it is taken again.</summary>
    public DateTimeOffset LastSlot { get; init; }

    /// <summary>
    /// The first slot after a moment. Each local time occurs once on each of its days: a skipped one at the first valid moment after, a doubled one the first time.
    /// </summary>
    public DateTimeOffset NextSlot(DateTimeOffset after, string? zone)
    {
        var day = LocalClock.At(after, zone).Date.PlusDays(-1);
        for (var ahead = 0; ahead <= 9; ahead++, day = day.PlusDays(1))
        {
            if (Days.Count > 0 && !Days.Contains(day.DayOfWeek.ToDayOfWeek()))
            {
                continue;
            }

            foreach (var minute in Times)
            {
                var slot = LocalClock.Resolve(day.At(new LocalTime(minute / 60, minute % 60)), zone);
                if (slot > after)
                {
                    return slot;
                }
            }
        }

        return after.AddDays(1);
    }
}
