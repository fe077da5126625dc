namespace NewsBot.Core.Text.Queries;

/// <summary>Changes a query as it was typed, piece by piece: a piece inside another word is left alone.</summary>
public static class TypedQuery
{
    /// <param name="piece">As typed; the first place where it stands by itself is replaced.</param>
    public static string Replace(string query, string piece, string by)
    {
        for (var at = query.IndexOf(piece, StringComparison.OrdinalIgnoreCase); at >= 0; at = query.IndexOf(piece, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || IsBetween(query[at - 1])) && (at + piece.Length == query.Length || IsBetween(query[at + piece.Length])))
            {
                return string.Concat(query.AsSpan(0, at), by, query.AsSpan(at + piece.Length));
            }
        }

        return query;
    }

    public static string Without(string query, string piece) => string.Join(' ', Replace(query, piece, "").Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The bounds of time in the query, as typed.</summary>
    public static IReadOnlyList<string> Times(string query) =>
        [.. query.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(piece => piece.StartsWith("since:", StringComparison.OrdinalIgnoreCase) || piece.StartsWith("before:", StringComparison.OrdinalIgnoreCase))];

    private static bool IsBetween(char unit) => unit is ' ' or ',' or '-' or '!' or ':' or '=';
}
