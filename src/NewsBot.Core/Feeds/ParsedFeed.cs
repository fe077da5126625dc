namespace NewsBot.Core.Feeds;

/// <summary>What a feed document says, in one model for every format. Addresses are absolute; text is as published, markup included where <see cref="FeedText.IsHtml"/>.</summary>
public sealed record ParsedFeed
{
    public required FeedFormat Format { get; init; }

    public FeedText? Title { get; init; }

    /// <summary>The site the feed belongs to.</summary>
    public string? Link { get; init; }

    public FeedText? Description { get; init; }

    /// <summary>BCP 47 as declared, not checked against the text.</summary>
    public string? Language { get; init; }

    public string? Author { get; init; }

    public string? Image { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>The address the feed gives itself (atom:link rel=self, feed_url).</summary>
    public string? Self { get; init; }

    /// <summary>Where the document says that the feed lives from now on (itunes:new-feed-url).</summary>
    public string? NewAddress { get; init; }

    /// <summary>In document order, at most <see cref="FeedLimits.ItemsPerFeed"/>.</summary>
    public required IReadOnlyList<ParsedItem> Items { get; init; }

    public PaceHints Pace { get; init; } = PaceHints.None;

    /// <summary>True when the document was not well-formed and was read leniently.</summary>
    public bool Repaired { get; init; }
}
