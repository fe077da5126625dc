using NewsBot.Core.Text;

namespace NewsBot.Core.Summaries;

/// <summary>
/// Chooses the sentences that tell an article. Pure and near-linear; every sentence stands verbatim in the article but for a cut agency prefix and caption brackets. Never empty when the article has a sentence.
/// </summary>
public static class ExtractiveSummarizer
{
    /// <summary>Sentences beyond these are never chosen: news tells early.</summary>
    private const int Considered = 200;

    private const int LongestSentence = 60;
    private const double NoveltyWeight = 0.3;
    private const double SameContent = 0.6;
    private const double EchoedContent = 0.55;

    /// <summary>What a sentence loses that leans on the one before it, though that one is told too.</summary>
    private const double Leaning = 1;

    /// <summary>The chosen sentences in article order.</summary>
    public static IReadOnlyList<string> Summarize(SummaryRequest request)
    {
        var sentences = Sentences(request.Paragraphs, request.Language, Considered);
        if (sentences.Count == 0)
        {
            return [];
        }

        var vectors = new SentenceVectors(sentences, request.Language);
        var scores = SentenceScores.Of(sentences, vectors, request);
        var count = Math.Clamp(request.Sentences, 1, 5);
        var budget = request.WordBudget ?? Math.Max(40, 80 * count / 3);
        return [.. Choose(sentences, vectors, scores, count, budget, request.Language).Order().Select(index => sentences[index])];
    }

    /// <summary>The first sentences, trimmed as they are shown.</summary>
    internal static List<string> Sentences(IReadOnlyList<string> paragraphs, string? language, int most)
    {
        var sentences = new List<string>();
        var spans = new List<TextSpan>();
        foreach (var paragraph in paragraphs.TakeWhile(_ => sentences.Count < most))
        {
            spans.Clear();
            SentenceSplitter.Spans(paragraph, language, spans);
            sentences.AddRange(spans.Take(most - sentences.Count).Select(span => SentenceShape.Trim(paragraph.Substring(span.Start, span.Length))).Where(text => text.Length > 0));
        }

        return sentences;
    }

    private static List<int> Choose(List<string> sentences, SentenceVectors vectors, SentenceScores scores, int count, int budget, string? language)
    {
        var chosen = new List<int>();
        var told = new HashSet<int>();
        var nearest = new double[sentences.Count];
        var open = Enumerable.Range(0, sentences.Count).Where(index => scores.Words[index] <= LongestSentence).ToList();
        var dangling = Enumerable.Range(0, sentences.Count).Select(index => index > 0 && Openings.Dangle(sentences[index], language)).ToArray();
        var left = budget;
        while (chosen.Count < count && open.Count > 0)
        {
            var best = open.MaxBy(index => scores.Score[index] - (NoveltyWeight * nearest[index]) - (dangling[index] ? Leaning : 0));
            open.Remove(best);
            var fits = chosen.Count == 0 || scores.Words[best] <= left;
            var repeats = nearest[best] > SameContent || vectors.ShareIn(best, told) > EchoedContent;
            var dangles = dangling[best] && !chosen.Contains(best - 1);
            var isStray = scores.Relation[best] == 0;
            if (!fits || (chosen.Count > 0 && (repeats || isStray)) || dangles)
            {
                continue;
            }

            chosen.Add(best);
            left -= scores.Words[best];
            vectors.AddStems(best, told);
            var cosines = vectors.CosinesTo(best);
            for (var index = 0; index < nearest.Length; index++)
            {
                nearest[index] = Math.Max(nearest[index], cosines[index]);
            }
        }

        return chosen.Count > 0 ? chosen : [Enumerable.Range(0, sentences.Count).MinBy(index => scores.Words[index])];
    }
}
