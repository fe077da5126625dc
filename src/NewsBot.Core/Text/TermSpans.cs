namespace NewsBot.Core.Text;

/// <summary>Where the terms of a text stand and how a term is folded: the part of the analysis that is the same in every language.</summary>
public static class TermSpans
{
    private static readonly char[] Apostrophes = ['\'', '’'];

    /// <summary>
    /// In text order. Words are split at apostrophes, so that "l'île" and "harbour's" hold "île" and "harbour". The last character of a run without spaces also stands alone, at the position of the pair that ends with it:
    /// so each character of the run begins a term.
    /// </summary>
    public static IEnumerable<TermSpan> Of(string text)
    {
        var position = -1;
        foreach (var (start, length) in Words.Spans(text))
        {
            if (Words.IsPaired(text[start]))
            {
                yield return new TermSpan(start, length, ++position);
                if (length == 2 && (start + 2 == text.Length || !Words.IsPaired(text[start + 2])))
                {
                    yield return new TermSpan(start + 1, 1, position);
                }

                continue;
            }

            var from = start;
            while (from < start + length)
            {
                var apostrophe = text.IndexOfAny(Apostrophes, from, start + length - from);
                var end = apostrophe < 0 ? start + length : apostrophe;
                yield return new TermSpan(from, end - from, ++position);
                from = end + 1;
            }
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
