namespace NewsBot.Core.Text.Queries;

/// <summary>What a person typed as a query: alternatives of required terms, and terms that exclude. One grammar serves search, subscriptions and filters.</summary>
/// <param name="Alternatives">Any of them must match; in each, every term. Empty when the query only excludes.</param>
public sealed record Query(IReadOnlyList<IReadOnlyList<QueryTerm>> Alternatives, IReadOnlyList<QueryTerm> Excluded)
{
    public bool IsOnlyExclusion => Alternatives.Count == 0;

    public bool Matches(SearchText text) =>
        (IsOnlyExclusion || Alternatives.Any(terms => terms.All(term => term.Matches(text)))) && !Excluded.Any(term => term.Matches(text));
}

/// <summary>One word or phrase.</summary>
/// <param name="Words">Folded words in order; one for a plain word.</param>
/// <param name="IsPrefix">The last word may go on.</param>
/// <param name="ExactCase">The text as typed where case counts, else null.</param>
public sealed record QueryTerm(QueryField Field, IReadOnlyList<string> Words, bool IsPrefix, bool IsPhrase, string? ExactCase)
{
    public bool Matches(SearchText text) => Field switch
    {
        QueryField.Source => text.Source.Contains(string.Join(' ', Words), StringComparison.Ordinal),
        QueryField.Topic => text.Topics.Contains(string.Join(' ', Words), StringComparer.OrdinalIgnoreCase),
        QueryField.Language => string.Equals(text.Language, Words[0], StringComparison.Ordinal),
        QueryField.Title => In(text.TitleWords, text.Title),
        _ => In(text.AllWords, text.Original),
    };

    private bool In(IReadOnlyList<string> words, string original)
    {
        for (var start = 0; start + Words.Count <= words.Count; start++)
        {
            if (MatchesAt(words, start))
            {
                return ExactCase is null || original.Contains(ExactCase, StringComparison.Ordinal);
            }
        }

        return false;
    }

    private bool MatchesAt(IReadOnlyList<string> words, int start)
    {
        for (var at = 0; at < Words.Count; at++)
        {
            var isLast = at == Words.Count - 1;
            var word = words[start + at];
            var equal = isLast && IsPrefix ? word.StartsWith(Words[at], StringComparison.Ordinal) : string.Equals(word, Words[at], StringComparison.Ordinal);
            if (!equal)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Where a term is looked for.</summary>
public enum QueryField
{
    Text,
    Title,
    Source,
    Topic,
    Language,
}
