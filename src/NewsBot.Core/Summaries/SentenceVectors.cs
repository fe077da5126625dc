using System.Runtime.InteropServices;
using NewsBot.Core.Text;

namespace NewsBot.Core.Summaries;

/// <summary>
/// The sentences of one text as TF-IDF vectors of unit length over numbered terms. Everything asked of them is linear in the words: sums of vectors stand in for comparisons of pairs. Not thread-safe.
/// </summary>
internal sealed class SentenceVectors
{
    /// <summary>Term numbers rise within a sentence, and so sums come in one order.</summary>
    private readonly List<Entry> _entries = [];
    private readonly int[] _starts;
    private readonly double[] _inverse;
    private readonly int[] _frequency;
    private readonly TermTable _table;
    private readonly List<int> _read = [];

    public SentenceVectors(IReadOnlyList<string> sentences, string? language)
    {
        _table = new TermTable(language);
        _starts = new int[sentences.Count + 1];
        for (var at = 0; at < sentences.Count; at++)
        {
            Count(sentences[at], _entries);
            _starts[at + 1] = _entries.Count;
        }

        _frequency = new int[_table.Count];
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(_entries))
        {
            _frequency[entry.Term]++;
        }

        _inverse = Inverse(_frequency, sentences.Count);
        for (var at = 0; at < sentences.Count; at++)
        {
            MakeUnit(Vector(at));
        }
    }

    private int Sentences => _starts.Length - 1;

    /// <summary>Cosine of each sentence to a text; 0 for words that the article lacks.</summary>
    public double[] CosinesTo(string text)
    {
        var known = _inverse.Length;
        var counted = new List<Entry>();
        Count(text, counted);
        var absent = Math.Log(1 + (Sentences / 0.5));
        var length = Math.Sqrt(counted.Sum(term => Square(term.Weight * (term.Term < known ? _inverse[term.Term] : absent))));
        var query = new double[known];
        foreach (var (term, weight) in counted.Where(term => term.Term < known))
        {
            query[term] = weight * _inverse[term] / length;
        }

        return Dots(query);
    }

    /// <summary>Which sentences share a topic word, whatever its form, with a text, or two with sentences that do.</summary>
    public bool[] TiesTo(string text)
    {
        _read.Clear();
        _table.Read(text, _read);
        var direct = Sharing([.. _read.Select(_table.StemOf)], 1);
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
            foreach (ref readonly var entry in Vector(at))
            {
                halves += Math.Min(2, (byStem ? stems[_table.StemOf(entry.Term)] : _frequency[entry.Term]) - 1);
            }

            shares[at] = halves == 0 ? 0 : halves / 2.0 / Vector(at).Length;
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
            sums[at] = Dot(Vector(at), later) / Math.Sqrt(sums.Length);
            Add(Vector(at), later);
        }

        return sums;
    }

    /// <summary>Cosine of each sentence to one of them.</summary>
    public double[] CosinesTo(int sentence)
    {
        var other = new double[_inverse.Length];
        Add(Vector(sentence), other);
        return Dots(other);
    }

    /// <summary>Which part of a sentence's topic words, whatever their form, stands among the given stems.</summary>
    public double ShareIn(int sentence, HashSet<int> stems)
    {
        var shared = 0;
        foreach (ref readonly var entry in Vector(sentence))
        {
            shared += stems.Contains(_table.StemOf(entry.Term)) ? 1 : 0;
        }

        return shared == 0 ? 0 : (double)shared / Vector(sentence).Length;
    }

    public void AddStems(int sentence, HashSet<int> stems)
    {
        foreach (ref readonly var entry in Vector(sentence))
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
            foreach (ref readonly var entry in Vector(at))
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
            foreach (ref readonly var entry in Vector(at))
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
        Add(CollectionsMarshal.AsSpan(_entries), sum);
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
        var scaled = Dots(sum);
        for (var at = 0; at < scaled.Length; at++)
        {
            scaled[at] = Vector(at).IsEmpty ? 0 : scale(scaled[at], length);
        }

        return scaled;
    }

    private double[] Dots(double[] dense)
    {
        var dots = new double[Sentences];
        for (var at = 0; at < dots.Length; at++)
        {
            dots[at] = Dot(Vector(at), dense);
        }

        return dots;
    }

    private Span<Entry> Vector(int sentence) => CollectionsMarshal.AsSpan(_entries)[_starts[sentence].._starts[sentence + 1]];

    /// <summary>Adds each topic word of a text once, with the weight of its times.</summary>
    private void Count(string text, List<Entry> counted)
    {
        _read.Clear();
        _table.Read(text, _read);
        _read.Sort();
        var terms = CollectionsMarshal.AsSpan(_read);
        for (var (from, to) = (0, 0); from < terms.Length; from = to)
        {
            while (to < terms.Length && terms[to] == terms[from])
            {
                to++;
            }

            counted.Add(new Entry(terms[from], to - from == 1 ? 1 : 1 + Math.Log(to - from)));
        }
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

    private void MakeUnit(Span<Entry> vector)
    {
        var squares = 0.0;
        foreach (ref var entry in vector)
        {
            entry = entry with { Weight = entry.Weight * _inverse[entry.Term] };
            squares += Square(entry.Weight);
        }

        var length = Math.Sqrt(squares);
        foreach (ref var entry in vector)
        {
            entry = entry with { Weight = entry.Weight / length };
        }
    }

    private static double Dot(ReadOnlySpan<Entry> vector, double[] dense)
    {
        var sum = 0.0;
        foreach (ref readonly var entry in vector)
        {
            sum += entry.Weight * dense[entry.Term];
        }

        return sum;
    }

    private static void Add(ReadOnlySpan<Entry> vector, double[] dense)
    {
        foreach (ref readonly var entry in vector)
        {
            dense[entry.Term] += entry.Weight;
        }
    }

    private static double Square(double value) => value * value;

    private readonly record struct Entry(int Term, double Weight);
}
