using System.Xml;

namespace NewsBot.Core.Feeds;

/// <summary>Reads and writes OPML 2.0 (opml.org/spec2.opml): the feeds of a file with their topics and languages.</summary>
public static class Catalogue
{
    private const int MostOutlines = 2_000;
    private const int Depth = 16;
    private const long Characters = 1024 * 1024;

    /// <summary>Outlines with an http(s) xmlUrl, in order. Throws <see cref="XmlException"/> for a file that is no XML.</summary>
    public static IReadOnlyList<NewFeed> Read(TextReader text)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = Characters };
        using var reader = XmlReader.Create(text, settings);
        var feeds = new List<NewFeed>();
        while (reader.Read() && feeds.Count < MostOutlines)
        {
            if (reader.Depth > Depth)
            {
                throw new XmlException("The outlines are nested too deeply.");
            }

            var isWeb = Uri.TryCreate(reader.GetAttribute("xmlUrl"), UriKind.Absolute, out var url) && url.Scheme is "http" or "https";
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "outline" && isWeb)
            {
                feeds.Add(FeedOf(reader, url!));
            }
        }

        return feeds;
    }

    private static NewFeed FeedOf(XmlReader reader, Uri url) => new(FeedKind.Web, url.AbsoluteUri, Feed.NameFor(reader.GetAttribute("text") ?? reader.GetAttribute("title"), url.AbsoluteUri))
    {
        Site = reader.GetAttribute("htmlUrl"),
        Language = reader.GetAttribute("language"),
        Topics = [.. (reader.GetAttribute("category") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(topic => topic.Trim('/').ToLowerInvariant())],
    };
}
