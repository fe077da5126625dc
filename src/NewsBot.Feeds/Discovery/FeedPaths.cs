namespace NewsBot.Feeds.Discovery;

/// <summary>What addresses and media types of feeds look like.</summary>
public static class FeedPaths
{
    /// <summary>Tried in the root of a site and in the folder of the page where the page names no feed; relative to either. The most usual first.</summary>
    public static readonly IReadOnlyList<string> WellKnown = ["feed/", "feed.xml", "rss.xml", "atom.xml", "index.xml", "rss/", "feed.atom", "index.rss", "rss/feed.xml"];

    private static readonly string[] Types =
    [
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/json", "application/xml", "text/xml", "application/rss", "application/atom", "text/rss+xml", "text/atom+xml", "text/rss", "application/x.atom+xml", "application/x-rss+xml",
    ];

    private static readonly string[] LastSegments = ["feed", "feeds", "rss", "atom", "rss2", "feed.json", "index.rdf", "index.rss", "index.atom", "atom.xml", "rss.xml", "feed.xml", "feeds.xml", "rss.php", "feed.php", "atom.php", "rss.aspx", "feed.rss", "feed.atom"];

    public static bool IsFeedType(string type) => Types.Contains(type, StringComparer.OrdinalIgnoreCase);

    public static bool LooksLikeFeed(string url)
    {
        var address = url.Split('#')[0];
        var query = address.IndexOf('?', StringComparison.Ordinal);
        var path = (query < 0 ? address : address[..query]).TrimEnd('/');
        var last = path[(path.LastIndexOf('/') + 1)..];
        return LastSegments.Contains(last, StringComparer.OrdinalIgnoreCase)
            || Ends(last, ".rss") || Ends(last, ".atom") || Ends(last, ".rdf")
            || (Ends(last, ".xml") && (Holds(path, "rss") || Holds(path, "feed") || Holds(path, "atom")))
            || (query >= 0 && (Holds(address[query..], "feed=rss") || Holds(address[query..], "feed=atom") || Holds(address[query..], "format=rss") || Holds(address[query..], "format=atom") || Holds(address[query..], "format=feed")));
    }

    private static bool Ends(string text, string end) => text.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private static bool Holds(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
