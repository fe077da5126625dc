namespace NewsBot.Core.Text;

/// <summary>The analysis without stemming: a term is its folded word in every language.</summary>
public sealed class FoldingAnalyzer : ITermAnalyzer
{
    public static readonly FoldingAnalyzer Instance = new();

    private FoldingAnalyzer()
    {
    }

    public Term[] Analyze(string text, string? language)
    {
        var terms = new List<Term>();
        foreach (var span in TermSpans.Of(text))
        {
            var folded = TermSpans.Fold(text.Substring(span.Start, span.Length));
            terms.Add(new Term(folded, folded, span.Position, span.Start, span.Length));
        }

        return [.. terms];
    }
}
