namespace NewsBot.Core.Text;

/// <summary>Splits text into search terms, the same way for articles, queries, matching and grouping. Pure and thread-safe.</summary>
public interface ITermAnalyzer
{
    /// <summary>The terms in text order. CJK text gives overlapping bigrams; stop words keep their position but give no term.</summary>
    /// <param name="language">BCP 47 of the text; null or unknown means folding without stemming.</param>
    IReadOnlyList<Term> Analyze(string text, string? language);
}

/// <summary>One term: <paramref name="Value"/> is folded and stemmed, <paramref name="Folded"/> is folded only; offsets are UTF-16 units into the original text.</summary>
public readonly record struct Term(string Value, string Folded, int Position, int Start, int Length);
