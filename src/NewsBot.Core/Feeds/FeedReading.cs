using NewsBot.Core.Articles;

namespace NewsBot.Core.Feeds;

/// <summary>What one answer gave, before anything is stored.</summary>
internal sealed record FeedReading(FetchResult Result)
{
    /// <summary>Null when there was nothing to parse: a failure, a 304, the body of last time.</summary>
    public ParsedFeed? Parsed { get; init; }

    public IReadOnlyList<ArticleDraft> Drafts { get; init; } = [];

    /// <summary>Items that were not read again, as they are what they were.</summary>
    public IReadOnlyList<SeenItem> Unchanged { get; init; } = [];

    /// <summary>What was known of the feed's items when the document was read.</summary>
    public FeedMemory Memory { get; init; } = FeedMemory.Empty;

    public string? BodyHash { get; init; }

    /// <summary>A sentence for people.</summary>
    public string? Error { get; init; }
}
