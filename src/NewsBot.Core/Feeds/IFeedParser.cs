namespace NewsBot.Core.Feeds;

/// <summary>Reads a feed document of any supported format. Pure, thread-safe, bounded in memory and time; never throws for bad input.</summary>
public interface IFeedParser
{
    FeedParseResult Parse(FeedDocument document);
}

/// <summary>The bytes of a response, already without transfer coding, with what the response said of them.</summary>
/// <param name="Body">At most <see cref="FeedLimits.DecodedBytes"/> bytes.</param>
/// <param name="BaseUrl">Final address of the response (Content-Location where given), or null.</param>
/// <param name="ContentType">The header's value as sent, or null.</param>
public sealed record FeedDocument(ReadOnlyMemory<byte> Body, Uri? BaseUrl, string? ContentType);

/// <summary>Either a feed or the reason why the document is none.</summary>
public abstract record FeedParseResult
{
    private FeedParseResult()
    {
    }

    public sealed record Parsed(ParsedFeed Feed) : FeedParseResult;

    /// <param name="Reason">A short sentence for people, such as "This is a web page, not a feed."</param>
    public sealed record NotAFeed(NotAFeedKind Kind, string Reason) : FeedParseResult;
}

/// <summary>Why a document is no feed.</summary>
public enum NotAFeedKind
{
    Empty,
    Html,
    Binary,
    Unreadable,
}
