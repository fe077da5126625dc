using System.Collections.Concurrent;
using NewsBot.Core.Text;

namespace NewsBot.Search;

/// <summary>The analysis of articles and queries with a stemmer per language. Words seen before cost a look-up; the memory of them is bounded.</summary>
public sealed class StemmingAnalyzer : ITermAnalyzer
{
    private readonly ConcurrentDictionary<string, Vocabulary> _vocabularies = new(StringComparer.Ordinal);

    public IReadOnlyList<Term> Analyze(string text, string? language)
    {
        var vocabulary = _vocabularies.GetOrAdd(Stemmers.KeyOf(language), static key => new Vocabulary(key));
        var terms = new List<Term>((text.Length / 6) + 1);
        foreach (var span in TermSpans.Of(text))
        {
            var form = vocabulary.FormOf(text.AsSpan(span.Start, span.Length));
            terms.Add(new Term(form.Stem, form.Folded, span.Position, span.Start, span.Length));
            if (!ReferenceEquals(form.Stem, form.Folded))
            {
                terms.Add(new Term(form.Folded, form.Folded, span.Position, span.Start, span.Length));
            }
        }

        return terms;
    }

    /// <summary>What a word is in one language.</summary>
    /// <param name="Stem">Folded too; the same object as <paramref name="Folded"/> when equal.</param>
    private sealed record WordForm(string Folded, string Stem);

    /// <summary>The word forms of one language that were met lately. Thread-safe.</summary>
    private sealed class Vocabulary(string key)
    {
        private const int MostWords = 60_000;
        private const int LongestWord = 64;

        private readonly ConcurrentDictionary<string, WordForm> _forms = new(StringComparer.Ordinal);
        private readonly Func<string, string>? _stem = Stemmers.For(key);
        private readonly Lock _lock = new();
        private int _count;

        public WordForm FormOf(ReadOnlySpan<char> word)
        {
            if (_forms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var known))
            {
                return known;
            }

            var text = word.ToString();
            var form = Make(text);
            if (text.Length <= LongestWord && _forms.TryAdd(text, form) && Interlocked.Increment(ref _count) > MostWords)
            {
                _forms.Clear();
                Interlocked.Exchange(ref _count, 0);
            }

            return form;
        }

        private WordForm Make(string word)
        {
            var folded = TermSpans.Fold(word);
            if (_stem is null || word.Length > LongestWord)
            {
                return new WordForm(folded, folded);
            }

            lock (_lock)
            {
                return new WordForm(folded, Folded(_stem(Stemmers.ToLower(word, key)), folded));
            }
        }

        /// <summary>A stemmer that leaves nothing leaves the word.</summary>
        private static string Folded(string stem, string folded) => TermSpans.Fold(stem) is { Length: > 0 } text && !string.Equals(text, folded, StringComparison.Ordinal) ? text : folded;
    }
}
