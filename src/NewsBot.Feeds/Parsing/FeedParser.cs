using System.Text.RegularExpressions;
using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Parsing;

/// <summary>Reads RSS 0.9x, 1.0, 2.0, Atom 0.3, 1.0 and JSON Feed. One mapping for all XML dialects, over a strict or a lenient reader.</summary>
public sealed partial class FeedParser : IFeedParser
{
    public FeedParseResult Parse(FeedDocument document)
    {
        if (document.Body.Length == 0)
        {
            return new FeedParseResult.NotAFeed(NotAFeedKind.Empty, "The answer is empty. Check the address in a browser.");
        }

        if (BodyText.Decode(document) is not { } text)
        {
            return new FeedParseResult.NotAFeed(NotAFeedKind.Binary, "This is not a text but a binary file. Give the address of a feed.");
        }

        if (text.Length == 0)
        {
            return new FeedParseResult.NotAFeed(NotAFeedKind.Empty, "The answer is empty. Check the address in a browser.");
        }

        if (text[0] == '{')
        {
            return JsonFeed.Read(text, document.BaseUrl) is { } json
                ? new FeedParseResult.Parsed(json)
                : new FeedParseResult.NotAFeed(NotAFeedKind.Unreadable, "This is JSON, but no JSON Feed.");
        }

        return ParseXml(text, document.BaseUrl);
    }

    private static FeedParseResult ParseXml(string text, Uri? baseUrl)
    {
        var root = Root().Match(text);
        if (!root.Success)
        {
            return HtmlStart().IsMatch(text)
                ? new FeedParseResult.NotAFeed(NotAFeedKind.Html, "This is a web page, not a feed. Give the address of the site's feed.")
                : new FeedParseResult.NotAFeed(NotAFeedKind.Unreadable, "This is no feed: neither RSS, Atom nor JSON Feed.");
        }

        var declaration = text.IndexOf("<?xml", StringComparison.Ordinal);
        var hasJunk = declaration != 0 && root.Index > 0 && !text[..root.Index].TrimStart().StartsWith("<!", StringComparison.Ordinal);
        var tree = XmlTree.Read(hasJunk ? text[root.Index..] : text, out var repaired) ?? (hasJunk ? null : XmlTree.Read(text[root.Index..], out repaired));
        return tree is null
            ? new FeedParseResult.NotAFeed(NotAFeedKind.Unreadable, "The feed is too damaged to be read. The publisher has to mend it.")
            : new FeedParseResult.Parsed(XmlFeed.Map(tree, baseUrl, repaired));
    }

    [GeneratedRegex(@"<(?:\w+:)?(?:rss|feed|RDF|channel)[\s>]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Root();

    [GeneratedRegex(@"<(?:!doctype\s+html|html|body|head)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex HtmlStart();
}
