namespace NewsBot.Core.Text;

/// <summary>Where the terms of a text stand and how a term is folded: the part of the analysis that is the same in every language.</summary>
public static class TermSpans
{
    /// <summary>In text order.</summary>
    public static IEnumerable<TermSpan> Of(string text)
    {
        var scanner = new TermScanner(text);
        while (scanner.TryNext(out var span))
        {
            yield return span;
        }
    }

    /// <summary>The word in lower case, without diacritics and ligatures.</summary>
    public static string Fold(string word)
    {
        var folded = TextFolding.Fold(word);
        return folded.AsSpan().IndexOfAny('ß', 'æ', 'œ') < 0
            ? folded
            : folded.Replace("ß", "ss", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal).Replace("œ", "oe", StringComparison.Ordinal);
    }
}

/// <summary>One term's place: UTF-16 units into the text, and its number in the text's order.</summary>
public readonly record struct TermSpan(int Start, int Length, int Position);
