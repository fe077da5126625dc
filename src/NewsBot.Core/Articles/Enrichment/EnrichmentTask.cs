namespace NewsBot.Core.Articles.Enrichment;

/// <summary>One article whose page is to be read; a durable row, one an article.</summary>
public sealed record EnrichmentTask
{
    public required ArticleId Article { get; init; }

    /// <summary>Absolute http(s) address of the page.</summary>
    public required Uri Url { get; init; }

    /// <summary>Tries so far.</summary>
    public int Attempts { get; init; }

    public required DateTimeOffset Due { get; init; }
}
