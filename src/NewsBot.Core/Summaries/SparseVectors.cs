using System.Runtime.InteropServices;

namespace NewsBot.Core.Summaries;

/// <summary>Vectors that hold few of many numbered terms, one behind the other. Term numbers rise within a vector, so that sums come in one order. Not thread-safe.</summary>
internal sealed class SparseVectors
{
    private readonly List<WeightedTerm> _terms = [];
    private readonly List<int> _ends = [];

    public int Count => _ends.Count;

    public Span<WeightedTerm> this[int vector] => All[(vector == 0 ? 0 : _ends[vector - 1]).._ends[vector]];

    public Span<WeightedTerm> All => CollectionsMarshal.AsSpan(_terms);

    /// <summary>A vector of the terms, which are sorted by it, each once with the weight of its times.</summary>
    public void Add(List<int> terms)
    {
        terms.Sort();
        var sorted = CollectionsMarshal.AsSpan(terms);
        for (var (from, to) = (0, 0); from < sorted.Length; from = to)
        {
            while (to < sorted.Length && sorted[to] == sorted[from])
            {
                to++;
            }

            _terms.Add(new WeightedTerm(sorted[from], to - from == 1 ? 1 : 1 + Math.Log(to - from)));
        }

        _ends.Add(_terms.Count);
    }

    /// <summary>Gives each vector the length 1 after its terms were weighed.</summary>
    public void MakeUnits(double[] weights)
    {
        for (var at = 0; at < Count; at++)
        {
            var vector = this[at];
            var squares = 0.0;
            foreach (ref var term in vector)
            {
                term = term with { Weight = term.Weight * weights[term.Term] };
                squares += term.Weight * term.Weight;
            }

            var length = Math.Sqrt(squares);
            foreach (ref var term in vector)
            {
                term = term with { Weight = term.Weight / length };
            }
        }
    }

    /// <summary>The product of each vector with one that holds all terms.</summary>
    public double[] Dots(double[] dense)
    {
        var dots = new double[Count];
        for (var at = 0; at < dots.Length; at++)
        {
            dots[at] = Dot(this[at], dense);
        }

        return dots;
    }

    public static double Dot(ReadOnlySpan<WeightedTerm> vector, double[] dense)
    {
        var sum = 0.0;
        foreach (ref readonly var term in vector)
        {
            sum += term.Weight * dense[term.Term];
        }

        return sum;
    }

    public static void AddTo(double[] dense, ReadOnlySpan<WeightedTerm> vector)
    {
        foreach (ref readonly var term in vector)
        {
            dense[term.Term] += term.Weight;
        }
    }
}

/// <summary>A term and what it weighs in one vector.</summary>
internal readonly record struct WeightedTerm(int Term, double Weight);
