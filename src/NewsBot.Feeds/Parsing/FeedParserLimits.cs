using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Parsing;

/// <summary>How much of a document is read.</summary>
public sealed record FeedParserLimits
{
    /// <summary>For documents of strangers.</summary>
    public static readonly FeedParserLimits Bot = new();

    /// <summary>For files that somebody at the machine names.</summary>
    public static readonly FeedParserLimits WholeFile = new() { Items = 100_000, DecodedBytes = 64 * 1024 * 1024 };

    public int Items { get; init; } = FeedLimits.ItemsPerFeed;

    public int DecodedBytes { get; init; } = FeedLimits.DecodedBytes;
}
