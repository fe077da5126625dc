using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace NewsBot.Core.Time;

/// <summary>Reads how long a pause lasts: 12h, 7d, 2 weeks, for a day, until monday, until 2027-01-31, until 18:00. Pure.</summary>
public static partial class PauseEnd
{
    private const int MostDays = 3660;

    /// <summary>The moment the pause ends, in the future; null when the text is none of these forms.</summary>
    public static DateTimeOffset? TryParse(string text, DateTimeOffset now, string? zone)
    {
        var words = text.Trim().ToLowerInvariant();
        if (Duration(words) is { } duration)
        {
            return now + duration;
        }

        var end = words.StartsWith("until ", StringComparison.Ordinal) ? words["until ".Length..].Trim() : words.StartsWith("til ", StringComparison.Ordinal) ? words["til ".Length..].Trim() : words;
        var local = LocalClock.At(now, zone);
        var moment = Day(end, local) ?? Clock(end, local);
        return moment is { } found && LocalClock.Resolve(found, zone) is var instant && instant > now && instant < now.AddDays(MostDays) ? instant : null;
    }

    private static TimeSpan? Duration(string text)
    {
        var match = Length().Match(text);
        var count = !match.Success ? 0 : match.Groups["count"].Success ? int.Parse(match.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 1;
        TimeSpan? duration = count == 0 ? null : match.Groups["unit"].Value[0] switch
        {
            'h' => TimeSpan.FromHours(count),
            'd' => TimeSpan.FromDays(count),
            _ => TimeSpan.FromDays(7 * count),
        };
        return duration?.TotalDays <= MostDays ? duration : null;
    }

    private static LocalDateTime? Day(string text, LocalDateTime now)
    {
        if (text == "tomorrow")
        {
            return now.Date.PlusDays(1).AtMidnight();
        }

        for (var day = IsoDayOfWeek.Monday; text.Length >= 3 && day <= IsoDayOfWeek.Sunday; day++)
        {
            if (day.ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase))
            {
                return now.Date.Next(day).AtMidnight();
            }
        }

        return LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } ? date.AtMidnight() : null;
    }

    private static LocalDateTime? Clock(string text, LocalDateTime now)
    {
        if (ClockTime.TryParse(text) is not { } clock)
        {
            return null;
        }

        var today = now.Date.At(clock);
        return today > now ? today : today.PlusDays(1);
    }

    [GeneratedRegex(@"^(?:for\s+)?(?:(?<count>\d{1,4})\s*|an?\s+)(?<unit>h|hours?|d|days?|w|weeks?)$", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Length();
}
