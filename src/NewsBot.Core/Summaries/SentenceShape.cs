using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Core.Summaries;

/// <summary>What the outer form of a sentence says of its use in a summary.</summary>
internal static partial class SentenceShape
{
    private const int ShownLength = 1_000;

    /// <summary>The part of the score that looks at length, person, quotes and questions.</summary>
    public static double Score(string sentence, int words, string? language) =>
        (-0.1 * words / 20)
        + (words < 8 ? 0.2 : 0)
        - (0.2 * Math.Max(0, words - 30) / 20)
        - (language is null or "en" && IsInFirstPerson(sentence.AsSpan(0, Math.Min(sentence.Length, ShownLength))) ? 0.8 : 0)
        - (sentence[0] is '"' or '“' or '„' or '«' or '‘' or '「' or '»' or '\'' or '`' ? 0.3 : 0)
        - (sentence[^1] is '?' or '？' or '؟' ? 0.3 : 0);

    /// <summary>Cuts the agency's prefix "(CNN) -", "LONDON (Reuters) -" and caption brackets "(left)"; nothing else is ever cut.</summary>
    public static string Trim(string sentence)
    {
        if (sentence.Length > ShownLength || !sentence.Contains('(', StringComparison.Ordinal))
        {
            return sentence;
        }

        var text = Dateline().Replace(sentence, "");
        return CaptionBracket().Replace(text, "").Trim();
    }

    private static bool IsInFirstPerson(ReadOnlySpan<char> sentence)
    {
        for (var start = 0; start < sentence.Length; start++)
        {
            var end = start + Core.Text.Words.AsciiRun(sentence, start);
            while (end < sentence.Length && IsInWord(sentence[end]))
            {
                end += 1 + Core.Text.Words.AsciiRun(sentence, end + 1);
            }

            if (end - start is 1 or 2 or 3 && sentence[start..end] is "I" or "we" or "We" or "my" or "My" or "our" or "Our" or "me")
            {
                return true;
            }

            start = end;
        }

        return false;
    }

    private static bool IsInWord(char unit) =>
        unit == '_' || char.IsLetterOrDigit(unit)
        || (!char.IsAscii(unit) && char.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.ConnectorPunctuation)
        || unit is '\u200c' or '\u200d';

    [GeneratedRegex(@"^(?:\(\s?[A-Z][A-Za-z/ ]{1,15}\)\s*[-–—]+\s+|\p{Lu}[\p{Lu}\p{L} .,’'/-]{1,40}\s\(\s?(?:[A-Z]{2,5}|Reuters|dpa|Reuters Health)\s?\)\s*[-–—]+\s+)", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Dateline();

    [GeneratedRegex(@"\s\((?:left|right|centre|center|above|below|pictured|file)\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex CaptionBracket();
}
