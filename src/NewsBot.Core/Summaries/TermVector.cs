namespace NewsBot.Core.Summaries;

/// <summary>A text as weighted terms of unit length.</summary>
internal sealed class TermVector
{
    public static readonly TermVector Empty = new([]);

    private readonly Dictionary<string, double> _weights;

    private TermVector(Dictionary<string, double> weights) => _weights = weights;

    public static TermVector Of(Dictionary<string, double> counts, Func<string, double> inverseFrequency) =>
        Unit(counts.ToDictionary(pair => pair.Key, pair => (1 + Math.Log(pair.Value)) * inverseFrequency(pair.Key), StringComparer.Ordinal));

    public static TermVector Sum(IEnumerable<TermVector> vectors)
    {
        var sum = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (term, weight) in vectors.SelectMany(vector => vector._weights))
        {
            sum[term] = sum.GetValueOrDefault(term) + weight;
        }

        return Unit(sum);
    }

    /// <summary>0 (nothing shared) to 1 (same direction).</summary>
    public double Cosine(TermVector other)
    {
        var (small, large) = _weights.Count <= other._weights.Count ? (_weights, other._weights) : (other._weights, _weights);
        var sum = 0.0;
        foreach (var (term, weight) in small)
        {
            sum += large.TryGetValue(term, out var match) ? weight * match : 0;
        }

        return sum;
    }

    private static TermVector Unit(Dictionary<string, double> weights)
    {
        var length = Math.Sqrt(weights.Values.Sum(weight => weight * weight));
        return length < 1e-9 ? Empty : new(weights.ToDictionary(pair => pair.Key, pair => pair.Value / length, StringComparer.Ordinal));
    }
}
