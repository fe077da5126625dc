using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Subscriptions;

/// <summary>One query in the index, its terms bound to the keys that tell whether an article has them.</summary>
internal sealed class IndexedQuery
{
    private readonly List<QueryKey> _held = [];
    private readonly IndexedTerm[] _excluded;

    public IndexedQuery(SubscriptionId id, Query query, QueryKeys keys)
    {
        Id = id;
        _excluded = [.. query.Excluded.Select(term => Bind(term, keys))];
        Alternatives = query.IsOnlyExclusion
            ? [new IndexedAlternative(this, [], [keys.Always])]
            : [.. query.Alternatives.Select(terms => new IndexedAlternative(this, [.. terms.Select(term => Bind(term, keys))], KeysOf(terms, keys)))];
    }

    public SubscriptionId Id { get; }

    public IReadOnlyList<IndexedAlternative> Alternatives { get; }

    /// <summary>The article that found it last, so that it is found once by each.</summary>
    public long LastFound { get; set; }

    public bool IsExcluded(SearchText text, long now)
    {
        foreach (var term in _excluded)
        {
            if (term.Holds(text, now))
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

    private IndexedTerm Bind(QueryTerm term, QueryKeys keys) =>
        new(term, term is QueryTerm.Words { IsStemmed: true, InTitle: false } word ? Hold(keys.Stem(word.Sequence[0])) : null);

    private QueryKey[] KeysOf(IReadOnlyList<QueryTerm> terms, QueryKeys keys)
    {
        QueryKey[] all = [.. terms.SelectMany(term => keys.Of(term)).Select(Hold)];
        return all.Length > 0 ? all : [keys.Always];
    }

    private QueryKey Hold(QueryKey key)
    {
        key.Holders++;
        _held.Add(key);
        return key;
    }
}

/// <summary>One alternative of a query: terms that must all hold.</summary>
internal sealed class IndexedAlternative(IndexedQuery query, IndexedTerm[] terms, QueryKey[] keys)
{
    public IndexedQuery Query => query;

    /// <summary>Each of them is met by every article that matches.</summary>
    public QueryKey[] Keys => keys;

    /// <summary>The key it hangs on.</summary>
    public QueryKey? Key { get; set; }

    public bool Matches(SearchText text, long now)
    {
        foreach (var term in terms)
        {
            if (!term.Holds(text, now))
            {
                return false;
            }
        }

        return !query.IsExcluded(text, now);
    }
}

/// <summary>A term that is known to hold when its key was met, or else is looked up in the text.</summary>
internal readonly record struct IndexedTerm(QueryTerm Term, QueryKey? Key)
{
    public bool Holds(SearchText text, long now) => Key is { } key ? key.LastMet == now : Term.Matches(text);
}
