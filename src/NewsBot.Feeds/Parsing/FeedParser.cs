using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Parsing;

/// <summary>
/// Reads RSS 0.9x, 1.0, 2.0, Atom 0.3, 1.0, CDF, news sitemaps and JSON Feed, well-formed or not, in time and memory linear in the document: bytes, text, tree, feed.
/// </summary>
public sealed class FeedParser(FeedParserLimits? limits = null) : IFeedParser
{
    private readonly FeedParserLimits _limits = limits ?? FeedParserLimits.Bot;

    public FeedParseResult Parse(FeedDocument document)
    {
        var body = BodyCodings.Undo(document.Body, _limits.DecodedBytes);
        var text = BodyText.Decode(body.Span, document.ContentType);
        var first = FirstVisible(text);
        return first switch
        {
            '\0' when body.Length == 0 || text.Length > 0 || body.Span.ContainsAny(" \n"u8) => Nothing(NotAFeedKind.Empty),
            '\0' => Nothing(NotAFeedKind.Binary),
            '{' => ParseJson(text, document.BaseUrl),
            '"' when FeedRoot.Quoted(text) is { } quoted => ParseXml(quoted, document.BaseUrl) ?? Nothing(NotAFeedKind.Unreadable),
            _ => ParseXml(text, document.BaseUrl) ?? ParseEscaped(text, document.BaseUrl) ?? NoFeed(body.Span, text),
        };
    }

    private FeedParseResult ParseJson(string text, Uri? baseUrl) =>
        JsonFeed.Read(text, baseUrl, _limits.Items) is { } feed ? new FeedParseResult.Parsed(feed)
            : ParseXml(text, baseUrl) ?? new FeedParseResult.NotAFeed(NotAFeedKind.Unreadable, "This is JSON, but no JSON Feed.");

    private FeedParseResult? ParseXml(string text, Uri? baseUrl)
    {
        var start = FeedRoot.Find(text);
        if (start < 0)
        {
            return null;
        }

        var builder = new XmlTreeBuilder(new XmlSource(text), start);
        var feed = XmlFeed.Map(builder.Build(), baseUrl, builder.Repaired, _limits.Items);
        return feed is null ? null : new FeedParseResult.Parsed(feed);
    }

    private FeedParseResult? ParseEscaped(string text, Uri? baseUrl) => FeedRoot.Escaped(text) is { } escaped ? ParseXml(CharacterReferences.Decode(escaped), baseUrl) : null;

    private static FeedParseResult.NotAFeed NoFeed(ReadOnlySpan<byte> body, string text) =>
        FeedRoot.IsHtml(text) ? Nothing(NotAFeedKind.Html) : Nothing(body[..Math.Min(body.Length, 2_000)].Contains((byte)0) ? NotAFeedKind.Binary : NotAFeedKind.Unreadable);

    private static FeedParseResult.NotAFeed Nothing(NotAFeedKind kind) => new(kind, kind switch
    {
        NotAFeedKind.Empty => "The answer is empty. Check the address in a browser.",
        NotAFeedKind.Binary => "This is not a text but a binary file. Give the address of a feed.",
        NotAFeedKind.Html => "This is a web page, not a feed. Give the address of the site's feed.",
        NotAFeedKind.Unreadable => "This is no feed: neither RSS, Atom nor JSON Feed.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    });

    private static char FirstVisible(string text)
    {
        foreach (var character in text)
        {
            if (!InvisibleCharacters.IsInvisible(character))
            {
                return character;
            }
        }

        return '\0';
    }
}
