namespace NewsBot.Core.Text.Queries;

/// <summary>One piece of a query between spaces or commas.</summary>
/// <param name="Field">The name before the colon in lower case, or null.</param>
/// <param name="Value">Without signs, field name and delimiters.</param>
/// <param name="EndsAlternative">A comma follows.</param>
internal sealed record QueryToken(QueryTokenKind Kind, string? Field, string Value, string Typed, bool IsExcluded, bool KeepsCase, bool IsPrefix, bool EndsAlternative);

/// <summary>How a token is delimited.</summary>
internal enum QueryTokenKind
{
    Plain,
    Quoted,
    Pattern,

    /// <summary>A quote that is never closed.</summary>
    Unclosed,
}
