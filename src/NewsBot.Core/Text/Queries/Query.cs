namespace NewsBot.Core.Text.Queries;

/// <summary>What a person typed as a query: alternatives of required terms, and terms that exclude. One grammar serves search, subscriptions and filters.</summary>
/// <param name="Alternatives">Any of them must match; in each, every term. Empty when the query only excludes.</param>
/// <param name="Excluded">None of them may match, whichever alternative does.</param>
public sealed record Query(IReadOnlyList<IReadOnlyList<QueryTerm>> Alternatives, IReadOnlyList<QueryTerm> Excluded)
{
    public bool IsOnlyExclusion => Alternatives.Count == 0;

    /// <summary>The terms that can be seen in a matching text.</summary>
    public IEnumerable<QueryTerm> Required => Alternatives.SelectMany(terms => terms);

    public bool Matches(SearchText text) => (IsOnlyExclusion || MatchesAnyAlternative(text)) && !MatchesAny(Excluded, text);

    private bool MatchesAnyAlternative(SearchText text)
    {
        foreach (var terms in Alternatives)
        {
            if (MatchesAll(terms, text))
            {
                return true;
            }
        }

        return false;
    }

    internal static bool MatchesAll(IReadOnlyList<QueryTerm> terms, SearchText text)
    {
        foreach (var term in terms)
        {
            if (!term.Matches(text))
            {
                return false;
            }
        }

        return true;
    }

    internal static bool MatchesAny(IReadOnlyList<QueryTerm> terms, SearchText text)
    {
        foreach (var term in terms)
        {
            if (term.Matches(text))
            {
                return true;
            }
        }

        return false;
    }
}
