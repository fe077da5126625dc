namespace NewsBot.Core.Summaries;

/// <summary>What is to be summarized, already free of boilerplate.</summary>
public sealed record SummaryRequest
{
    public required string Title { get; init; }

    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>What the feed itself says of the article; a hint, never quoted.</summary>
    public string? Description { get; init; }

    /// <summary>BCP 47 primary tag or null.</summary>
    public string? Language { get; init; }

    /// <summary>1 to 5.</summary>
    public int Sentences { get; init; } = 3;

    /// <summary>Words of the whole summary; by default 80 at three sentences and in proportion.</summary>
    public int? WordBudget { get; init; }
}
