using NewsBot.Core.Feeds;
using NewsBot.Feeds.Parsing;

namespace NewsBot.Feeds.Discovery;

/// <summary>
/// Finds the feeds a web page names, in one linear pass that builds no tree: link elements first, in their order with feeds of comments last; where there are none, hyperlinks that look like feeds.
/// </summary>
public static class FeedLinks
{
    private const int MostLinks = 50;

    /// <summary>The bytes of a page with what the response said of them.</summary>
    public static IReadOnlyList<FeedLink> Find(ReadOnlyMemory<byte> page, string? contentType, Uri? pageUrl) =>
        Find(BodyText.Decode(BodyCodings.Undo(page, FeedLimits.DecodedBytes).Span, contentType), pageUrl);

    /// <param name="pageUrl">Null where it is unknown; then relative addresses stay relative.</param>
    public static IReadOnlyList<FeedLink> Find(string html, Uri? pageUrl)
    {
        var source = new XmlSource(html);
        var declared = new List<FeedLink>();
        var hyperlinks = new List<FeedLink>();
        var address = pageUrl;
        var hasBase = false;
        foreach (var tag in HtmlTags.Read(source))
        {
            switch (tag.Name)
            {
                case "base" when !hasBase && tag["href"] is { } href:
                    (address, hasBase) = (FeedAddresses.Base(href, pageUrl), true);
                    break;
                case "link":
                    Add(declared, Declared(tag, address));
                    break;
                case "a":
                    Add(hyperlinks, Hyperlink(tag, address));
                    break;
            }
        }

        var found = declared.Count > 0 ? declared : hyperlinks;
        return [.. found.DistinctBy(link => Normal(link.Url)).OrderBy(link => IsAboutComments(link) ? 1 : 0).Take(MostLinks)];
    }

    private static void Add(List<FeedLink> links, FeedLink? link)
    {
        if (link is not null && links.Count < MostLinks * 10)
        {
            links.Add(link);
        }
    }

    /// <summary>rel is a list of words, type may have parameters or be missing (html.spec.whatwg.org, link type "alternate"; RFC 8288).</summary>
    private static FeedLink? Declared(HtmlTag tag, Uri? address)
    {
        var rel = (tag["rel"] ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var isFeed = rel.Contains("feed", StringComparer.OrdinalIgnoreCase);
        var isAlternate = rel.Contains("alternate", StringComparer.OrdinalIgnoreCase) && !rel.Contains("stylesheet", StringComparer.OrdinalIgnoreCase);
        var type = MediaType(tag["type"]);
        var url = FeedAddresses.Resolve(tag["href"], address);
        if (url is null || (!isFeed && !isAlternate) || url.Contains("/wp-json/", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var isNamed = type is null ? isFeed || (tag["hreflang"] is null && tag["media"] is null && FeedPaths.LooksLikeFeed(url)) : FeedPaths.IsFeedType(type);
        return isNamed ? new FeedLink(url, Title(tag["title"]), type) : null;
    }

    private static FeedLink? Hyperlink(HtmlTag tag, Uri? address) =>
        FeedAddresses.Resolve(tag["href"], address) is { } url && FeedPaths.LooksLikeFeed(url) ? new FeedLink(url, Title(tag["title"]), MediaType(tag["type"])) : null;

    private static string? MediaType(string? text)
    {
        var type = text?.Split(';')[0].Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(type) ? null : type;
    }

    private static string? Title(string? text) => string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Normal(string url) => (url.IndexOf('#', StringComparison.Ordinal) is > 0 and var fragment ? url[..fragment] : url).TrimEnd('/');

    private static bool IsAboutComments(FeedLink link) =>
        link.Url.Contains("comments", StringComparison.OrdinalIgnoreCase) || link.Title?.Contains("comments", StringComparison.OrdinalIgnoreCase) == true;
}
