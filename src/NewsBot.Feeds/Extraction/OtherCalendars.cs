using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Feeds.Extraction;

/// <summary>Rewrites what other calendars call a day as the Gregorian calendar does: the Persian solar year, Japanese and Taiwanese eras, the two-word months of the Levant.</summary>
internal static partial class OtherCalendars
{
    private const int ReiwaStart = 2018;
    private const int RepublicStart = 1911;

    private static readonly PersianCalendar Persian = new();

    private static readonly string[] PersianMonths = ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

    /// <summary>Arabic names of two words, with one name that means the same: https://unicode.org/cldr, ar-LB.</summary>
    private static readonly (string Name, string Single)[] TwoWords =
        [("كانون الثاني", "يناير"), ("كانون الأول", "ديسمبر"), ("كانون الاول", "ديسمبر"), ("تشرين الأول", "أكتوبر"), ("تشرين الاول", "أكتوبر"), ("تشرين الثاني", "نوفمبر")];

    /// <param name="text">Folded, with western digits.</param>
    public static string Unify(string text, string? language)
    {
        if (text.Any(unit => unit is >= '\u0600' and <= '\u06ff'))
        {
            foreach (var (name, single) in TwoWords)
            {
                text = text.Replace(name, single, StringComparison.Ordinal);
            }

            text = PersianNamed().Replace(text, match => Gregorian(match, MonthOf(match.Groups["name"].Value)));
        }

        text = language is "fa" ? PersianNumeric().Replace(text, match => Gregorian(match, Number(match, "month"))) : text;
        return text.Contains('年', StringComparison.Ordinal) ? Era().Replace(text, Western) : text;
    }

    private static int MonthOf(string name) => Array.IndexOf(PersianMonths, name.Replace('ي', 'ی')) + 1;

    private static string Gregorian(Match match, int month)
    {
        var (year, day) = (Number(match, "year"), Number(match, "day"));
        return month is >= 1 and <= 12 && day >= 1 && day <= Persian.GetDaysInMonth(year, month)
            ? Persian.ToDateTime(year, month, day, 0, 0, 0, 0).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : match.Value;
    }

    private static string Western(Match match)
    {
        var year = match.Groups["year"].Value == "元" ? 1 : Number(match, "year");
        return (year + (match.Groups["reiwa"].Success ? ReiwaStart : RepublicStart)).ToString(CultureInfo.InvariantCulture) + "年";
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)(?<day>[0-3]?\d)\s(?<name>فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند|فروردين|ارديبهشت|شهريور|تير|دي)\s(?:ماه\s)?(?<year>1[34]\d{2})(?!\d)", RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex PersianNamed();

    [GeneratedRegex(@"(?<![\d/.-])(?<year>1[34]\d{2})[/.-](?<month>[01]?\d)[/.-](?<day>[0-3]?\d)(?![\d/.-]*\d{3})(?!\d)", RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex PersianNumeric();

    [GeneratedRegex(@"(?:(?<reiwa>令和)|民國|民国|中華民國)\s?(?<year>\d{1,3}|元)\s?年", RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Era();
}
