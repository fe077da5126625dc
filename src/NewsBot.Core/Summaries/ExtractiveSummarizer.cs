using System.Text.RegularExpressions;
using NewsBot.Core.Text;
using NewsBot.Core.Text.Languages;

namespace NewsBot.Core.Summaries;

/// <summary>
/// Chooses the sentences that tell an article. Pure and near-linear; every sentence stands verbatim in the article but for a cut agency prefix and caption brackets. Never empty when the article has a sentence.
/// </summary>
public static partial class ExtractiveSummarizer
{
    /// <summary>Sentences beyond these are never chosen: news tells early, and similarity costs the square.</summary>
    private const int Considered = 200;

    private const int LongestSentence = 60;
    private const double NoveltyWeight = 0.3;
    private const double SameContent = 0.6;
    private const double EchoedContent = 0.55;

    /// <summary>The chosen sentences in article order.</summary>
    public static IReadOnlyList<string> Summarize(SummaryRequest request)
    {
        var sentences = Sentences(request);
        if (sentences.Count == 0)
        {
            return [];
        }

        Score(sentences, Vector(request.Title, request.Language), request.Language);
        var count = Math.Clamp(request.Sentences, 1, 5);
        var budget = request.WordBudget ?? Math.Max(40, 80 * count / 3);
        var chosen = Choose(sentences, count, budget);
        return [.. chosen.OrderBy(sentence => sentence.Index).Select(sentence => sentence.Text)];
    }

    private static List<Candidate> Sentences(SummaryRequest request)
    {
        var split = request.Paragraphs.SelectMany(paragraph => SentenceSplitter.Split(paragraph, request.Language)).Select(Trim).Where(text => text.Length > 0).Take(Considered);
        return [.. split.Select((text, index) => new Candidate(index, text, Words.Count(text), Vector(text, request.Language)))];
    }

    private static string Trim(string sentence)
    {
        var text = Dateline().Replace(sentence, "");
        return CaptionBracket().Replace(text, "").Trim();
    }

    private static Dictionary<string, double> Vector(string text, string? language)
    {
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var word in Words.Folded(text).Where(word => !StopWords.Contains(word, language)))
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        return counts;
    }

    private static void Score(List<Candidate> sentences, Dictionary<string, double> title, string? language)
    {
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in sentences.SelectMany(sentence => sentence.Terms.Keys))
        {
            frequency[word] = frequency.GetValueOrDefault(word) + 1;
        }

        double Weight(string word) => Math.Log(1 + (sentences.Count / (frequency.GetValueOrDefault(word) + 0.5)));
        foreach (var sentence in sentences)
        {
            sentence.Vector = TermVector.Of(sentence.Terms, Weight);
        }

        var titleVector = TermVector.Of(title, Weight);
        var centroid = TermVector.Sum(sentences.Select(sentence => sentence.Vector));
        var central = Standardize([.. sentences.Select(sentence => sentence.Vector.Cosine(centroid))]);
        var later = Standardize([.. sentences.Select(sentence => Later(sentences, sentence))]);
        var onTitle = Standardize([.. sentences.Select(sentence => sentence.Vector.Cosine(titleVector))]);
        foreach (var sentence in sentences)
        {
            var i = sentence.Index;
            sentence.Score = (3.9 / (1 + i)) - (0.28 * Math.Log(1 + i)) + (0.3 * central[i]) + (0.15 * later[i]) + (0.5 * onTitle[i]) + SentenceShape.Score(sentence.Text, sentence.WordCount, language);
        }
    }

    private static double Later(List<Candidate> sentences, Candidate sentence) =>
        sentences.Skip(sentence.Index + 1).Sum(other => sentence.Vector.Cosine(other.Vector)) / Math.Sqrt(sentences.Count);

    private static double[] Standardize(double[] values)
    {
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return deviation < 1e-9 ? new double[values.Length] : [.. values.Select(value => (value - mean) / deviation)];
    }

    private static List<Candidate> Choose(List<Candidate> sentences, int count, int budget)
    {
        var chosen = new List<Candidate>();
        var open = sentences.Where(sentence => sentence.WordCount <= LongestSentence).ToList();
        while (chosen.Count < count && open.Count > 0)
        {
            var best = open.MaxBy(sentence => sentence.Score - (NoveltyWeight * Nearest(sentence, chosen)))!;
            open.Remove(best);
            var used = chosen.Sum(sentence => sentence.WordCount);
            var fits = chosen.Count == 0 || used + best.WordCount <= budget;
            if (fits && !Repeats(best, chosen) && !SentenceShape.Dangles(best.Text, chosen.Any(sentence => sentence.Index == best.Index - 1)))
            {
                chosen.Add(best);
            }
        }

        return chosen.Count > 0 ? chosen : [sentences.MinBy(sentence => sentence.WordCount)!];
    }

    private static double Nearest(Candidate sentence, List<Candidate> chosen) => chosen.Count == 0 ? 0 : chosen.Max(other => sentence.Vector.Cosine(other.Vector));

    /// <summary>A sentence whose own words mostly stand in a chosen one tells nothing new, however long the other is.</summary>
    private static bool Repeats(Candidate sentence, List<Candidate> chosen) => chosen.Any(other =>
        sentence.Vector.Cosine(other.Vector) > SameContent || sentence.Terms.Keys.Count(other.Terms.ContainsKey) > EchoedContent * sentence.Terms.Count);

    [GeneratedRegex(@"^(?:\(?[A-Z][A-Za-z/ ]{1,15}\)\s*[-–—]+\s+|\p{Lu}[\p{Lu}\p{L} .,’'/-]{1,40}\s\((?:[A-Z]{2,5}|Reuters|dpa|Reuters Health)\)\s*[-–—]+\s+)", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Dateline();

    [GeneratedRegex(@"\s\((?:left|right|centre|center|above|below|pictured|file)\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    private static partial Regex CaptionBracket();

    private sealed class Candidate(int index, string text, int wordCount, Dictionary<string, double> terms)
    {
        public int Index { get; } = index;

        public string Text { get; } = text;

        public int WordCount { get; } = wordCount;

        public Dictionary<string, double> Terms { get; } = terms;

        public TermVector Vector { get; set; } = TermVector.Empty;

        public double Score { get; set; }
    }
}
