namespace NewsBot.Core.Articles;

/// <summary>An article that was read but has no id yet.</summary>
public sealed record ArticleDraft
{
    /// <summary>Identity within its feed.</summary>
    public required string Key { get; init; }

    public required string Title { get; init; }

    public string? Url { get; init; }

    public required string Source { get; init; }

    public string? Author { get; init; }

    public string? Language { get; init; }

    /// <summary>UTC, never in the future; null when the publisher gave no date.</summary>
    public DateTimeOffset? Published { get; init; }

    public required IReadOnlyList<string> Paragraphs { get; init; }

    public required IReadOnlyList<string> Summary { get; init; }

    public string? Image { get; init; }

    public required string ContentHash { get; init; }

    /// <summary>Hash of what it was read from, so that the same item is not read again; null for texts that come once.</summary>
    public string? RawHash { get; init; }
}
