namespace NewsBot.Core.Text;

/// <summary>Splits text into search terms, the same way for articles, queries, matching and grouping. Pure and thread-safe.</summary>
public interface ITermAnalyzer
{
    /// <summary>
    /// The terms in text order. Text without spaces between words gives overlapping pairs of characters. Stop words are terms too, because phrases need them.
    /// A word that differs from its stem gives two terms at one position, the stem and then the word itself: stemmers cut base forms too ("haven" to "hav"), and so a word still meets its own inflections.
    /// </summary>
    /// <param name="language">BCP 47 of the text; null or unknown means folding without stemming.</param>
    Term[] Analyze(string text, string? language);
}

/// <summary>One term: <paramref name="Value"/> is folded and stemmed, <paramref name="Folded"/> is folded only; offsets are UTF-16 units into the original text.</summary>
public readonly record struct Term(string Value, string Folded, int Position, int Start, int Length);
