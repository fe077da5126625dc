namespace NewsBot.Core.Text.Queries;

/// <summary>One requirement of a query: words, a pattern, or the value of a field.</summary>
/// <param name="Typed">As the person wrote it, without a leading exclusion sign.</param>
public abstract record QueryTerm(string Typed)
{
    public abstract bool Matches(SearchText text);

    /// <summary>One word, or several that follow each other.</summary>
    /// <param name="InTitle">Looked for in the title only, else in title and body.</param>
    /// <param name="IsPrefix">The last word may go on.</param>
    /// <param name="IsStemmed">A single plain word matches its other forms too.</param>
    /// <param name="KeepsCase">The letters must stand in the text exactly as typed.</param>
    public sealed record Words(string Typed, bool InTitle, IReadOnlyList<QueryWord> Sequence, bool IsPrefix, bool IsStemmed, bool KeepsCase) : QueryTerm(Typed)
    {
        public override bool Matches(SearchText text) => text.Title.Contains(this) || (!InTitle && text.Body.Contains(this));
    }

    /// <summary>A regular expression over title and body, or the title alone.</summary>
    public sealed record Pattern(string Typed, bool InTitle, TextPattern Expression) : QueryTerm(Typed)
    {
        public override bool Matches(SearchText text) => Expression.IsMatch(text.Title.Text) || (!InTitle && Expression.IsMatch(text.Body.Text));
    }

    /// <summary>The publisher's name holds these words.</summary>
    /// <param name="Name">Folded words joined by spaces.</param>
    public sealed record Source(string Typed, string Name) : QueryTerm(Typed)
    {
        public override bool Matches(SearchText text) => text.Source.Contains(Name, StringComparison.Ordinal);
    }

    /// <summary>The article's feed has this topic.</summary>
    public sealed record Topic(string Typed, string Name) : QueryTerm(Typed)
    {
        public override bool Matches(SearchText text) => text.Topics.Contains(Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The article is written in this language.</summary>
    /// <param name="Code">BCP 47 primary tag in lower case.</param>
    public sealed record Language(string Typed, string Code) : QueryTerm(Typed)
    {
        public override bool Matches(SearchText text) => string.Equals(text.Language, Code, StringComparison.Ordinal);
    }

    /// <summary>Folded words joined by spaces: how names of sources are compared.</summary>
    public static string JoinWords(string text) => string.Join(' ', TermSpans.Of(text).Select(span => TermSpans.Fold(text.Substring(span.Start, span.Length))));
}

/// <summary>One word of a query.</summary>
/// <param name="Folded">Lower case without diacritics.</param>
/// <param name="Typed">As written, which is what stemming and exact case need.</param>
public readonly record struct QueryWord(string Folded, string Typed);
