using NewsBot.Core.Text;
using NewsBot.Core.Text.Languages;

namespace NewsBot.Core.Summaries;

/// <summary>Compares the names of two texts: words with a capital letter. Prompts that say "do not invent" do not keep models from it (koala73/worldmonitor, pull request 3836).</summary>
internal static class SummaryNames
{
    private const int InflectedLength = 5;
    private const int LongestEnding = 3;

    /// <summary>True when the text is written in a script that has capital letters.</summary>
    public static bool HasCapitals(string text) => text.Any(char.IsUpper);

    /// <summary>True when the text holds a capitalised word that the source lacks. The first word of a sentence may also be a usual one of the language or one of the source in another form.</summary>
    public static bool AreForeign(string text, string source, string? language)
    {
        var known = Words.Folded(source).Select(Bare).ToHashSet(StringComparer.Ordinal);
        foreach (var sentence in SentenceSplitter.Split(text, language))
        {
            var isFirst = true;
            foreach (var (start, length) in Words.Spans(sentence))
            {
                var word = Bare(TextFolding.Fold(sentence.Substring(start, length)));
                if (char.IsUpper(sentence[start]) && !known.Contains(word) && !IsForm(word, known) && !(isFirst && StopWords.Contains(word, language)))
                {
                    return true;
                }

                isFirst = false;
            }
        }

        return false;
    }

    private static string Bare(string folded) => folded.EndsWith("'s", StringComparison.Ordinal) ? folded[..^2] : folded;

    /// <summary>"Sarnu" is a form of "Sarny": long words that differ in their last letters alone.</summary>
    private static bool IsForm(string word, HashSet<string> known)
    {
        if (word.Length < InflectedLength)
        {
            return false;
        }

        var stem = word[..Math.Max(InflectedLength - 1, word.Length - 2)];
        return known.Any(other => other.Length - stem.Length <= LongestEnding && other.StartsWith(stem, StringComparison.Ordinal));
    }
}
