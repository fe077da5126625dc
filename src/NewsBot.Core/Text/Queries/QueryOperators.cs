namespace NewsBot.Core.Text.Queries;

/// <summary>Reads AND, OR and NOT in capitals as people know them from other searches: OR as a comma, NOT as "-", AND as nothing. At an end where they join nothing they stay words, and so does "or".</summary>
internal static class QueryOperators
{
    public static List<QueryToken> Apply(IReadOnlyList<QueryToken> tokens)
    {
        var applied = new List<QueryToken>(tokens.Count);
        var excludesNext = false;
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            var goesOn = at + 1 < tokens.Count && !token.EndsAlternative;
            switch (IsBare(token) && goesOn ? token.Value : null)
            {
                case "NOT":
                    excludesNext = true;
                    break;
                case "AND" when applied.Count > 0:
                    break;
                case "OR" when applied.Count > 0:
                    applied[^1] = applied[^1] with { EndsAlternative = true };
                    break;
                default:
                    applied.Add(excludesNext ? token with { IsExcluded = true } : token);
                    excludesNext = false;
                    break;
            }
        }

        return applied;
    }

    private static bool IsBare(QueryToken token) => token is { Kind: QueryTokenKind.Plain, Field: null, IsExcluded: false, KeepsCase: false, IsPrefix: false };
}
