using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Feeds.Parsing;

/// <summary>Reads W3CDTF, and ISO 8601 with short years, days of the year and without hyphens.</summary>
internal static partial class IsoDates
{
    public static DateTimeOffset? Read(string text)
    {
        if (!char.IsAsciiDigit(text[0]) && text[0] != '-')
        {
            return null;
        }

        if (Usual(text) is { } usual)
        {
            return usual;
        }

        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits is 1 or 2 && text[digits] == ' ' ? null : Unusual(text);
    }

    private static DateTimeOffset? Unusual(string text) => Unusual(LongYear().Match(text)) ?? Unusual(ShortYear().Match(text)) ?? Unusual(DayOfYear().Match(text));

    /// <summary>2023-01-02T10:00:00Z, +01:00 or fractions, without a regular expression as nearly all are so.</summary>
    private static DateTimeOffset? Usual(ReadOnlySpan<char> text)
    {
        if (text.Length < 19 || text[4] != '-' || text[7] != '-' || text[10] is not ('T' or ' ' or 't') || text[13] != ':' || text[16] != ':')
        {
            return null;
        }

        var date = new DateParts(Number(text[..4]), Number(text[5..7]), Number(text[8..10])) { Hour = Number(text[11..13]), Minute = Number(text[14..16]), Second = Number(text[17..19]) };
        var rest = text[19..];
        if (rest is ['.', ..])
        {
            var end = rest[1..].IndexOfAnyExceptInRange('0', '9');
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        if (rest is [('+' or '-'), _, _, ':', _, _])
        {
            var offset = new TimeSpan(Number(rest[1..3]), Number(rest[4..6]), 0);
            date.Offset = rest[0] == '-' ? -offset : offset;
            rest = [];
        }

        return rest is [] or ['Z'] && date.Year > 0 ? date.ToUtc() : null;
    }

    private static int Number(ReadOnlySpan<char> digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static DateTimeOffset? Unusual(Match match)
    {
        if (!match.Success)
        {
            return null;
        }

        var yearText = match.Groups["year"].ValueSpan;
        var year = DateParts.FullYear(Number(yearText), yearText.Length);
        var date = new DateParts(year, Or(match, "month", 1), Or(match, "day", 1)) { Hour = Or(match, "hour", 0), Minute = Or(match, "minute", 0), Second = Or(match, "second", 0) };
        if (year < 1000 || DateZones.Read(match.Groups["zone"].ValueSpan) is not { } offset)
        {
            return null;
        }

        date.Offset = offset;
        return date.ToUtc() is { } start && Or(match, "ordinal", 1) - 1 is var days && days <= (DateTimeOffset.MaxValue - start).TotalDays ? start.AddDays(days) : null;
    }

    private static int Or(Match match, string group, int missing) => match.Groups[group] is { Success: true } found ? Number(found.ValueSpan) : missing;

    private const string Time = @"(?:(?:[Tt]|\s+)\s*(?<hour>\d{1,2})(?::?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,:]\d+)?)?)?\s*(?<zone>[A-Za-z]{1,5}|(?:GMT|UTC)?[+-]\d{1,2}:?\d{0,2})?)?\s*$";

    [GeneratedRegex(@"^(?<year>\d{4})(?:-?0?(?<month>\d{2})(?:-?(?<day>\d{2}))?)?" + Time, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex LongYear();

    [GeneratedRegex(@"^-?(?<year>\d{2})-?(?<month>\d{2})(?:-?(?<day>\d{2}))?" + Time, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex ShortYear();

    [GeneratedRegex(@"^(?<year>\d{4}|\d{2})-?(?<ordinal>\d{3})" + Time, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex DayOfYear();
}
