namespace NewsBot.Benchmarks;

/// <summary>
/// LexRank as its authors and the usual packages compute it: cosines of all pairs of sentences, a threshold, power iteration. The named peer of the summarizer where no package is served for .NET; it does the same work, without a package's overhead.
/// </summary>
internal static class LexRankReference
{
    private const double Threshold = 0.1;
    private const double Close = 0.001;

    public static IReadOnlyList<string> Summarize(IReadOnlyList<string> sentences, int count)
    {
        var words = sentences.Select(sentence => sentence.ToLowerInvariant().Split([' ', '.', ',', ';'], StringSplitOptions.RemoveEmptyEntries)).ToList();
        var frequency = words.SelectMany(sentence => sentence.Distinct(StringComparer.Ordinal)).CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var vectors = words.Select(sentence => sentence.CountBy(word => word, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => pair.Value * Math.Log((double)sentences.Count / frequency[pair.Key]), StringComparer.Ordinal)).ToList();
        var matrix = vectors.Select(row => vectors.Select(column => Cosine(row, column) > Threshold ? 1.0 : 0.0).ToArray()).ToArray();
        foreach (var row in matrix)
        {
            var degree = Math.Max(1, row.Sum());
            for (var at = 0; at < row.Length; at++)
            {
                row[at] /= degree;
            }
        }

        var rank = Power(matrix);
        return [.. Enumerable.Range(0, sentences.Count).OrderByDescending(at => rank[at]).Take(count).Order().Select(at => sentences[at])];
    }

    private static double[] Power(double[][] matrix)
    {
        var rank = Enumerable.Repeat(1.0 / matrix.Length, matrix.Length).ToArray();
        for (var (round, change) = (0, 1.0); change > Close && round < 100; round++)
        {
            var next = Enumerable.Range(0, matrix.Length).Select(column => matrix.Select((row, at) => row[column] * rank[at]).Sum()).ToArray();
            change = Math.Sqrt(next.Zip(rank, (a, b) => (a - b) * (a - b)).Sum());
            rank = next;
        }

        return rank;
    }

    private static double Cosine(Dictionary<string, double> left, Dictionary<string, double> right)
    {
        var dot = left.Sum(pair => right.TryGetValue(pair.Key, out var weight) ? pair.Value * weight : 0);
        var lengths = Math.Sqrt(left.Values.Sum(weight => weight * weight)) * Math.Sqrt(right.Values.Sum(weight => weight * weight));
        return lengths < 1e-9 ? 0 : dot / lengths;
    }
}
