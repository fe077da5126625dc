using System.Globalization;
using NewsBot.Core.Feeds;
using static NewsBot.Feeds.Parsing.Vocabulary;

namespace NewsBot.Feeds.Parsing;

/// <summary>Reads how often a feed asks to be read.</summary>
internal static class XmlPace
{
    public static PaceHints Of(XmlNode head) => new()
    {
        TimeToLive = TimeToLive(head.Child("ttl", Rss)?.Value),
        UpdateInterval = UpdateInterval(head),
        UpdateBase = FeedDates.TryParse(head.Child("updatebase", Syndication)?.Value),
        SkipHours = Hours(head.Child("skiphours", Rss)),
        SkipDays = Days(head.Child("skipdays", Rss)),
    };

    private static TimeSpan? TimeToLive(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and < 100_000 ? TimeSpan.FromMinutes(minutes) : null;

    private static TimeSpan? UpdateInterval(XmlNode head)
    {
        var period = head.Child("updateperiod", Syndication)?.Value.ToLowerInvariant() switch
        {
            "hourly" => TimeSpan.FromHours(1),
            "daily" => TimeSpan.FromDays(1),
            "weekly" => TimeSpan.FromDays(7),
            "monthly" => TimeSpan.FromDays(30),
            "yearly" => TimeSpan.FromDays(365),
            _ => (TimeSpan?)null,
        };
        var frequency = int.TryParse(head.Child("updatefrequency", Syndication)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 1, 10_000) : 1;
        return period / frequency;
    }

    /// <summary>Some publishers count from 1 to 24.</summary>
    private static List<int> Hours(XmlNode? node)
    {
        var hours = new List<int>();
        foreach (var child in node?.Children ?? default)
        {
            if (child.Name == "hour" && int.TryParse(child.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour <= 24 && !hours.Contains(hour % 24))
            {
                hours.Add(hour % 24);
            }
        }

        return hours;
    }

    private static List<DayOfWeek> Days(XmlNode? node)
    {
        var days = new List<DayOfWeek>();
        foreach (var child in node?.Children ?? default)
        {
            if (child.Name == "day" && Enum.TryParse<DayOfWeek>(child.Value, ignoreCase: true, out var day) && Enum.IsDefined(day) && !days.Contains(day))
            {
                days.Add(day);
            }
        }

        return days;
    }
}
