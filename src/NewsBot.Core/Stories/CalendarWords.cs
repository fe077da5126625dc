using System.Collections.Frozen;
using System.Globalization;
using NewsBot.Core.Text;

namespace NewsBot.Core.Stories;

/// <summary>Names of weekdays and months in many languages, from the calendars of the runtime (ICU, CLDR). Two titles that name two days tell of two days.</summary>
internal static class CalendarWords
{
    private static readonly string[] Languages =
        ["en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "ro", "tr", "id", "hu", "ru", "uk", "bg", "sr", "hr", "el", "ar", "fa", "he", "hi", "ca"];

    /// <summary>Words that mean something else more often in a headline.</summary>
    private static readonly FrozenSet<string> Ambiguous = new[] { "may", "march", "mars", "marche", "mai", "sa", "so", "ar", "sol", "dom", "mar" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Days = Read(format => format.DayNames, 7, 0);

    private static readonly FrozenDictionary<string, int> Months = Read(format => [.. format.MonthNames, .. format.MonthGenitiveNames], 13, 100);

    private static readonly FrozenSet<string> Stems = Days.Keys.Concat(Months.Keys).Select(WordStem.Of).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for what <see cref="WordStem"/> leaves of a weekday or month.</summary>
    public static bool IsStem(string stem) => Stems.Contains(stem);

    /// <summary>0 to 6 for a weekday, 100 to 111 for a month, null for any other word.</summary>
    public static int? Of(string foldedWord) =>
        Days.TryGetValue(foldedWord, out var day) ? day : Months.TryGetValue(foldedWord, out var month) ? month : null;

    private static FrozenDictionary<string, int> Read(Func<DateTimeFormatInfo, string[]> names, int cycle, int first)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var language in Languages)
        {
            var all = names(CultureInfo.GetCultureInfo(language).DateTimeFormat);
            for (var at = 0; at < all.Length; at++)
            {
                // "понеделник" and "terça-feira" are one and two words; a name of two words is known by its first.
                var word = Words.Folded(all[at]).FirstOrDefault();
                if (word is { Length: > 2 } && !char.IsDigit(word[0]) && !Ambiguous.Contains(word))
                {
                    found.TryAdd(word, first + (at % cycle));
                }
            }
        }

        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
