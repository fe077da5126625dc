using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Feeds.Parsing;

/// <summary>Reads the dates of feeds: RFC 822 and its slips, W3CDTF and its cut forms. A date without a zone counts as UTC.</summary>
public static partial class FeedDates
{
    public static DateTimeOffset? TryParse(string? text)
    {
        var value = text?.Trim();
        if (string.IsNullOrEmpty(value) || value.Length > 100)
        {
            return null;
        }

        return Rfc822(value) ?? Iso(value)
            ?? (DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var date) ? Sane(date) : null);
    }

    private static DateTimeOffset? Rfc822(string text)
    {
        var match = Rfc822Form().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var month = Array.IndexOf(Months, match.Groups["month"].Value[..3].ToLowerInvariant()) + 1;
        var year = Number(match, "year");
        year += year < 50 ? 2000 : year < 100 ? 1900 : 0;
        return Build(year, month, Number(match, "day"), Number(match, "hour"), Number(match, "minute"), Number(match, "second"), Zone(match.Groups["zone"].Value));
    }

    private static DateTimeOffset? Iso(string text)
    {
        var match = IsoForm().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var month = match.Groups["month"].Success ? Number(match, "month") : 1;
        var day = match.Groups["day"].Success ? Number(match, "day") : 1;
        return Build(Number(match, "year"), month, day, Number(match, "hour"), Number(match, "minute"), Number(match, "second"), Zone(match.Groups["zone"].Value));
    }

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static int Number(Match match, string group) => match.Groups[group] is { Success: true } found ? int.Parse(found.Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private static DateTimeOffset? Build(int year, int month, int day, int hour, int minute, int second, TimeSpan offset)
    {
        var possible = year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && hour <= 24 && minute < 60 && second <= 60;
        if (!possible || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        var local = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).AddHours(hour).AddMinutes(minute).AddSeconds(Math.Min(second, 59));
        return Sane(new DateTimeOffset(local, TimeSpan.Zero) - offset);
    }

    private static DateTimeOffset? Sane(DateTimeOffset date) => date.ToUniversalTime();

    /// <summary>Zones of RFC 822 and the common European ones; unknown names count as UTC.</summary>
    private static TimeSpan Zone(string zone)
    {
        var numeric = ZoneOffset().Match(zone);
        if (numeric.Success)
        {
            var span = TimeSpan.FromHours(Math.Min(14, Number(numeric, "hours"))) + TimeSpan.FromMinutes(Math.Min(59, Number(numeric, "minutes")));
            return numeric.Groups["sign"].Value == "-" ? -span : span;
        }

        return TimeSpan.FromHours(zone.Trim().ToUpperInvariant() switch
        {
            "EST" => -5,
            "EDT" => -4,
            "CST" => -6,
            "CDT" => -5,
            "MST" => -7,
            "MDT" => -6,
            "PST" => -8,
            "PDT" => -7,
            "CET" or "BST" or "MEZ" => 1,
            "CEST" or "EET" or "MESZ" => 2,
            "EEST" or "MSK" => 3,
            "JST" or "KST" => 9,
            _ => 0,
        });
    }

    [GeneratedRegex(@"^(?:\p{L}{2,12}\.?\s*,?\s+)?(?<day>\d{1,2})[\s-]+(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?[\s,-]+(?<year>\d{4}|\d{2})(?:,?\s+(?<hour>\d{1,2})[:.](?<minute>\d{1,2})(?:[:.](?<second>\d{1,2})(?:\.\d+)?)?)?\s*(?<zone>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Rfc822Form();

    [GeneratedRegex(@"^(?<year>\d{4})(?:-?(?<month>\d{2})(?:-?(?<day>\d{2})(?:[Tt\s]+(?<hour>\d{1,2})(?::?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,]\d+)?)?)?\s*(?<zone>Z|z|[A-Z]{2,4}|[+-]\d{1,2}:?\d{0,2})?)?)?)?$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex IsoForm();

    [GeneratedRegex(@"(?<sign>[+-])(?<hours>\d{1,2}?):?(?<minutes>\d{2})?(?:\s|\(|$)", RegexOptions.CultureInvariant, 200)]
    private static partial Regex ZoneOffset();
}
