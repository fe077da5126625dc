using NewsBot.Core.Feeds;
using static NewsBot.Feeds.Parsing.Vocabulary;

namespace NewsBot.Feeds.Parsing;

/// <summary>Maps a tree of any XML dialect to the feed model.</summary>
internal static class XmlFeed
{
    /// <summary>Null when the document holds neither a feed nor an item.</summary>
    /// <param name="document">The node above the roots.</param>
    public static ParsedFeed? Map(XmlNode document, Uri? baseUrl, bool repaired, int mostItems)
    {
        var root = FirstElement(document);
        if (root is null)
        {
            return null;
        }

        if (root.Name == "urlset")
        {
            return NewsSitemap.Map(root, repaired, mostItems);
        }

        var head = root.Name == "feed" ? root : root.Child("channel", Rss, Rdf, Atom) ?? root;
        var rootBase = FeedAddresses.Base(root.Attribute("xml:base"), baseUrl);
        var address = ReferenceEquals(head, root) ? rootBase : FeedAddresses.Base(head.Attribute("xml:base"), rootBase);
        return new ParsedFeed
        {
            Format = FormatOf(root),
            Title = FeedTexts.Read(head.Child("title", Rss, Atom, Dc), address),
            Link = XmlLinks.Of(head, address) ?? FeedAddresses.Resolve(head.Attribute("href") ?? head.Attribute("base"), address),
            Description = FeedTexts.Read(DescriptionOf(head), address),
            Language = NonEmpty(head.Child("language", Rss, Dc)?.Value) ?? NonEmpty(head.Attribute("xml:lang") ?? root.Attribute("xml:lang"))?.Replace('_', '-'),
            Author = XmlAuthors.Of(head),
            Image = FeedAddresses.Resolve(ImageOf(head) ?? ImageOf(root), address),
            Updated = XmlDates.FeedUpdated(head),
            Self = SelfOf(head, address),
            NewAddress = FeedAddresses.Resolve(head.Child("new-feed-url", Itunes)?.Value, null),
            Items = [.. ItemNodes(document, mostItems).Select(item => XmlItem.Map(item, address))],
            Pace = XmlPace.Of(head),
            Repaired = repaired,
        };
    }

    private static XmlNode? FirstElement(XmlNode document)
    {
        foreach (var child in document.Children)
        {
            if (child.Kind == XmlNodeKind.Element)
            {
                return child.Has(FeedRole.Item) ? document : child;
            }
        }

        return null;
    }

    private static FeedFormat FormatOf(XmlNode root) => root.Name switch
    {
        "feed" or "entry" => root.Attribute("version") is "0.3" or "0.2" or "0.1" ? FeedFormat.Atom03 : FeedFormat.Atom10,
        "rdf" => FeedFormat.Rdf,
        "channel" when root.Attribute("href") is not null || root.Attribute("base") is not null => FeedFormat.Cdf,
        _ => root.Attribute("version")?.Trim() switch
        {
            "0.90" => FeedFormat.Rss090,
            "0.91" => FeedFormat.Rss091,
            "0.92" or "0.93" or "0.94" => FeedFormat.Rss092,
            _ => FeedFormat.Rss20,
        },
    };

    private static XmlNode? DescriptionOf(XmlNode head) =>
        head.Child("description", Rss) ?? head.Child("subtitle", Atom, Rss) ?? head.Child("tagline", Atom, Rss) ?? head.Child("abstract", Rss)
        ?? head.Child("description", Dc, Atom) ?? head.Child("summary", Itunes) ?? head.Child("subtitle", Itunes);

    private static string? ImageOf(XmlNode head)
    {
        var image = head.Child("image", Rss, Atom);
        return NonEmpty(image?.Child("url", Rss, Atom)?.Value) ?? NonEmpty(image?.Attribute("href") ?? image?.Attribute("url")) ?? NonEmpty(head.Child("image", Itunes) is { } picture ? picture.Attribute("href") ?? picture.Attribute("url") ?? picture.Value : null) ?? NonEmpty(head.Child("link", Itunes)?.Attribute("href"))
            ?? NonEmpty(head.Child("logo", Atom, Rss) is { } logo ? logo.Attribute("href") ?? logo.Value : null) ?? NonEmpty(head.Child("icon", Atom, Rss)?.Value)
            ?? NonEmpty(head.Child("thumbnail", Media)?.Attribute("url")) ?? NonEmpty(image?.Attribute("rdf:resource") ?? image?.Value);
    }

    private static string? SelfOf(XmlNode head, Uri? address)
    {
        foreach (var child in head.Children)
        {
            if (child.Name == "link" && child.Attribute("rel") == "self")
            {
                return FeedAddresses.Resolve(child.Attribute("href"), address);
            }
        }

        return null;
    }

    /// <summary>
    /// Items in document order, wherever they stand: beside the channel, in it, in a wrapper. Inside another item they count only where the end of that one was lost; else they are part of it.
    /// </summary>
    private static List<XmlNode> ItemNodes(XmlNode document, int mostItems)
    {
        var items = new List<XmlNode>();
        var waiting = new Stack<XmlNode>([document]);
        while (waiting.TryPop(out var node) && items.Count < mostItems)
        {
            var isItem = node.Has(FeedRole.Item);
            if (isItem)
            {
                items.Add(node);
            }

            if (node.First is not null && (!isItem || node.LostEnd) && (isItem || MayWrapItems(node)))
            {
                PushReversed(node, waiting);
            }
        }

        return items;
    }

    private static bool MayWrapItems(XmlNode node) => node.Kind == XmlNodeKind.Element && (node.Has(FeedRole.Frame) || node.HasElements)
        && node.Name is not ("image" or "author" or "content" or "description" or "summary" or "title" or "textinput" or "source");

    private static void PushReversed(XmlNode node, Stack<XmlNode> waiting)
    {
        var children = new List<XmlNode>();
        foreach (var child in node.Children)
        {
            if (child.Kind == XmlNodeKind.Element && (child.First is not null || child.Has(FeedRole.Item)))
            {
                children.Add(child);
            }
        }

        for (var i = children.Count - 1; i >= 0; i--)
        {
            waiting.Push(children[i]);
        }
    }

    private static string? NonEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
