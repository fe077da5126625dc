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
        - (language is null or "en" && FirstPerson().IsMatch(sentence.Length > ShownLength ? sentence[..ShownLength] : sentence) ? 0.8 : 0)
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

    [GeneratedRegex(@"\b(?:I|we|We|my|My|our|Our|me|I'm|I’m)\b", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex FirstPerson();

    [GeneratedRegex(@"^(?:\(\s?[A-Z][A-Za-z/ ]{1,15}\)\s*[-–—]+\s+|\p{Lu}[\p{Lu}\p{L} .,’'/-]{1,40}\s\(\s?(?:[A-Z]{2,5}|Reuters|dpa|Reuters Health)\s?\)\s*[-–—]+\s+)", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Dateline();

    [GeneratedRegex(@"\s\((?:left|right|centre|center|above|below|pictured|file)\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex CaptionBracket();
}
