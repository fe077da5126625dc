using NewsBot.Core.Delivery;
using NewsBot.Core.Time;
using NodaTime;
using NodaTime.TimeZones;

namespace NewsBot.Core.Tests.Delivery;

public sealed class DigestTests
{
    [Fact]
    public void Every_local_day_of_every_zone_has_each_slot_exactly_once()
    {
        var digest = new Digest { Number = 1, Times = [2 * 60 + 30, 23 * 60 + 45] };
        var from = new DateTimeOffset(2025, 12, 31, 12, 0, 0, TimeSpan.Zero);
        var to = from.AddYears(3);
        foreach (var zone in DateTimeZoneProviders.Tzdb.Ids)
        {
            var days = new Dictionary<LocalDate, int>();
            for (var at = digest.NextSlot(from, zone); at < to; at = digest.NextSlot(at, zone))
            {
                var local = LocalClock.At(at, zone);

                // Where midnight is skipped (Nuuk), a slot before it comes at the first moment of the next day.
                var day = local.TimeOfDay == LocalTime.Midnight ? local.Date.PlusDays(-1) : local.Date;
                days[day] = days.GetValueOrDefault(day) + 1;
            }

            // The days at both ends are cut by the limits of the loop, not by the zone.
            var whole = days.OrderBy(pair => pair.Key).Skip(1).SkipLast(1).ToList();
            Assert.All(whole, pair => Assert.True(pair.Value == 2, $"{zone}: {pair.Key} has {pair.Value} slots"));
            Assert.Equal(whole.Count, Period.DaysBetween(whole[0].Key, whole[^1].Key) + 1);
        }
    }

    [Fact]
    public void Around_every_change_of_a_clock_each_half_hour_of_the_day_comes_once_a_day()
    {
        var (from, to) = (Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2029, 1, 1, 0, 0));
        var halves = Enumerable.Range(0, 48).Select(half => new Digest { Number = 1, Times = [half * 30] }).ToList();
        var changes = 0;
        foreach (var zone in TzdbDateTimeZoneSource.Default.CanonicalIdMap.Values.Distinct(StringComparer.Ordinal).Select(id => DateTimeZoneProviders.Tzdb[id]))
        {
            foreach (var change in zone.GetZoneIntervals(from, to).Where(interval => interval.HasStart && interval.Start > from))
            {
                changes++;
                var first = change.Start.InZone(zone).Date.PlusDays(-2);
                var (start, end) = (zone.AtStartOfDay(first).ToDateTimeOffset(), zone.AtStartOfDay(first.PlusDays(5)).ToDateTimeOffset());
                Assert.All(halves, digest => AssertDaily(SlotsBetween(digest, start, end, zone.Id), 5, $"{zone.Id} at {change.Start}"));
            }
        }

        Assert.True(changes > 300);
    }

    private static List<DateTimeOffset> SlotsBetween(Digest digest, DateTimeOffset start, DateTimeOffset end, string zone)
    {
        var slots = new List<DateTimeOffset>();
        for (var at = digest.NextSlot(start.AddTicks(-1), zone); at < end; at = digest.NextSlot(at, zone))
        {
            slots.Add(at);
        }

        return slots;
    }

    private static void AssertDaily(List<DateTimeOffset> slots, int days, string where)
    {
        Assert.True(slots.Count == days, $"{where}: {slots.Count} in {days} days");
        Assert.All(slots.Zip(slots.Skip(1)), pair => Assert.InRange((pair.Second - pair.First).TotalHours, 22, 26));
    }

    [Theory]
    [InlineData("2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z")] // 02:30 does not exist in Berlin that day: 03:00 is the first valid moment
    [InlineData("2026-10-24T22:30:00Z", "2026-10-25T00:30:00Z")] // 02:30 occurs twice: the first counts
    [InlineData("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    public void A_skipped_time_comes_at_the_first_valid_moment_and_a_doubled_one_once(string after, string expected)
    {
        var digest = new Digest { Number = 1, Times = [2 * 60 + 30] };

        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), digest.NextSlot(DateTimeOffset.Parse(after, System.Globalization.CultureInfo.InvariantCulture), "Europe/Berlin"));
    }

    [Fact]
    public void Days_of_the_week_are_kept()
    {
        var digest = new Digest { Number = 1, Times = [7 * 60], Days = [DayOfWeek.Monday, DayOfWeek.Friday] };
        var tuesday = new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

        var friday = digest.NextSlot(tuesday, null);
        var monday = digest.NextSlot(friday, null);

        Assert.Equal((DayOfWeek.Friday, 6), (friday.DayOfWeek, friday.Day));
        Assert.Equal((DayOfWeek.Monday, 9), (monday.DayOfWeek, monday.Day));
    }
}
