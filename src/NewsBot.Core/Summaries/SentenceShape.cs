using System.Text.RegularExpressions;

namespace NewsBot.Core.Summaries;

/// <summary>What the outer form of a sentence says of its use in a summary.</summary>
internal static partial class SentenceShape
{
    /// <summary>The part of the score that looks at length, person, quotes and questions.</summary>
    public static double Score(string sentence, int words, string? language) =>
        (-0.1 * words / 20)
        + (words < 8 ? 0.2 : 0)
        - (0.2 * Math.Max(0, words - 30) / 20)
        - (language is null or "en" && FirstPerson().IsMatch(sentence) ? 0.8 : 0)
        - (sentence[0] is '"' or '“' or '„' or '«' or '‘' or '「' ? 0.3 : 0)
        - (sentence[^1] is '?' or '？' or '؟' ? 0.3 : 0);

    /// <summary>True when it opens with a word that leans on a sentence the reader does not see.</summary>
    public static bool Dangles(string sentence, bool previousIsShown) => !previousIsShown && Opening().IsMatch(sentence);

    [GeneratedRegex(@"\b(?:I|we|my|our|me|us|I'm|I’m)\b", RegexOptions.CultureInvariant, 100)]
    private static partial Regex FirstPerson();

    [GeneratedRegex(@"^(?:He|She|They|It|This|That|These|Those|But|And|However|Meanwhile|Also|His|Her|Their|Instead|Moreover|Furthermore|Er|Sie|Aber|Doch|Dies|Il|Elle|Ils|Mais|Cela|Él|Ella|Pero|Он|Она|Они|Но)\b", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Opening();
}
