using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Articles;

/// <summary>
/// Reads lines that only hold a date as people print it: "October 30, 2013, 9:42 am", "30.10.2013 09:42 Uhr", "2013年10月30日", "Thứ Tư, 30/10/2013, 09:42 (GMT+7)".
/// Nothing rather than a guess; without a zone the time is UTC.
/// </summary>
public static partial class VisibleDate
{
    private const int LongestLine = 100;
    private const int BuddhistYears = 543;

    /// <param name="language">Orders "3/4/2013": month first in English but for its other regions ("en-GB"), day first elsewhere; where unknown, only an order that is sure is read.</param>
    public static DateTimeOffset? TryRead(string line, string? language = null)
    {
        if (line.Length is < 6 or > LongestLine || !MayHoldDate(line))
        {
            return null;
        }

        var folded = Digits(TextFolding.Fold(line)).Trim();
        foreach (var pattern in (Regex[])[MonthFirst(), DayFirst(), YearFirst(), Numeric()])
        {
            if (pattern.Match(folded) is { Success: true } match && Build(match, language) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>A year and a digit more.</summary>
    private static bool MayHoldDate(string line)
    {
        var (digits, run, longest) = (0, 0, 0);
        foreach (var unit in line)
        {
            var isDigit = char.IsDigit(unit);
            digits += isDigit ? 1 : 0;
            run = isDigit ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return digits >= 5 && longest >= 4;
    }

    private static DateTimeOffset? Build(Match match, string? language)
    {
        var (year, month, day) = (Number(match, "year"), Number(match, "month"), Number(match, "day"));
        year = year is > 2400 and < 2700 ? year - BuddhistYears : year;
        if (match.Groups["name"] is { Success: true } name)
        {
            month = MonthNames.Of(name.Value);
        }
        else if (match.Groups["first"].Success)
        {
            (day, month) = Order(Number(match, "first"), Number(match, "second"), match.Groups["mark"].Value, language);
        }

        var (hour, minute) = (Number(match, "hour"), Number(match, "minute"));
        if (match.Groups["half"] is { Success: true } half)
        {
            hour = (hour % 12) + (half.Value[0] == 'p' ? 12 : 0);
        }

        var possible = year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && hour < 24 && minute < 60;
        if (!possible || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        return new DateTimeOffset(year, month, day, hour, minute, 0, Zone(match)).ToUniversalTime();
    }

    private static (int Day, int Month) Order(int first, int second, string mark, string? language)
    {
        if (first > 12 || second > 12)
        {
            return first > 12 ? (first, second) : (second, first);
        }

        var monthFirst = language is "en" or "en-US" && mark is "/" or "-";
        return (first == second, language, mark) switch
        {
            (true, _, _) or (_, _, ".") => (first, second),
            (_, null, _) => (0, 0),
            _ => monthFirst ? (second, first) : (first, second),
        };
    }

    private static TimeSpan Zone(Match match)
    {
        if (match.Groups["sign"] is not { Success: true } sign)
        {
            return TimeSpan.Zero;
        }

        var offset = new TimeSpan(Math.Min(14, Number(match, "zone")), Number(match, "part") % 60, 0);
        return offset > TimeSpan.FromHours(14) ? TimeSpan.Zero : sign.Value == "+" ? offset : -offset;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    /// <summary>Arabic, Persian, Devanagari and Thai digits as the usual ones.</summary>
    private static string Digits(string text) =>
        string.Create(text.Length, text, static (target, source) =>
        {
            for (var at = 0; at < source.Length; at++)
            {
                target[at] = char.IsDigit(source[at]) ? (char)('0' + (int)char.GetNumericValue(source[at])) : source[at];
            }
        });

    // A label, a weekday or both: "Published on Wednesday, ", "Thu tu, ", "Stand: ".
    private const string Before = @"^(?:(?:[\p{L}\p{M}'-]{1,16}\.?[\s:：,|]+){1,4}?)?[(（]?";
    private const string TimeOfDay = @"(?:\s*(?:[,.;|–\-·•@]|at|um|a|à|as|alle|ore|kl\.?|o|u|в|об|las|saat|luc|الساعة|को|बजे|klo|ta|pukul|เวลา)*\s*(?<hour>\d{1,2})\s?(?:[:.h時时點点시]|giờ)\s?(?<minute>\d{2})?(?:[:.]\d{2})?分?\s*(?<half>[ap]\.?\s?m\.?)?)?";
    private const string Rest = @"\s*(?:uhr|h|น\.?|г\.?|года|р\.?|બजે|बजे|บ\.?)?\s*(?:[(（]?(?:utc|gmt)?\s?(?:(?<sign>[+-])(?<zone>\d{1,2})(?::?(?<part>\d{2}))?)?[)）]?|[(（]?(?:z|e[sd]t|p[sd]t|c[sd]t|bst|ces?t|msk|ist|jst|мск|wib)[)）]?)\s*\.?(?:\s*[(（]?[\p{L}\p{M}]{2,10}[)）]?)?$";
    private const string Ending = TimeOfDay + Rest;
    private const string Name = @"(?<name>[\p{L}\p{M}][\p{L}\p{M}.]{2,16}(?:\s(?:الثاني|الأول))?)";

    [GeneratedRegex(Before + Name + @"\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})" + Ending, RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(Before + @"(?<day>\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?\s*(?:de\s+)?" + Name + @",?\s+(?:de\s+|del\s+)?(?<year>\d{4})(?:\s*(?:г\.?|года|р\.?))?" + Ending, RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex DayFirst();

    [GeneratedRegex(Before + @"(?<first>\d{1,2})(?<mark>[./-])(?<second>\d{1,2})[./-](?<year>\d{4})" + Ending, RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Numeric();

    [GeneratedRegex(Before + @"(?:(?<year>\d{4})\s?(?:[./-]|[年년])\s?(?<month>\d{1,2})\s?(?:[./-]|[月월])\s?(?<day>\d{1,2})(?:\s?[日일])?\.?(?:\s*[(（][\p{L}]{1,3}[)）])?(?:t|\s)?|(?<year>\d{4})\.\s" + Name + @"\s(?<day>\d{1,2})\.?|(?:ngay\s)?(?<day>\d{1,2})\sthang\s(?<month>\d{1,2})(?:\snam|,)\s(?<year>\d{4}))" + Ending, RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex YearFirst();
}
