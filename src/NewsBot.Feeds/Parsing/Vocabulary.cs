namespace NewsBot.Feeds.Parsing;

/// <summary>The namespaces that feeds speak. <see cref="Rss"/> is RSS of every version, CDF, sitemaps and whatever declares nothing.</summary>
internal enum Vocabulary
{
    Rss,
    Atom,
    Dc,
    Content,
    Media,
    Itunes,
    Syndication,
    Xhtml,
    Rdf,
    Xml,
    News,
    Other,
}
