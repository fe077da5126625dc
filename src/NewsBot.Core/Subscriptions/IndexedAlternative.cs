using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Subscriptions;

/// <summary>One alternative of a query: terms that must all hold.</summary>
internal sealed class IndexedAlternative(IndexedQuery query, IndexedTerm[] terms, QueryKey[] keys)
{
    private const int KeysOnHook = 3;

    private QueryKey? _hook;

    public bool Matches(SearchText text, ArticleMarks met)
    {
        foreach (var term in terms)
        {
            if (!term.Holds(text, met))
            {
                return false;
            }
        }

        return !query.IsExcluded(text, met);
    }

    /// <summary>Hangs it on the key that was met least; the next two are asked before anything else.</summary>
    public void Hang(QueryKey always)
    {
        if (keys.Length > 1)
        {
            Array.Sort(keys, static (one, other) => one.Cost.CompareTo(other.Cost));
        }

        var isDecidedByKeys = keys.Length <= KeysOnHook && !query.Excludes && Array.TrueForAll(terms, term => term.Key is not null);
        _hook = keys[0];
        _hook.Hanging.Add(new HangingAlternative(query.Number, Number(1), Number(2), this, isDecidedByKeys));

        int Number(int at) => at < keys.Length ? keys[at].Number : always.Number;
    }

    public void TakeDown()
    {
        var hanging = _hook!.Hanging;
        hanging.RemoveAt(hanging.FindIndex(other => ReferenceEquals(other.Alternative, this)));
    }

    public void Unhook() => _hook!.Hanging.Clear();
}

/// <summary>An alternative on its hook, with two more keys that every article that matches meets: most articles are told apart without looking at the alternative.</summary>
/// <param name="IsDecidedByKeys">The three keys say all: there is nothing else to look at.</param>
internal readonly record struct HangingAlternative(int Query, int Second, int Third, IndexedAlternative Alternative, bool IsDecidedByKeys);

/// <summary>A term that is known to hold when its key was met, or else is looked up in the text.</summary>
internal readonly record struct IndexedTerm(QueryTerm Term, int? Key)
{
    public bool Holds(SearchText text, ArticleMarks met) => Key is { } key ? met.Holds(key) : Term.Matches(text);
}
