namespace NewsBot.Core.Feeds;

/// <summary>One entry of a feed document.</summary>
public sealed record ParsedItem
{
    /// <summary>guid, atom:id or JSON id exactly as published, white space trimmed.</summary>
    public string? Id { get; init; }

    public FeedText? Title { get; init; }

    /// <summary>Absolute http(s) address of the article; a permalink guid counts when there is no link.</summary>
    public string? Link { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public string? Author { get; init; }

    /// <summary>Name of the publisher an aggregator took the item from (RSS and Atom source).</summary>
    public string? Source { get; init; }

    /// <summary>RSS description, Atom summary, JSON summary.</summary>
    public FeedText? Summary { get; init; }

    /// <summary>content:encoded, Atom content, JSON content_html or content_text.</summary>
    public FeedText? Content { get; init; }

    public string? Language { get; init; }

    public string? Image { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];
}

/// <summary>A file attached to an item; <paramref name="Length"/> in bytes as declared.</summary>
public sealed record Enclosure(string Url, string? Type, long? Length);
