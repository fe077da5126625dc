using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Subscriptions;

/// <summary>One query in the index, its terms bound to the keys that tell whether an article has them.</summary>
internal sealed class IndexedQuery
{
    private readonly List<QueryKey> _held = [];
    private readonly IndexedTerm[] _excluded;

    /// <param name="number">Its place in the index.</param>
    public IndexedQuery(int number, Query query, QueryKeys keys)
    {
        Number = number;
        _excluded = [.. query.Excluded.Select(term => Bind(term, keys))];
        Alternatives = query.IsOnlyExclusion
            ? [new IndexedAlternative(this, [], [keys.Always])]
            : [.. query.Alternatives.Select(terms => new IndexedAlternative(this, [.. terms.Select(term => Bind(term, keys))], KeysOf(terms, keys)))];
    }

    public int Number { get; }

    public IReadOnlyList<IndexedAlternative> Alternatives { get; }

    public bool Excludes => _excluded.Length > 0;

    public bool IsExcluded(SearchText text, ArticleMarks met)
    {
        foreach (var term in _excluded)
        {
            if (term.Holds(text, met))
            {
                return true;
            }
        }

        return false;
    }

    public void Release(QueryKeys keys)
    {
        foreach (var key in _held)
        {
            keys.Release(key);
        }
    }

    private IndexedTerm Bind(QueryTerm term, QueryKeys keys)
    {
        if (keys.Deciding(term) is not { } key)
        {
            return new IndexedTerm(term, null);
        }

        foreach (var needed in keys.Of(term))
        {
            Hold(needed);
        }

        return new IndexedTerm(term, key.Number);
    }

    private QueryKey[] KeysOf(IReadOnlyList<QueryTerm> terms, QueryKeys keys)
    {
        QueryKey[] all = [.. terms.SelectMany(term => keys.Of(term)).Distinct().Select(Hold)];
        return all.Length > 0 ? all : [keys.Always];
    }

    private QueryKey Hold(QueryKey key)
    {
        key.Holders++;
        _held.Add(key);
        return key;
    }
}
