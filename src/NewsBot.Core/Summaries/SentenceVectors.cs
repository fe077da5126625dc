using NewsBot.Core.Text;

namespace NewsBot.Core.Summaries;

/// <summary>
/// The sentences of one text as TF-IDF vectors of unit length over numbered terms. Everything asked of them is linear in the words: sums of vectors stand in for comparisons of pairs. Not thread-safe.
/// </summary>
internal sealed class SentenceVectors
{
    private readonly SparseVectors _vectors = new();
    private readonly double[] _inverse;
    private readonly int[] _frequency;
    private readonly TermTable _table;
    private readonly List<int> _read = [];

    public SentenceVectors(IReadOnlyList<string> sentences, string? language, bool joinsSyllables = false)
    {
        _table = new TermTable(language, joinsSyllables);
        foreach (var sentence in sentences)
        {
            _vectors.Add(Read(sentence));
        }

        _frequency = new int[_table.Count];
        foreach (ref readonly var term in _vectors.All)
        {
            _frequency[term.Term]++;
        }

        _inverse = Inverse(_frequency, sentences.Count);
        _vectors.MakeUnits(_inverse);
    }

    /// <summary>True where two syllables make a word.</summary>
    public bool IsSyllabic => _table.IsSyllabic;

    private int Sentences => _vectors.Count;

    /// <summary>Cosine of each sentence to a text; 0 for words that the article lacks.</summary>
    public double[] CosinesTo(string text)
    {
        var known = _inverse.Length;
        var one = new SparseVectors();
        one.Add(Read(text));
        var absent = Math.Log(1 + (Sentences / 0.5));
        var (query, squares) = (new double[known], 0.0);
        foreach (var (term, weight) in one.All)
        {
            squares += Square(weight * (term < known ? _inverse[term] : absent));
        }

        foreach (var (term, weight) in one.All)
        {
            if (term < known)
            {
                query[term] = weight * _inverse[term] / Math.Sqrt(squares);
            }
        }

        return _vectors.Dots(query);
    }

    /// <summary>Which sentences share a topic word, whatever its form, with a text, or two with sentences that do.</summary>
    public bool[] TiesTo(string text)
    {
        var direct = Sharing([.. Read(text).Select(_table.StemOf)], 1);
        var told = new HashSet<int>();
        for (var at = 0; at < direct.Length; at++)
        {
            if (direct[at])
            {
                AddStems(at, told);
            }
        }

        var indirect = Sharing(told, 2);
        return [.. direct.Zip(indirect, (one, two) => one || two)];
    }

    /// <summary>Which part of a sentence's topic words stands in other sentences too; a word that only one other has counts half.</summary>
    /// <param name="byStem">Whatever the form of the words.</param>
    public double[] SharesInOthers(bool byStem)
    {
        var stems = byStem ? StemFrequency() : [];
        var shares = new double[Sentences];
        for (var at = 0; at < shares.Length; at++)
        {
            var halves = 0;
            foreach (ref readonly var entry in _vectors[at])
            {
                halves += Math.Min(2, (byStem ? stems[_table.StemOf(entry.Term)] : _frequency[entry.Term]) - 1);
            }

            shares[at] = halves == 0 ? 0 : halves / 2.0 / _vectors[at].Length;
        }

        return shares;
    }

    /// <summary>Cosine of each sentence to the sum of all.</summary>
    public double[] CosinesToAll() => Scaled(Sum(), static (own, length) => length < 1e-9 ? 0 : own / length);

    /// <summary>Cosine of each sentence to the sum of all others.</summary>
    public double[] CosinesToOthers() => Scaled(Sum(), static (own, length) => (length * length) - (2 * own) + 1 is > 1e-9 and var rest ? (own - 1) / Math.Sqrt(rest) : 0);

    /// <summary>Sum of the cosines of each sentence to the later ones, over the root of their number.</summary>
    public double[] CosinesToLater()
    {
        var later = new double[_inverse.Length];
        var sums = new double[Sentences];
        for (var at = sums.Length - 1; at >= 0; at--)
        {
            sums[at] = SparseVectors.Dot(_vectors[at], later) / Math.Sqrt(sums.Length);
            SparseVectors.AddTo(later, _vectors[at]);
        }

        return sums;
    }

    /// <summary>Cosine of each sentence to one of them.</summary>
    public double[] CosinesTo(int sentence)
    {
        var other = new double[_inverse.Length];
        SparseVectors.AddTo(other, _vectors[sentence]);
        return _vectors.Dots(other);
    }

    /// <summary>Which part of a sentence's topic words, whatever their form, stands among the given stems.</summary>
    public double ShareIn(int sentence, HashSet<int> stems)
    {
        var shared = 0;
        foreach (ref readonly var entry in _vectors[sentence])
        {
            shared += stems.Contains(_table.StemOf(entry.Term)) ? 1 : 0;
        }

        return shared == 0 ? 0 : (double)shared / _vectors[sentence].Length;
    }

    public void AddStems(int sentence, HashSet<int> stems)
    {
        foreach (ref readonly var entry in _vectors[sentence])
        {
            stems.Add(_table.StemOf(entry.Term));
        }
    }

    private bool[] Sharing(HashSet<int> stems, int least)
    {
        var sharing = new bool[Sentences];
        for (var at = 0; at < sharing.Length; at++)
        {
            var shared = 0;
            foreach (ref readonly var entry in _vectors[at])
            {
                shared += stems.Contains(_table.StemOf(entry.Term)) ? 1 : 0;
            }

            sharing[at] = shared >= least;
        }

        return sharing;
    }

    private int[] StemFrequency()
    {
        var frequency = new int[_table.Count];
        var last = new int[_table.Count];
        for (var at = 0; at < Sentences; at++)
        {
            foreach (ref readonly var entry in _vectors[at])
            {
                var stem = _table.StemOf(entry.Term);
                frequency[stem] += last[stem] == at + 1 ? 0 : 1;
                last[stem] = at + 1;
            }
        }

        return frequency;
    }

    private double[] Sum()
    {
        var sum = new double[_inverse.Length];
        SparseVectors.AddTo(sum, _vectors.All);
        return sum;
    }

    private double[] Scaled(double[] sum, Func<double, double, double> scale)
    {
        var squares = 0.0;
        foreach (var value in sum)
        {
            squares += Square(value);
        }

        var length = Math.Sqrt(squares);
        var scaled = _vectors.Dots(sum);
        for (var at = 0; at < scaled.Length; at++)
        {
            scaled[at] = _vectors[at].IsEmpty ? 0 : scale(scaled[at], length);
        }

        return scaled;
    }

    /// <summary>The topic words of a text, in a list that the next call fills anew.</summary>
    private List<int> Read(string text)
    {
        _read.Clear();
        _table.Read(text, _read);
        return _read;
    }

    /// <summary>Rare terms weigh more. Most terms stand in one sentence or two: their weights are computed once.</summary>
    private static double[] Inverse(int[] frequency, int sentences)
    {
        var byFrequency = new double[sentences + 1];
        var inverse = new double[frequency.Length];
        for (var term = 0; term < inverse.Length; term++)
        {
            ref var weight = ref byFrequency[frequency[term]];
            inverse[term] = weight = weight > 0 ? weight : Math.Log(1 + (sentences / (frequency[term] + 0.5)));
        }

        return inverse;
    }

    private static double Square(double value) => value * value;
}
