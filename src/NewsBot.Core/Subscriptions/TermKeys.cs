using System.Runtime.InteropServices;
using NewsBot.Core.Text;

namespace NewsBot.Core.Subscriptions;

/// <summary>Which keys of stems and words a term meets, in each language met so far: one look-up for each term of a text.</summary>
internal sealed class TermKeys(ITermAnalyzer analyzer)
{
    /// <summary>Feeds may declare any language; a table that would grow beyond this starts anew.</summary>
    private const int MostLanguages = 40;

    private readonly Dictionary<string, Dictionary<string, MetKeys>> _languages = new(StringComparer.Ordinal);

    /// <param name="keys">All that are held: a language that was not met before takes them in.</param>
    public Dictionary<string, MetKeys> Of(string language, IEnumerable<QueryKey> keys)
    {
        if (_languages.TryGetValue(language, out var known))
        {
            return known;
        }

        if (_languages.Count == MostLanguages)
        {
            _languages.Clear();
        }

        var terms = new Dictionary<string, MetKeys>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            Add(key, language, terms);
        }

        return _languages[language] = terms;
    }

    public void Add(QueryKey key)
    {
        foreach (var (language, terms) in _languages)
        {
            Add(key, language, terms);
        }
    }

    public void Remove(QueryKey key)
    {
        foreach (var (language, terms) in _languages)
        {
            foreach (var term in TermsOf(key, language))
            {
                var left = terms[term].Without(key);
                if (left.IsEmpty)
                {
                    terms.Remove(term);
                }
                else
                {
                    terms[term] = left;
                }
            }
        }
    }

    private void Add(QueryKey key, string language, Dictionary<string, MetKeys> terms)
    {
        foreach (var term in TermsOf(key, language))
        {
            ref var met = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, term, out _);
            met = met.With(key);
        }
    }

    private IEnumerable<string> TermsOf(QueryKey key, string language) => key.Kind == QueryKeyKind.Word
        ? [key.Text]
        : analyzer.Analyze(key.Text, language).Select(term => term.Value).Distinct(StringComparer.Ordinal);
}

/// <summary>The keys that a term meets.</summary>
/// <param name="Word">Where the term is the word itself and not only its stem.</param>
internal readonly record struct MetKeys(QueryKey? Word, QueryKey[]? Stems)
{
    public bool IsEmpty => Word is null && Stems is null;

    public MetKeys With(QueryKey key) => key.Kind == QueryKeyKind.Word ? this with { Word = key } : this with { Stems = [.. Stems ?? [], key] };

    public MetKeys Without(QueryKey key) => key.Kind == QueryKeyKind.Word ? this with { Word = null }
        : Stems is { Length: > 1 } ? this with { Stems = [.. Stems.Where(other => !ReferenceEquals(other, key))] }
        : this with { Stems = null };
}
