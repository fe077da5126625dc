using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace NewsBot.Feeds.Parsing;

/// <summary>Months by the beginnings of their names in the languages of Europe, Arabic, Hebrew and Indonesian, accents left out. The longest beginning decides: "juil" before "jui".</summary>
internal static class MonthNames
{
    private const int Shortest = 3;
    private const int LongestPrefix = 7;

    private static readonly string[] Beginnings =
    [
        "jan gen ene oca ian stycz sty янв січ led tammi sije sij saus ιαν ξαν يناير كانون ינו sausio urt",
        "feb fev lut sub фев лют uno helmi φεβ velj vas فبراير شباط פבר peb otsa",
        "mar mrz maerz maa мар бер bre ozu μαρ kov مارس آذار מרץ martxo",
        "apr abr avr kwi nis апр кві dub huhti απρ tra bal أبريل ابريل نيسان אפר",
        "may mai maj mag mei мая май мае тра kve touko μαι svi geg مايو أيار מאי",
        "jun juin giu cze haz июн чер cervna cerven kesa ιουν iun lipa lipn birz يونيو حزيران יונ",
        "jul juil jui lug lip tem июл лип cervenc heina ιουλ iul srpa srpnj liep يوليو تموز יול",
        "aug ago aou agu sie авг сер srp elo αυγ kol rugp أغسطس اغسطس آب אוג",
        "sep set wrz eyl сен вер zar syys σεπ sze ruj rugs سبتمبر أيلول ספט",
        "oct okt ott out paz eki окт жов rij loka οκτ spal أكتوبر اكتوبر تشرين אוק",
        "nov lis kas ноя лис marras νοε stu noi lapk نوفمبر נוב",
        "dec dez dic gru ara дек гру pro joulu δεκ des ديسمبر דצמ",
    ];

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months = Beginnings
        .SelectMany((line, index) => line.Split(' ').Select(word => KeyValuePair.Create(Folded(word), index + 1)))
        .GroupBy(pair => pair.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>1 to 12, or 0 for a word that is no month.</summary>
    public static int Find(ReadOnlySpan<char> word)
    {
        if (word.Length is < Shortest or > 20)
        {
            return 0;
        }

        Span<char> folded = stackalloc char[40];
        var length = Fold(word, folded);
        for (var take = Math.Min(length, LongestPrefix); take >= Shortest; take--)
        {
            if (Months.TryGetValue(folded[..take], out var month))
            {
                return month;
            }
        }

        return 0;
    }

    private static string Folded(string word)
    {
        Span<char> folded = stackalloc char[40];
        return folded[..Fold(word, folded)].ToString();
    }

    private static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        if (Ascii.IsValid(word))
        {
            return word.ToLowerInvariant(folded);
        }

        var length = 0;
        foreach (var character in word.ToString().Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && length < folded.Length)
            {
                folded[length++] = char.ToLowerInvariant(character);
            }
        }

        return length;
    }
}
