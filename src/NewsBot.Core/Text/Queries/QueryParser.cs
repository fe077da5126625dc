namespace NewsBot.Core.Text.Queries;

/// <summary>
/// Reads the query grammar: space = all, comma = any, "-" or "!" before a word excludes from the whole query, quotes = phrase without stemming, "=Apple" keeps case, "word*" prefix, "/regex/" in filters, "title:" "source:" "topic:" "lang:" name a field.
/// AND, OR and NOT in capitals count as a space, a comma and "-". Typographic quotes, dashes, commas and full-width forms count as their ASCII forms. Never throws; what cannot be read comes back as advice.
/// </summary>
public static class QueryParser
{
    public const int MostCharacters = 500;
    public const int MostTerms = 30;
    private const int ShortestPrefix = 2;

    public static QueryParseResult Parse(string text, QueryUse use = QueryUse.Filter) =>
        text.Length > MostCharacters ? TooLong() : Parse(new QueryLexer(text).Read(), use);

    internal static QueryParseResult.Invalid TooLong() => new($"The query is too long: use at most {MostCharacters} characters.");

    internal static QueryParseResult Parse(IReadOnlyList<QueryToken> tokens, QueryUse use)
    {
        var alternatives = new List<IReadOnlyList<QueryTerm>>();
        var excluded = new List<QueryTerm>();
        var terms = new List<QueryTerm>();
        foreach (var token in tokens)
        {
            switch (Term(token, use))
            {
                case TermResult.Found(var term):
                    (token.IsExcluded ? excluded : terms).Add(term);
                    break;
                case TermResult.Wrong(var advice):
                    return new QueryParseResult.Invalid(advice);
                default:
                    break;
            }

            if (token.EndsAlternative && terms.Count > 0)
            {
                alternatives.Add(terms);
                terms = [];
            }
        }

        if (terms.Count > 0)
        {
            alternatives.Add(terms);
        }

        return Check(new Query(alternatives, excluded), use);
    }

    private static QueryParseResult Check(Query query, QueryUse use) => (query.Excluded.Count + query.Required.Count()) switch
    {
        0 => new QueryParseResult.Invalid("The query is empty: give at least one word."),
        > MostTerms => new QueryParseResult.Invalid($"The query has too many words: use at most {MostTerms}."),
        _ when query.IsOnlyExclusion && use != QueryUse.Filter => new QueryParseResult.Invalid("The query only excludes. Add at least one word that must occur."),
        _ => new QueryParseResult.Parsed(query),
    };

    private static TermResult Term(QueryToken token, QueryUse use) => token switch
    {
        { Kind: QueryTokenKind.Unclosed } => new TermResult.Wrong($"The quote before {TextCut.At(token.Value, 40)} is not closed. Close it, or leave it out."),
        { Field: "since" or "before" or "sent" } => new TermResult.Wrong($"{token.Field}: works in /search only. Leave it out here."),
        { Field: "site" } => new TermResult.Wrong("site: is not known here. source: takes a publisher's name, as in source:globe."),
        { Kind: QueryTokenKind.Pattern } => Pattern(token, use),
        _ when token.Value.Contains('*', StringComparison.Ordinal) => new TermResult.Wrong($"In {token.Typed} the star must stand at the end of the word, as in harb*."),
        { Field: "source" } => Named(token, words => new QueryTerm.Source(token.Typed, words)),
        { Field: "topic" } => Named(token, _ => new QueryTerm.Topic(token.Typed, token.Value.Trim().ToLowerInvariant())),
        { Field: "lang" } => Language(token),
        _ => Words(token),
    };

    private static TermResult Pattern(QueryToken token, QueryUse use)
    {
        if (use != QueryUse.Filter)
        {
            return new TermResult.Wrong("A regular expression works in filters only. Use words here, and /filter for the expression.");
        }

        if (token.Field is not (null or "title"))
        {
            return new TermResult.Wrong($"{token.Field}: takes a name, not a regular expression.");
        }

        return TextPattern.Create(token.Value, out var advice) is { } pattern
            ? new TermResult.Found(new QueryTerm.Pattern(token.Typed, token.Field == "title", pattern))
            : new TermResult.Wrong(advice);
    }

    private static TermResult Named(QueryToken token, Func<string, QueryTerm> term) =>
        QueryTerm.JoinWords(token.Value) is { Length: > 0 } words ? new TermResult.Found(term(words)) : Missing(token.Field!);

    private static TermResult Language(QueryToken token)
    {
        var code = token.Value.Split('-', '_')[0].Trim().ToLowerInvariant();
        return code.Length switch
        {
            0 => Missing("lang"),
            2 or 3 when code.All(char.IsAsciiLetterLower) => new TermResult.Found(new QueryTerm.Language(token.Typed, code)),
            _ => new TermResult.Wrong($"{token.Value} is not a language code. Use two letters, as in lang:de."),
        };
    }

    private static TermResult Words(QueryToken token)
    {
        var spans = TermSpans.Of(token.Value).ToList();
        if (spans.Count == 0)
        {
            return token.Field is null ? new TermResult.Nothing() : Missing(token.Field);
        }

        // The lone last character of a run without spaces repeats what its pair says.
        var words = spans.Where((span, at) => at == 0 || span.Position > spans[at - 1].Position)
            .Select(span => token.Value.Substring(span.Start, span.Length))
            .Select(word => new QueryWord(TermSpans.Fold(word), word))
            .ToList();
        var last = words[^1].Folded;
        var isCharacter = last.Length == 1 && Text.Words.IsPaired(last[0]);
        if (token.IsPrefix && last.Length < ShortestPrefix && !isCharacter)
        {
            return new TermResult.Wrong($"{token.Typed} is too short: give at least {ShortestPrefix} letters before the star.");
        }

        var isPrefix = token.IsPrefix || isCharacter;
        var isStemmed = words.Count == 1 && token.Kind == QueryTokenKind.Plain && !isPrefix && !token.KeepsCase;
        return new TermResult.Found(new QueryTerm.Words(token.Typed, token.Field == "title", words, isPrefix, isStemmed, token.KeepsCase));
    }

    private static TermResult.Wrong Missing(string field) => new($"After {field}: something is missing. Write it without a space, as in {field}:word.");

    /// <summary>What one token came to.</summary>
    private abstract record TermResult
    {
        public sealed record Found(QueryTerm Term) : TermResult;

        public sealed record Wrong(string Advice) : TermResult;

        /// <summary>Punctuation alone.</summary>
        public sealed record Nothing : TermResult;
    }
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
