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
            foreach (var span in spans)
            {
                if (sentences.Count < most && SentenceShape.Trim(paragraph.Substring(span.Start, span.Length)) is { Length: > 0 } text)
                {
                    sentences.Add(text);
                }
            }
        }

        return sentences;
    }

    private static List<int> Choose(List<string> sentences, SentenceVectors vectors, SentenceScores scores, int count, int budget, string? language)
    {
        var chosen = new List<int>();
        var told = new HashSet<int>();
        var nearest = new double[sentences.Count];
        var isOpen = Array.ConvertAll(scores.Words, words => words <= LongestSentence);
        var dangling = Dangling(sentences, language);
        var hasTied = isOpen.Zip(scores.Relation).Any(pair => pair.First && pair.Second > 0);
        var left = budget;
        while (chosen.Count < count && Best(scores, nearest, isOpen, dangling) is >= 0 and var best)
        {
            isOpen[best] = false;
            var fits = chosen.Count == 0 || scores.Words[best] <= left;
            var repeats = chosen.Count > 0 && (nearest[best] > SameContent || vectors.ShareIn(best, told) > EchoedContent);
            var isStray = scores.Relation[best] == 0 && (chosen.Count > 0 || hasTied);
            var dangles = dangling[best] && !chosen.Contains(best - 1);
            if (!fits || repeats || isStray || dangles)
            {
                continue;
            }

            chosen.Add(best);
            left -= scores.Words[best];
            if (chosen.Count < count)
            {
                Tell(best, vectors, told, nearest);
            }
        }

        return chosen.Count > 0 ? chosen : [Enumerable.Range(0, sentences.Count).MinBy(index => scores.Words[index])];
    }

    private static bool[] Dangling(List<string> sentences, string? language)
    {
        var dangling = new bool[sentences.Count];
        for (var index = 1; index < dangling.Length; index++)
        {
            dangling[index] = Openings.Dangle(sentences[index], language);
        }

        return dangling;
    }

    /// <summary>The first of the best open sentences, or -1.</summary>
    private static int Best(SentenceScores scores, double[] nearest, bool[] isOpen, bool[] dangling)
    {
        var (best, highest) = (-1, double.NegativeInfinity);
        for (var index = 0; index < isOpen.Length; index++)
        {
            var value = scores.Score[index] - (NoveltyWeight * nearest[index]) - (dangling[index] ? Leaning : 0);
            if (isOpen[index] && (best < 0 || value > highest))
            {
                (best, highest) = (index, value);
            }
        }

        return best;
    }

    private static void Tell(int sentence, SentenceVectors vectors, HashSet<int> told, double[] nearest)
    {
        vectors.AddStems(sentence, told);
        var cosines = vectors.CosinesTo(sentence);
        for (var index = 0; index < nearest.Length; index++)
        {
            nearest[index] = Math.Max(nearest[index], cosines[index]);
        }
    }
}
