namespace NewsBot.Core.Feeds;

/// <summary>How many items a feed published on each of the last seven days (UTC).</summary>
/// <param name="Day">Days since 1970-01-01 of the last entry.</param>
/// <param name="Counts">Oldest first, at most seven.</param>
public sealed record PublishingRhythm(long Day, IReadOnlyList<int> Counts)
{
    public static readonly PublishingRhythm Silent = new(0, []);
    private const int Days = 7;

    /// <summary>Adds items that appeared at these times; those older than a week or in the future do not count.</summary>
    public PublishingRhythm With(IEnumerable<DateTimeOffset> items, DateTimeOffset now)
    {
        var today = DayOf(now);
        var counts = new int[Days];
        for (var age = 0; age < Days; age++)
        {
            counts[Days - 1 - age] = CountOn(today - age);
        }

        foreach (var age in items.Select(item => today - DayOf(item)).Where(age => age is >= 0 and < Days))
        {
            counts[Days - 1 - (int)age]++;
        }

        return new(today, counts);
    }

    public int ItemsInWeek(DateTimeOffset now)
    {
        var today = DayOf(now);
        return Enumerable.Range(0, Days).Sum(age => CountOn(today - age));
    }

    private int CountOn(long day)
    {
        var index = Counts.Count - 1 - (int)Math.Clamp(Day - day, int.MinValue / 2, int.MaxValue / 2);
        return index >= 0 && index < Counts.Count ? Counts[index] : 0;
    }

    private static long DayOf(DateTimeOffset time) => time.UtcTicks / TimeSpan.TicksPerDay - DateTimeOffset.UnixEpoch.UtcTicks / TimeSpan.TicksPerDay;
}
