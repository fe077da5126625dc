using System.Collections.Frozen;

namespace NewsBot.Feeds.Parsing;

/// <summary>Names in lower case: those of feeds without an allocation, so that comparing them is comparing references.</summary>
internal static class XmlNames
{
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Known = ((string[])
    [
        "rss", "feed", "rdf", "channel", "item", "items", "entry", "title", "link", "description", "guid", "id", "pubdate", "lastbuilddate", "published", "updated", "issued", "modified",
        "created", "date", "author", "creator", "name", "uri", "url", "email", "managingeditor", "webmaster", "contributor", "publisher", "category", "subject", "keywords", "enclosure", "comments",
        "summary", "subtitle", "tagline", "content", "encoded", "body", "fullitem", "abstract", "info", "language", "lang", "generator", "docs", "ttl", "copyright", "rights", "image", "logo", "icon", "thumbnail", "group",
        "player", "credit", "rating", "width", "height", "textinput", "cloud", "source", "skiphours", "skipdays", "hour", "day", "updateperiod", "updatefrequency", "updatebase", "identifier", "type", "format", "duration",
        "explicit", "owner", "keyword", "block", "episode", "season", "episodetype", "commentrss", "commentsrss", "origlink", "origenclosurelink", "lastmod", "publication", "publication_date", "loc", "news", "urlset", "href", "rel", "length", "term", "label", "scheme", "version",
        "mode", "ispermalink", "domain", "medium", "xml:base", "xml:lang", "xmlns", "rdf:about", "rdf:resource", "resource", "about", "hreflang", "filesize", "isdefault", "base", "text", "value", "attr", "li", "seq",
        "div", "p", "a", "b", "i", "em", "strong", "br", "img", "span", "src", "alt", "class", "style", "target", "ul", "ol", "blockquote", "table", "tr", "td", "h1", "h2", "h3",
    ]).ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Lower(ReadOnlySpan<char> name) => Known.TryGetValue(name, out var known) ? known : name.ToString().ToLowerInvariant();
}
