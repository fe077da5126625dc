using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Feeds.Extraction;

/// <summary>Reads dates as machines and people write them. Nothing rather than a guess: a text without a whole date gives none.</summary>
internal static partial class WrittenDates
{
    private const int Longest = 300;

    /// <summary>A value meant for machines: ISO 8601 and its slips, RFC 822, seconds or milliseconds since 1970; else as people write it.</summary>
    public static PageDate? Parse(string? text, DateOrder order)
    {
        var value = text?.Trim();
        if (string.IsNullOrEmpty(value) || value.Length > Longest)
        {
            return null;
        }

        if (Iso().Match(value) is { Success: true } iso)
        {
            return Build(iso, Number(iso, "month"), order);
        }

        if (Epoch().IsMatch(value))
        {
            var number = long.Parse(value, CultureInfo.InvariantCulture);
            return new PageDate(DateTimeOffset.FromUnixTimeSeconds(value.Length > 11 ? number / 1000 : number), PageDatePrecision.Instant);
        }

        return Find(value, order);
    }

    /// <summary>The first whole date in a text of people.</summary>
    public static PageDate? Find(string text, DateOrder order)
    {
        if (text.Length < 6 || !text.Any(char.IsDigit))
        {
            return null;
        }

        var folded = OtherCalendars.Unify(WesternDigits(TextFolding.Fold(text.Length > Longest ? text[..Longest] : text)), order.Language);
        var found = new List<(int At, PageDate Date)>();
        foreach (var pattern in (ReadOnlySpan<Regex>)[YearFirst(), Named(), NameFirst(), YearNamed(), Numbered(), Numeric()])
        {
            for (var match = pattern.Match(folded); match.Success; match = match.NextMatch())
            {
                if (Build(match, MonthOf(match, order), order) is { } date)
                {
                    found.Add((match.Index, date));
                    break;
                }
            }
        }

        return found.Count == 0 ? null : found.MinBy(pair => pair.At).Date;
    }

    private static int MonthOf(Match match, DateOrder order) =>
        match.Groups["name"] is { Success: true } name ? MonthNames.Find(name.Value, order.Language) : Number(match, "month");

    private static PageDate? Build(Match match, int month, DateOrder order)
    {
        var (year, day) = (Number(match, "year"), Number(match, "day"));
        if (match.Groups["first"].Success)
        {
            (day, month) = order.Sort(Number(match, "first"), Number(match, "second"), match.Groups["sign"].Value);
        }

        year += year < 70 ? 2000 : year < 100 ? 1900 : 0;

        // Thai pages count from the year 543 before the common era.
        year -= year is > 2500 and < 2600 ? 543 : 0;
        if (year is < 1990 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        var date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        return WithTime(match, date);
    }

    private static PageDate WithTime(Match match, DateTime day)
    {
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "sec"));
        if (!match.Groups["hour"].Success || hour > 23 || minute > 59 || second > 59)
        {
            return new PageDate(new DateTimeOffset(day, TimeSpan.Zero), PageDatePrecision.Day);
        }

        if (match.Groups["half"] is { Success: true } half)
        {
            hour = (hour % 12) + (half.Value[0] is 'p' or 'P' ? 12 : 0);
        }
        else if (match.Groups["afternoon"].Success && hour < 12)
        {
            hour += 12;
        }

        var zone = match.Groups["zone"].Value;
        var local = day.AddHours(hour).AddMinutes(minute).AddSeconds(second);
        return TimeOffset.TryRead(zone) is { } offset
            ? new PageDate(new DateTimeOffset(local, offset), PageDatePrecision.Instant)
            : new PageDate(new DateTimeOffset(local, TimeSpan.Zero), PageDatePrecision.LocalTime);
    }

    private static string WesternDigits(string text) =>
        text.Any(unit => unit > 127 && char.IsDigit(unit)) ? string.Concat(text.Select(unit => char.IsDigit(unit) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(unit)) : unit)) : text;

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private const string Time = @"(?:[^\d\p{L}]{0,4}(?:at|um|a las|alle(?: ore)?|as|kl\.?|om|ob|o|в|ore|klo|a|à|o godz\.?|η ωρα|-)?[^\d\p{L}]{0,4}(?:(?<afternoon>오후|午後|下午)\s?|(?:오전|午前|上午)\s?)?(?<hour>[012]?\d)\s?(?:[:.h]|時|时|点|點|시)\s?(?<minute>[0-5]\d)(?:[:.](?<sec>[0-5]\d))?\s?(?<half>[ap]\.?m\b)?\s?(?<zone>utc|gmt|est|edt|cst|cdt|mst|mdt|pst|pdt|cet|cest|bst|ist|msk|jst|et)?(?![\d:]))?";

    [GeneratedRegex(@"^(?<year>(?:19|20)\d{2})(?:-|/|)(?<month>[01]\d|[1-9](?=[-/]))(?:-|/|)(?<day>[0-3]\d|[1-9](?=$|\D))(?:[T\s]+(?<hour>[012]?\d):?(?<minute>[0-5]\d)(?::?(?<sec>[0-5]\d)(?:[.,:]\d{1,9})?)?\s*(?<zone>Z|UTC|GMT|[A-Z]{3,4}|(?:GMT|UTC)?\s?[+-]\d{1,2}(?::?\d{2})?)?)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^1\d{9}(?:\d{3})?$", RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Epoch();

    [GeneratedRegex(@"(?<![\d])(?<day>[0-3]?\d)(?:st|nd|rd|th|er|\.|º|ª|\))?\s?(?:de |of |d'|-|/)?\s?(?<name>\p{L}[\p{L}\p{M}]{1,14}|\p{L}{1,3}\p{M}?\.\p{L}{1,2})(?:\s?/\s?\p{L}[\p{L}\p{M}]{1,14})?[.,،]?(?:\s|-|/|,)\s?(?:de |del |of )?(?<year>(?:19|20|25)\d{2})(?!\d)" + Time, RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<name>\p{L}[\p{L}\p{M}]{1,14})\.?\s(?<day>[0-3]?\d)(?:st|nd|rd|th)?[,،]?\s(?<year>(?:19|20)\d{2})(?!\d)" + Time, RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex NameFirst();

    [GeneratedRegex(@"(?<!\d)(?<year>(?:19|20)\d{2})\.?\s(?:m\. |gada |ж\. )?(?<name>\p{L}{3,14})\s(?<day>[0-3]?\d)(?!\d)" + Time, RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex YearNamed();

    [GeneratedRegex(@"(?<!\d)(?<year>(?:19|20)\d{2})\s?(?:[./-]|年|년)\s?(?<month>[01]?\d)\s?(?:[./-]|月|월)\s?(?<day>[0-3]?\d)(?!\d)(?:日|일|\.)?(?:t|\s|,|\(.{1,3}\))*" + Time, RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex YearFirst();

    /// <summary>Vietnamese: "3 tháng 3 năm 2026".</summary>
    [GeneratedRegex(@"(?<!\d)(?<day>[0-3]?\d)\s(?:thang)\s(?<month>[01]?\d)(?:,|\snam)?\s(?<year>(?:19|20)\d{2})(?!\d)" + Time, RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(?<![\d/.])(?<first>[0-3]?\d)\s?(?<sign>[./-])\s?(?<second>[0-3]?\d)\s?[./-]\s?(?<year>(?:19|20)\d{2}|\d{2}(?=[^\d/.]|$))(?!\d)" + Time, RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Numeric();
}
