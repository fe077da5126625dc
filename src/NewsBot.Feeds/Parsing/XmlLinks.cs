using static NewsBot.Feeds.Parsing.Vocabulary;

namespace NewsBot.Feeds.Parsing;

/// <summary>Chooses the address of a feed's site or of an item among all that a publisher gives.</summary>
internal static class XmlLinks
{
    /// <summary>The text of an RSS link, else the best Atom link.</summary>
    public static string? Of(XmlNode node, Uri? around)
    {
        string? best = null;
        var bestRank = int.MaxValue;
        foreach (var child in node.Children)
        {
            if (child.Name != "link" || child.Vocabulary is not (Rss or Atom or Other))
            {
                continue;
            }

            var href = child.Attribute("href");
            var rank = href is null ? (child.First is null ? int.MaxValue : child.Attribute("rel") is null ? 0 : Rank(child)) : Rank(child);
            if (rank < bestRank && FeedAddresses.Resolve(href ?? child.Value, FeedAddresses.Base(child.Attribute("xml:base"), around)) is { } url)
            {
                (best, bestRank) = (url, rank);
            }
        }

        return best;
    }

    /// <summary>An item without a link may have one as its permanent id, its comments' or its enclosure's address.</summary>
    public static string? OfItem(XmlNode item, Uri? address) => Of(item, address) ?? FeedAddresses.Resolve(Permalink(item), address);

    /// <summary>Alternates first, those for people before others; an address of the entry's own file or of a service only where nothing else is given.</summary>
    private static int Rank(XmlNode link)
    {
        var rel = link.Attribute("rel");
        var type = link.Attribute("type");
        var isForPeople = type is null || type.Contains("html", StringComparison.OrdinalIgnoreCase) || !type.Contains('/');
        return rel?.ToLowerInvariant() switch
        {
            null or "" or "alternate" or "http://www.iana.org/assignments/relation/alternate" => isForPeople ? 1 : 2,
            "related" or "via" => 4,
            _ => int.MaxValue,
        };
    }

    private static string? Permalink(XmlNode item)
    {
        if (item.Child("guid", Rss, Atom) is { } guid && guid.Value is { } value && IsWeb(value))
        {
            return string.Equals(guid.Attribute("ispermalink"), "false", StringComparison.OrdinalIgnoreCase) ? null : value;
        }

        return item.Child("id", Atom, Rss)?.Value is { } id && IsWeb(id) ? id
            : item.Child("content", Atom)?.Attribute("src") ?? item.Attribute("href") ?? item.Attribute("rdf:about") ?? item.Child("enclosure", Rss)?.Attribute("url") ?? item.Child("player", Media)?.Attribute("url");
    }

    private static bool IsWeb(string text) => FeedAddresses.IsWeb(FeedAddresses.SchemeOf(text));
}
