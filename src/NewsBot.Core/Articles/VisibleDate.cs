using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Articles;

/// <summary>Reads lines that only hold a date as people print it: "October 30, 2013, 9:42 am", "30.10.2013 09:42 Uhr", "2013年10月30日". Nothing rather than a guess; without a zone the time is UTC.</summary>
public static partial class VisibleDate
{
    private const int LongestLine = 80;

    private static readonly string[][] MonthNames =
    [
        ["january", "jan", "januar", "janvier", "enero", "gennaio", "janeiro", "januari", "stycznia", "января", "ocak", "ledna", "ianuarie", "tammikuuta"],
        ["february", "feb", "februar", "fevrier", "febrero", "febbraio", "fevereiro", "februari", "lutego", "февраля", "subat", "unora", "februarie", "helmikuuta"],
        ["march", "mar", "marz", "mars", "marzo", "marco", "maart", "marca", "марта", "mart", "brezna", "martie", "maaliskuuta"],
        ["april", "apr", "avril", "abril", "aprile", "kwietnia", "апреля", "nisan", "dubna", "aprilie", "huhtikuuta"],
        ["may", "mai", "mayo", "maggio", "maio", "mei", "maj", "maja", "мая", "mayis", "kvetna", "toukokuuta"],
        ["june", "jun", "juni", "juin", "junio", "giugno", "junho", "czerwca", "июня", "haziran", "cervna", "iunie", "kesakuuta"],
        ["july", "jul", "juli", "juillet", "julio", "luglio", "julho", "lipca", "июля", "temmuz", "cervence", "iulie", "heinakuuta"],
        ["august", "aug", "aout", "agosto", "augustus", "augusti", "sierpnia", "августа", "agustos", "srpna", "elokuuta"],
        ["september", "sep", "sept", "septembre", "septiembre", "settembre", "setembro", "wrzesnia", "сентября", "eylul", "zari", "septembrie", "syyskuuta"],
        ["october", "oct", "oktober", "octobre", "octubre", "ottobre", "outubro", "pazdziernika", "октября", "ekim", "rijna", "octombrie", "lokakuuta"],
        ["november", "nov", "novembre", "noviembre", "novembro", "listopada", "ноября", "kasim", "listopadu", "noiembrie", "marraskuuta"],
        ["december", "dec", "dezember", "decembre", "diciembre", "dicembre", "dezembro", "grudnia", "декабря", "aralik", "prosince", "decembrie", "joulukuuta"],
    ];

    private static readonly FrozenDictionary<string, int> Months = MonthNames
        .SelectMany((names, index) => names.Select(name => (Name: name, Month: index + 1)))
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Month, StringComparer.Ordinal);

    public static DateTimeOffset? TryRead(string line)
    {
        if (line.Length is < 6 or > LongestLine)
        {
            return null;
        }

        var folded = TextFolding.Fold(line).Trim();
        foreach (var pattern in (Regex[])[MonthFirst(), DayFirst(), Numeric(), YearFirst()])
        {
            if (pattern.Match(folded) is { Success: true } match && Build(match) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static DateTimeOffset? Build(Match match)
    {
        var name = match.Groups["name"];
        var month = name.Success ? Months.GetValueOrDefault(name.Value.TrimEnd('.')) : Number(match, "month");
        var hour = Number(match, "hour");
        if (match.Groups["half"] is { Success: true } half)
        {
            hour = (hour % 12) + (half.Value[0] == 'p' ? 12 : 0);
        }

        var (year, day, minute) = (Number(match, "year"), Number(match, "day"), Number(match, "minute"));
        var possible = year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && hour < 24 && minute < 60;
        if (!possible || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        return new DateTimeOffset(year, month, day, hour, minute, 0, TimeSpan.Zero);
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private const string Before = @"^(?:(?:published|updated|posted|veroffentlicht|stand|publie le|publicado|pubblicato|aktualisiert|\p{L}{2,12})[:,.]?\s+(?:on\s+)?(?:le\s+)?)?";
    private const string Time = @"(?:\s*(?:,|-|–|\||·|at|um|a|as|alle|kl\.?|o)?\s*(?<hour>\d{1,2})[:.h](?<minute>\d{2})(?:[:.]\d{2})?\s*(?<half>[ap]\.?m\.?)?\s*(?:uhr|utc|gmt|h)?)?\s*\.?$";

    [GeneratedRegex(Before + @"(?<name>\p{L}{3,12})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})" + Time, RegexOptions.CultureInvariant, 100)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(Before + @"(?<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+)?(?<name>\p{L}{3,14})\.?,?\s+(?:de\s+)?(?<year>\d{4})(?:\s*г\.?)?" + Time, RegexOptions.CultureInvariant, 100)]
    private static partial Regex DayFirst();

    [GeneratedRegex(Before + @"(?<day>\d{1,2})[./-](?<month>\d{1,2})[./-](?<year>\d{4})" + Time, RegexOptions.CultureInvariant, 100)]
    private static partial Regex Numeric();

    [GeneratedRegex(Before + @"(?<year>\d{4})(?:[./-]|\s*[年년]\s*)(?<month>\d{1,2})(?:[./-]|\s*[月월]\s*)(?<day>\d{1,2})(?:\s*[日일])?(?:t|\s)?" + Time, RegexOptions.CultureInvariant, 100)]
    private static partial Regex YearFirst();
}
