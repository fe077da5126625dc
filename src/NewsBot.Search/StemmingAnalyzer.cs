using System.Buffers;
using System.Collections.Concurrent;
using NewsBot.Core.Text;

namespace NewsBot.Search;

/// <summary>The analysis of articles and queries with a stemmer per language. Words seen before cost a look-up; the memory of them is bounded.</summary>
public sealed class StemmingAnalyzer : ITermAnalyzer
{
    /// <summary>A guess.</summary>
    private const int CharactersATerm = 4;

    private readonly ConcurrentDictionary<string, Vocabulary> _vocabularies = new(StringComparer.Ordinal);

    public Term[] Analyze(string text, string? language)
    {
        var vocabulary = VocabularyOf(Stemmers.KeyOf(language));
        var buffer = ArrayPool<Term>.Shared.Rent((text.Length / CharactersATerm) + 2);
        var count = 0;
        var scanner = new TermScanner(text);
        while (scanner.TryNext(out var span))
        {
            buffer = count + 2 > buffer.Length ? Grown(buffer) : buffer;
            var form = vocabulary.FormOf(text.AsSpan(span.Start, span.Length));
            buffer[count++] = new Term(form.Stem, form.Folded, span.Position, span.Start, span.Length);
            if (!form.IsItsStem)
            {
                buffer[count++] = new Term(form.Folded, form.Folded, span.Position, span.Start, span.Length);
            }
        }

        var terms = buffer.AsSpan(0, count).ToArray();
        ArrayPool<Term>.Shared.Return(buffer);
        return terms;
    }

    private static Term[] Grown(Term[] buffer)
    {
        var grown = ArrayPool<Term>.Shared.Rent(2 * buffer.Length);
        buffer.CopyTo(grown, 0);
        ArrayPool<Term>.Shared.Return(buffer);
        return grown;
    }

    /// <summary>The word forms behind <see cref="Analyze"/>, for the index.</summary>
    /// <param name="key">Of <see cref="Stemmers.KeyOf"/>.</param>
    internal Vocabulary VocabularyOf(string key) =>
        _vocabularies.TryGetValue(key, out var known) ? known : _vocabularies.GetOrAdd(key, static key => new Vocabulary(key));
}
