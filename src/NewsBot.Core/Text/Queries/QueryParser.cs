namespace NewsBot.Core.Text.Queries;

/// <summary>
/// Reads the query grammar: space = all, comma = any, "-" or "!" before a word excludes from the whole query, quotes = phrase, "=Apple" keeps case, "word*" prefix, "title:" "source:" "topic:" "lang:" name a field. Typographic quotes and dashes count as their ASCII forms.
/// </summary>
public static class QueryParser
{
    public const int MostCharacters = 500;
    public const int MostTerms = 30;

    public static QueryParseResult Parse(string text)
    {
        if (text.Length > MostCharacters)
        {
            return new QueryParseResult.Invalid($"The query is too long: use at most {MostCharacters} characters.");
        }

        var alternatives = new List<IReadOnlyList<QueryTerm>>();
        var excluded = new List<QueryTerm>();
        foreach (var part in SplitOutsideQuotes(Ascii(text), ','))
        {
            var terms = new List<QueryTerm>();
            foreach (var token in SplitOutsideQuotes(part, ' '))
            {
                var isExcluded = token.Length > 1 && token[0] is '-' or '!';
                if (Term(isExcluded ? token[1..] : token) is { } term)
                {
                    (isExcluded ? excluded : terms).Add(term);
                }
            }

            if (terms.Count > 0)
            {
                alternatives.Add(terms);
            }
        }

        var count = excluded.Count + alternatives.Sum(terms => terms.Count);
        return count switch
        {
            0 => new QueryParseResult.Invalid("The query is empty: give at least one word."),
            > MostTerms => new QueryParseResult.Invalid($"The query has too many words: use at most {MostTerms}."),
            _ => new QueryParseResult.Parsed(new Query(alternatives, excluded)),
        };
    }

    private static QueryTerm? Term(string token)
    {
        var (field, rest) = Field(token);
        var exact = rest.StartsWith('=');
        var phrase = rest.Length > 1 && rest.TrimStart('=').StartsWith('"');
        var isPrefix = rest.EndsWith('*');
        var plain = rest.TrimStart('=').Trim('"').TrimEnd('*').Trim();
        var words = Words.Folded(plain).ToList();
        return words.Count == 0 ? null : new QueryTerm(field, words, isPrefix, phrase, exact ? plain : null);
    }

    private static (QueryField Field, string Value) Field(string token)
    {
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        var field = colon > 0 ? token[..colon].ToLowerInvariant() : "";
        return field switch
        {
            "title" => (QueryField.Title, token[(colon + 1)..]),
            "source" => (QueryField.Source, token[(colon + 1)..]),
            "topic" => (QueryField.Topic, token[(colon + 1)..]),
            "lang" => (QueryField.Language, token[(colon + 1)..]),
            _ => (QueryField.Text, token),
        };
    }

    private static IEnumerable<string> SplitOutsideQuotes(string text, char separator)
    {
        var start = 0;
        var quoted = false;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] == '"')
            {
                quoted = !quoted;
            }

            var splits = at == text.Length || (!quoted && (text[at] == separator || (separator == ' ' && char.IsWhiteSpace(text[at]))));
            if (splits)
            {
                if (text[start..at].Trim() is { Length: > 0 } part)
                {
                    yield return part;
                }

                start = at + 1;
            }
        }
    }

    private static string Ascii(string text) => string.Concat(text.Select(unit => unit switch
    {
        '“' or '”' or '„' or '«' or '»' or '″' => '"',
        '–' or '—' or '−' or '‐' or '‑' => '-',
        '，' or '、' => ',',
        >= '０' and <= '９' => (char)(unit - '０' + '0'),
        _ => unit,
    }));
}

/// <summary>Either a query or a sentence that says what to do.</summary>
public abstract record QueryParseResult
{
    private QueryParseResult()
    {
    }

    public sealed record Parsed(Query Query) : QueryParseResult;

    public sealed record Invalid(string Advice) : QueryParseResult;
}
