using NewsBot.Core.Articles;
using NewsBot.Core.Text;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Search;

/// <summary>Finds the sentence of an article that shows best why it was found. Pure.</summary>
public static class MatchingSentence
{
    private const int MostParagraphs = 200;

    /// <summary>The sentence with the most different terms of the query, the earliest of equals, hits marked; null when the body shows none.</summary>
    /// <param name="limit">Most UTF-16 units; a longer sentence is cut at words around its first hit.</param>
    public static RichText? Of(Article article, Query query, ITermAnalyzer analyzer, int limit)
    {
        var terms = query.Required.OfType<QueryTerm.Words>().Where(term => !term.InTitle).ToList();
        (string Sentence, List<Mark> Marks, int Terms)? best = null;
        foreach (var sentence in article.Paragraphs.Take(MostParagraphs).SelectMany(paragraph => SentenceSplitter.Split(paragraph, article.Language)))
        {
            var (marks, found) = Hits(new AnalyzedText(sentence, article.Language, analyzer), terms);
            if (found > (best?.Terms ?? 0))
            {
                best = (sentence, marks, found);
            }
        }

        return best is { } hit ? Cut(hit.Sentence, hit.Marks, limit) : null;
    }

    /// <summary>The line with all hits of the query marked, such as a title.</summary>
    public static RichText Mark(string line, string? language, Query query, ITermAnalyzer analyzer) =>
        new(line, Hits(new AnalyzedText(line, language, analyzer), [.. query.Required.OfType<QueryTerm.Words>()]).Marks);

    private static (List<Mark> Marks, int Terms) Hits(AnalyzedText text, IReadOnlyList<QueryTerm.Words> terms)
    {
        var spans = new List<(int Start, int End)>();
        var found = 0;
        foreach (var term in terms)
        {
            var before = spans.Count;
            spans.AddRange(text.Find(term).Select(hit => (hit.Start, hit.Start + hit.Length)));
            found += spans.Count > before ? 1 : 0;
        }

        return (Merge(spans), found);
    }

    private static List<Mark> Merge(List<(int Start, int End)> spans)
    {
        var marks = new List<Mark>();
        foreach (var (start, end) in spans.OrderBy(span => span.Start).ThenBy(span => span.End))
        {
            if (marks.Count > 0 && start <= marks[^1].Start + marks[^1].Length)
            {
                var last = marks[^1];
                marks[^1] = last with { Length = Math.Max(last.Length, end - last.Start) };
                continue;
            }

            marks.Add(new Mark(MarkKind.Hit, start, end - start));
        }

        return marks;
    }

    private static RichText Cut(string sentence, List<Mark> marks, int limit)
    {
        if (sentence.Length <= limit)
        {
            return new RichText(sentence, marks);
        }

        var from = marks[0].Start + marks[0].Length <= limit * 3 / 4 ? 0 : WordStart(sentence, Math.Max(0, marks[0].Start - (limit / 3)), marks[0].Start);
        var lead = from == 0 ? "" : "…";
        var text = lead + TextCut.At(sentence[from..], Math.Max(1, limit - lead.Length));
        var shift = lead.Length - from;
        var kept = text.EndsWith('…') ? text.Length - 1 : text.Length;
        return new RichText(text, [.. marks.Select(mark => mark with { Start = mark.Start + shift }).Where(mark => mark.Start >= lead.Length && mark.Start + mark.Length <= kept)]);
    }

    private static int WordStart(string text, int from, int to)
    {
        var space = text.IndexOf(' ', from, to - from);
        return space < 0 ? to : space + 1;
    }
}
