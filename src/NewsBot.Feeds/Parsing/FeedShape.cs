using System.Collections.Frozen;

namespace NewsBot.Feeds.Parsing;

/// <summary>What may stand in what in a feed: the knowledge that mends lost end tags.</summary>
internal static class FeedShape
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Frames = ((string[])["rss", "feed", "rdf", "channel", "item", "entry", "urlset"])
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Fields that hold text, never another field.</summary>
    private static readonly FrozenSet<string> Leaves = FrozenSet.Create(
        StringComparer.Ordinal,
        "title", "link", "guid", "id", "pubdate", "description", "lastbuilddate", "generator", "language", "ttl", "copyright", "rights", "updated", "published", "issued", "modified", "created", "name", "uri", "email",
        "category", "comments", "docs", "creator", "date", "subject", "encoded", "summary", "content", "tagline", "subtitle", "managingeditor", "webmaster", "enclosure", "duration", "explicit", "keywords", "logo", "icon", "url");

    /// <summary>Fields of feeds whose names mean nothing in HTML, so that they cannot stand inside a text.</summary>
    private static readonly FrozenSet<string> Fields = FrozenSet.Create(
        StringComparer.Ordinal,
        "guid", "pubdate", "description", "lastbuilddate", "generator", "language", "ttl", "copyright", "updated", "published", "issued", "modified", "managingeditor", "webmaster", "enclosure", "category", "comments", "docs", "creator",
        "encoded", "tagline", "subtitle", "author", "link", "title", "summary", "id", "content", "channel", "contributor", "textinput", "skiphours", "skipdays", "thumbnail");

    public static bool IsFrame(ReadOnlySpan<char> name) => Frames.Contains(name);

    public static bool IsItem(string name) => name is "item" or "entry";

    /// <summary>Atom allows a whole document inside content.</summary>
    public static bool MayHoldItem(XmlNode node) => IsFrame(node.Name) || node.Name is "items"
        || (node is { Name: "content", Vocabulary: Vocabulary.Atom } && node.Attribute("type")?.EndsWith("xml", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>True when the open element was meant to end before an element of that name.</summary>
    public static bool EndsBefore(XmlNode open, string name, bool isPrefixed)
    {
        if (open.Name is "author" or "contributor")
        {
            return Fields.Contains(name) && !isPrefixed && name is not ("id" or "link" or "title" or "description");
        }

        if (!Leaves.Contains(open.Name) || open.Vocabulary is Vocabulary.Media or Vocabulary.Xhtml or Vocabulary.Other || !Fields.Contains(name))
        {
            return false;
        }

        var isMarkup = open.Attribute("type") is { } type && (type.EndsWith("xml", StringComparison.OrdinalIgnoreCase) || type.Contains("xhtml", StringComparison.OrdinalIgnoreCase));
        return !isMarkup && !(open.Name == name && isPrefixed);
    }
}
