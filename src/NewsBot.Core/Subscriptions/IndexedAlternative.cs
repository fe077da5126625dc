using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Subscriptions;

/// <summary>One alternative of a query: terms that must all hold.</summary>
internal sealed class IndexedAlternative(IndexedQuery query, IndexedTerm[] terms, QueryKey[] keys)
{
    private const int KeysOnHook = 3;

    private QueryKey? _hook;

    public QueryKey Hook => _hook!;

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

    /// <summary>Hangs it on the key that was met least so far; the next two are asked before anything else.</summary>
    public void Hang(QueryKey always)
    {
        PutRarestFirst();
        var isDecidedByKeys = keys.Length <= KeysOnHook && !query.Excludes && Array.TrueForAll(terms, term => term.Key is not null);
        _hook = keys[0];
        _hook.Hang(new HangingAlternative(query.Number, Number(1), Number(2), this, isDecidedByKeys));

        int Number(int at) => at < keys.Length ? keys[at].Number : always.Number;
    }

    /// <summary>Only as many as stand on a hook.</summary>
    private void PutRarestFirst()
    {
        for (var place = 0; place < Math.Min(KeysOnHook, keys.Length - 1); place++)
        {
            var (rarest, least) = (place, keys[place].Cost);
            for (var at = place + 1; at < keys.Length; at++)
            {
                if (keys[at].Cost is var cost && cost < least)
                {
                    (rarest, least) = (at, cost);
                }
            }

            (keys[place], keys[rarest]) = (keys[rarest], keys[place]);
        }
    }

    /// <summary>True when another of its keys was met far more rarely than the one it hangs on: small differences are chance and not worth a move.</summary>
    public bool ShouldMove()
    {
        var least = double.MaxValue;
        for (var at = 1; at < keys.Length; at++)
        {
            least = Math.Min(least, keys[at].Cost);
        }

        return keys.Length > 1 && Hook.Cost > (2 * least) + 1;
    }

    public void TakeDown() => Hook.TakeDown(this);
}

/// <summary>An alternative on its hook, with two more keys that every article that matches meets: most articles are told apart without looking at the alternative.</summary>
/// <param name="IsDecidedByKeys">The three keys say all: there is nothing else to look at.</param>
internal readonly record struct HangingAlternative(int Query, int Second, int Third, IndexedAlternative Alternative, bool IsDecidedByKeys);

/// <summary>A term that is known to hold when its key was met, or else is looked up in the text.</summary>
internal readonly record struct IndexedTerm(QueryTerm Term, int? Key)
{
    public bool Holds(SearchText text, ArticleMarks met) => Key is { } key ? met.Holds(key) : Term.Matches(text);
}
