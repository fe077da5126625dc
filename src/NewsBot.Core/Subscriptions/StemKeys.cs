using NewsBot.Core.Text;

namespace NewsBot.Core.Subscriptions;

/// <summary>Which keys a stem meets in each language met so far.</summary>
internal sealed class StemKeys(ITermAnalyzer analyzer)
{
    /// <summary>Feeds may declare any language; a table that would grow beyond this starts anew.</summary>
    private const int MostLanguages = 40;

    private readonly Dictionary<string, Dictionary<string, QueryKey[]>> _languages = new(StringComparer.Ordinal);

    /// <param name="keys">All that are held: a language that was not met before takes them in.</param>
    public Dictionary<string, QueryKey[]> Of(string language, IEnumerable<QueryKey> keys)
    {
        if (_languages.TryGetValue(language, out var known))
        {
            return known;
        }

        if (_languages.Count == MostLanguages)
        {
            _languages.Clear();
        }

        var stems = new Dictionary<string, QueryKey[]>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            Add(key, language, stems);
        }

        return _languages[language] = stems;
    }

    public void Add(QueryKey key)
    {
        foreach (var (language, stems) in _languages)
        {
            Add(key, language, stems);
        }
    }

    public void Remove(QueryKey key)
    {
        foreach (var (language, stems) in _languages)
        {
            foreach (var stem in StemsOf(key, language))
            {
                QueryKey[] left = [.. stems[stem].Where(other => !ReferenceEquals(other, key))];
                if (left.Length == 0)
                {
                    stems.Remove(stem);
                }
                else
                {
                    stems[stem] = left;
                }
            }
        }
    }

    private void Add(QueryKey key, string language, Dictionary<string, QueryKey[]> stems)
    {
        foreach (var stem in StemsOf(key, language))
        {
            stems[stem] = [.. stems.GetValueOrDefault(stem, []), key];
        }
    }

    private IEnumerable<string> StemsOf(QueryKey key, string language) => analyzer.Analyze(key.Text, language).Select(term => term.Value).Distinct(StringComparer.Ordinal);
}
