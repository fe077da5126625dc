namespace NewsBot.Feeds.Extraction;

/// <summary>What the JSON-LD of a page says of its article; texts as written, HTML and all.</summary>
internal sealed record LinkedArticle
{
    public static readonly LinkedArticle None = new();

    /// <summary>The date of the page itself where no article gives one.</summary>
    public string? PagePublished { get; init; }

    public bool IsFound { get; init; }

    public bool IsLiveBlog { get; init; }

    public string? Headline { get; init; }

    public string? Published { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public string? Publisher { get; init; }

    public string? Image { get; init; }

    public string? Language { get; init; }

    public string? Body { get; init; }

    /// <summary>Null when the page does not say.</summary>
    public bool? IsFree { get; init; }
}
