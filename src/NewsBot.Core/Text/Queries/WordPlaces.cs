using System.Runtime.InteropServices;

namespace NewsBot.Core.Text.Queries;

/// <summary>Where the folded words of a text stand among its terms.</summary>
internal sealed class WordPlaces
{
    private readonly Dictionary<string, (int First, int Count)> _words;

    /// <summary>For each term the next position of the same folded word, or -1.</summary>
    private readonly int[] _next;

    /// <summary>For each position its first term.</summary>
    private readonly int[] _at;

    public WordPlaces(ReadOnlySpan<Term> terms)
    {
        _words = new(terms.Length, StringComparer.Ordinal);
        _next = new int[terms.Length];
        _at = new int[terms.Length == 0 ? 0 : terms[^1].Position + 1];
        for (var at = terms.Length - 1; at >= 0; at--)
        {
            _at[terms[at].Position] = at;
            ref var word = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, terms[at].Folded, out var isKnown);
            var isSamePosition = isKnown && terms[word.First].Position == terms[at].Position;
            _next[at] = isSamePosition ? _next[word.First] : isKnown ? word.First : -1;
            word = (at, isSamePosition ? word.Count : word.Count + 1);
        }
    }

    /// <summary>The first term with the word, and at how many positions it stands; 0 when nowhere.</summary>
    public (int First, int Count) Of(string folded) => _words.TryGetValue(folded, out var places) ? places : (-1, 0);

    /// <summary>The term that has the same word at the next position, or -1.</summary>
    public int Next(int term) => _next[term];

    /// <summary>The first term of a position, or -1.</summary>
    public int At(int position) => position >= 0 && position < _at.Length ? _at[position] : -1;
}
