namespace NewsBot.Feeds.Parsing;

/// <summary>The numbers of a date as they were found; missing ones are the first of their kind.</summary>
internal record struct DateParts(int Year, int Month, int Day)
{
    public int Hour { get; set; }

    public int Minute { get; set; }

    public int Second { get; set; }

    public TimeSpan Offset { get; set; }

    /// <summary>Null for a day that never was. 24:00 is the next day, a leap second the one before.</summary>
    public readonly DateTimeOffset? ToUtc()
    {
        var possible = Year is >= 1 and <= 9999 && Month is >= 1 and <= 12 && Day >= 1 && Hour is >= 0 and <= 24 && Minute is >= 0 and < 60 && Second is >= 0 and <= 60;
        if (!possible || Day > DateTime.DaysInMonth(Year, Month))
        {
            return null;
        }

        var seconds = (((Hour * 60) + Minute) * 60) + Math.Min(Second, 59);
        var ticks = new DateTime(Year, Month, Day, 0, 0, 0, DateTimeKind.Utc).Ticks + (seconds * TimeSpan.TicksPerSecond) - Offset.Ticks;
        return ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    public static int FullYear(int year, int digits) => digits > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}
