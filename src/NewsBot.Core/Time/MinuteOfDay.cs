using System.Globalization;

namespace NewsBot.Core.Time;

/// <summary>Minutes of the local day as people read and write them. Pure.</summary>
public static class MinuteOfDay
{
    public static string Show(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    /// <summary>Also of a bare hour: nothing but a time can stand there.</summary>
    public static int? TryParse(string text) => ClockTime.TryParseOrHour(text) is { } clock ? (clock.Hour * 60) + clock.Minute : null;
}
