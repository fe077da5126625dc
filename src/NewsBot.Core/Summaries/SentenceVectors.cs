using NewsBot.Core.Text;

namespace NewsBot.Core.Summaries;

/// <summary>
/// The sentences of one text as TF-IDF vectors of unit length over numbered terms. Everything asked of them is linear in the words: sums of vectors stand in for comparisons of pairs.
/// </summary>
internal sealed class SentenceVectors
{
    private readonly (int Term, double Weight)[][] _vectors;
    private readonly double[] _inverse;
    private readonly int[] _frequency;
    private readonly TermTable _table;

    public SentenceVectors(IReadOnlyList<string> sentences, string? language)
    {
        _table = new TermTable(language);
        var counted = new (int Term, int Times)[sentences.Count][];
        var terms = new List<int>();
        for (var at = 0; at < sentences.Count; at++)
        {
            counted[at] = Count(sentences[at], terms);
        }

        _frequency = new int[_table.Count];
        foreach (var (term, _) in counted.SelectMany(sentence => sentence))
        {
            _frequency[term]++;
        }

        _inverse = Array.ConvertAll(_frequency, times => Math.Log(1 + (sentences.Count / (times + 0.5))));
        _vectors = Array.ConvertAll(counted, sentence => Unit(sentence));
    }

    /// <summary>Cosine of each sentence to a text; 0 for words that the article lacks.</summary>
    public double[] CosinesTo(string text)
    {
        var known = _inverse.Length;
        var counted = Count(text, []);
        var absent = Math.Log(1 + (_vectors.Length / 0.5));
        var length = Math.Sqrt(counted.Sum(term => Square((1 + Math.Log(term.Times)) * (term.Term < known ? _inverse[term.Term] : absent))));
        var query = new double[known];
        foreach (var (term, times) in counted.Where(term => term.Term < known))
        {
            query[term] = (1 + Math.Log(times)) * _inverse[term] / length;
        }

        return Array.ConvertAll(_vectors, vector => Dot(vector, query));
    }

    /// <summary>Which part of a sentence's topic words stands in other sentences too; a word that only one other has counts half.</summary>
    /// <param name="byStem">Whatever the form of the words.</param>
    public double[] SharesInOthers(bool byStem)
    {
        var stems = byStem ? StemFrequency() : [];
        return Array.ConvertAll(_vectors, vector => vector.Length == 0 ? 0 : vector.Sum(term => Math.Min(2, (byStem ? stems[_table.StemOf(term.Term)] : _frequency[term.Term]) - 1) / 2.0) / vector.Length);
    }

    /// <summary>Cosine of each sentence to the sum of all.</summary>
    public double[] CosinesToAll() => Scaled(Sum(), static (own, length) => length < 1e-9 ? 0 : own / length);

    /// <summary>Cosine of each sentence to the sum of all others.</summary>
    public double[] CosinesToOthers() => Scaled(Sum(), static (own, length) => (length * length) - (2 * own) + 1 is > 1e-9 and var rest ? (own - 1) / Math.Sqrt(rest) : 0);

    /// <summary>Sum of the cosines of each sentence to the later ones, over the root of their number.</summary>
    public double[] CosinesToLater()
    {
        var later = new double[_inverse.Length];
        var sums = new double[_vectors.Length];
        for (var at = _vectors.Length - 1; at >= 0; at--)
        {
            sums[at] = Dot(_vectors[at], later) / Math.Sqrt(_vectors.Length);
            Add(_vectors[at], later);
        }

        return sums;
    }

    /// <summary>Cosine of each sentence to one of them.</summary>
    public double[] CosinesTo(int sentence)
    {
        var other = new double[_inverse.Length];
        Add(_vectors[sentence], other);
        return Array.ConvertAll(_vectors, vector => Dot(vector, other));
    }

    /// <summary>Which part of a sentence's topic words, whatever their form, stands among the given stems.</summary>
    public double ShareIn(int sentence, HashSet<int> stems) =>
        _vectors[sentence].Length == 0 ? 0 : (double)_vectors[sentence].Count(term => stems.Contains(_table.StemOf(term.Term))) / _vectors[sentence].Length;

    public void AddStems(int sentence, HashSet<int> stems) => stems.UnionWith(_vectors[sentence].Select(term => _table.StemOf(term.Term)));

    private int[] StemFrequency()
    {
        var frequency = new int[_table.Count];
        foreach (var stem in _vectors.SelectMany(vector => vector.Select(term => _table.StemOf(term.Term)).Distinct()))
        {
            frequency[stem]++;
        }

        return frequency;
    }

    private double[] Sum()
    {
        var sum = new double[_inverse.Length];
        foreach (var vector in _vectors)
        {
            Add(vector, sum);
        }

        return sum;
    }

    private double[] Scaled(double[] sum, Func<double, double, double> scale)
    {
        var length = Math.Sqrt(sum.Sum(Square));
        return Array.ConvertAll(_vectors, vector => vector.Length == 0 ? 0 : scale(Dot(vector, sum), length));
    }

    private (int Term, int Times)[] Count(string text, List<int> terms)
    {
        terms.Clear();
        _table.Read(text, terms);
        terms.Sort();
        var counted = new List<(int Term, int Times)>(terms.Count);
        foreach (var term in terms)
        {
            if (counted is [.., var last] && last.Term == term)
            {
                counted[^1] = (term, last.Times + 1);
            }
            else
            {
                counted.Add((term, 1));
            }
        }

        return [.. counted];
    }

    private (int Term, double Weight)[] Unit((int Term, int Times)[] counted)
    {
        var weights = Array.ConvertAll(counted, term => (term.Term, Weight: (1 + Math.Log(term.Times)) * _inverse[term.Term]));
        var length = Math.Sqrt(weights.Sum(term => Square(term.Weight)));
        return Array.ConvertAll(weights, term => (term.Term, term.Weight / length));
    }

    private static double Dot((int Term, double Weight)[] vector, double[] dense)
    {
        var sum = 0.0;
        foreach (var (term, weight) in vector)
        {
            sum += weight * dense[term];
        }

        return sum;
    }

    private static void Add((int Term, double Weight)[] vector, double[] dense)
    {
        foreach (var (term, weight) in vector)
        {
            dense[term] += weight;
        }
    }

    private static double Square(double value) => value * value;
}
