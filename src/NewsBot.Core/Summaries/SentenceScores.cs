using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Summaries;

/// <summary>How well each sentence tells its article: position, centrality, title and form. The weights are the measured ones of the recipe and are not tuned to any set.</summary>
internal sealed record SentenceScores(double[] Score, int[] Words, double[] Relation)
{
    /// <summary>Ties to the article, as share of words plus cosine in parts of the middle one. Of the first three sentences of news 2 in 100 stay below the first, of strayed ones 85.</summary>
    private const double Stray = 0.22;
    private const double Tied = 0.35;
    private const double CosineWeight = 0.2;

    private const double DoubtWeight = 1.5;
    private const double MostDoubt = 3;

    /// <summary>Two syllables return together half as often as a word.</summary>
    private const double SyllabicScale = 2;

    /// <summary>Body text holds a word or two of the page's furniture.</summary>
    private const double ByChance = 0.7;

    /// <summary>Too few sentences tell nothing of what the article is about.</summary>
    private const int FewSentences = 4;

    /// <summary>In a short text few words return: its sentences are compared with the title first, and one without a sign of furniture keeps most of its place.</summary>
    private const int KnownSentences = 9;
    private const double TrustInShort = 0.6;

    public static SentenceScores Of(IReadOnlyList<string> sentences, SentenceVectors vectors, SummaryRequest request)
    {
        var words = sentences.Select(sentence => Core.Text.Words.Count(sentence)).ToArray();
        var central = Standardize(vectors.CosinesToAll());
        var later = Standardize(vectors.CosinesToLater());
        var onTitle = Standardize(vectors.CosinesTo(request.Title));
        var onDescription = Standardize(string.IsNullOrWhiteSpace(request.Description) ? new double[sentences.Count] : vectors.CosinesTo(request.Description));
        var doubts = sentences.Select((sentence, at) => Doubt(sentence, words[at])).ToArray();
        var ties = TermTable.HasSyllables(request.Language) ? new SentenceVectors(sentences, request.Language, joinsSyllables: true) : vectors;
        var relation = Relate(ties, doubts, ties.TiesTo(request.Title));
        var scores = new double[sentences.Count];
        var rank = 0.0;
        for (var at = 0; at < scores.Length; at++)
        {
            var position = ((3.9 / (1 + rank)) - (0.28 * Math.Log(1 + rank))) * relation[at];
            scores[at] = position + (0.3 * central[at]) + (0.15 * later[at]) + (0.5 * onTitle[at]) + (0.3 * onDescription[at])
                + SentenceShape.Score(sentences[at], words[at], request.Language) - (DoubtWeight * doubts[at]);
            rank += relation[at];
        }

        return new SentenceScores(scores, words, relation);
    }

    /// <summary>1 for a sentence that speaks of what the others speak of, down to 0 for one that has strayed in from elsewhere.</summary>
    private static double[] Relate(SentenceVectors vectors, double[] doubts, bool[] onTitle)
    {
        var cosines = vectors.CosinesToOthers();
        var isShort = cosines.Length < KnownSentences;
        var shares = vectors.SharesInOthers(byStem: isShort);
        if (isShort && onTitle.Any(isTied => isTied))
        {
            return [.. onTitle.Select((isTied, at) => isTied ? 1 : doubts[at] == 0 && shares[at] >= Stray ? TrustInShort : 0)];
        }

        if (cosines.Length < FewSentences)
        {
            return [.. Enumerable.Repeat(1.0, cosines.Length)];
        }

        var scale = vectors.IsSyllabic ? SyllabicScale : 1;
        var middle = Math.Max(1e-9, cosines.Order().ElementAt(cosines.Length / 2));
        return [.. cosines.Select((cosine, at) =>
        {
            var tie = shares[at] + (CosineWeight * Math.Min(2, cosine / middle));
            var least = isShort && doubts[at] == 0 && shares[at] > 0 ? TrustInShort : 0;
            return Math.Clamp(((tie * scale) - Stray) / (Tied - Stray), least, 1);
        })];
    }

    private static double Doubt(string sentence, int words) =>
        Math.Clamp((PageLine.FurniturePoints(sentence) / Math.Max(1, words / PageLine.FurnitureSpread)) - ByChance, 0, MostDoubt);

    private static double[] Standardize(double[] values)
    {
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return Array.ConvertAll(values, value => deviation < 1e-9 ? 0 : (value - mean) / deviation);
    }
}
