using System.Collections.Concurrent;
using NewsBot.Core.Text;

namespace NewsBot.Search;

/// <summary>The word forms of one language. Remembers those met lately, in places that a word's hash names: a new word takes the place of the one that was met longest ago there. Thread-safe.</summary>
internal sealed class Vocabulary(string key)
{
    /// <summary>A power of two; each holds two words.</summary>
    private const int Places = 1 << 15;
    private const int LongestWord = 64;

    private readonly WordForm?[] _forms = new WordForm?[2 * Places];
    private readonly bool _stems = Stemmers.For(key) is not null;

    /// <summary>A stemmer serves one caller at a time.</summary>
    private readonly ConcurrentBag<Func<string, string>> _idle = [];

    public WordForm FormOf(ReadOnlySpan<char> word)
    {
        var place = 2 * PlaceOf(word);
        if (_forms[place] is { } newest && word.SequenceEqual(newest.Written))
        {
            return newest;
        }

        var form = _forms[place + 1] is { } older && word.SequenceEqual(older.Written) ? older : Make(word.ToString());
        if (word.Length <= LongestWord)
        {
            // Two threads may lose a word here, which is then made again.
            _forms[place + 1] = _forms[place];
            _forms[place] = form;
        }

        return form;
    }

    private static int PlaceOf(ReadOnlySpan<char> word)
    {
        var hash = 2_166_136_261u;
        foreach (var unit in word)
        {
            hash = (hash ^ unit) * 16_777_619u;
        }

        return (int)((hash ^ (hash >> 15)) & (Places - 1));
    }

    private WordForm Make(string word)
    {
        var folded = TermSpans.Fold(word);
        return new WordForm(word, folded, _stems && word.Length <= LongestWord ? Folded(StemOf(word), folded) : folded, key);
    }

    private string StemOf(string word)
    {
        var stem = _idle.TryTake(out var idle) ? idle : Stemmers.For(key)!;
        var stemmed = stem(Stemmers.ToLower(word, key));
        _idle.Add(stem);
        return stemmed;
    }

    /// <summary>A stemmer that leaves nothing leaves the word.</summary>
    private static string Folded(string stem, string folded) => TermSpans.Fold(stem) is { Length: > 0 } text && !string.Equals(text, folded, StringComparison.Ordinal) ? text : folded;
}
