namespace NewsBot.Feeds.Parsing;

/// <summary>Recognises the namespaces of feeds, lenient about versions, case and ends of the addresses; prefixes that mean nothing by their address mean what they always mean.</summary>
internal static class Namespaces
{
    private static readonly (string Part, Vocabulary Vocabulary)[] Addresses =
    [
        ("w3.org/2005/atom", Vocabulary.Atom),
        ("purl.org/atom", Vocabulary.Atom),
        ("purl.org/dc/", Vocabulary.Dc),
        ("modules/content", Vocabulary.Content),
        ("modules/syndication", Vocabulary.Syndication),
        ("yahoo.com/mrss", Vocabulary.Media),
        ("1999/xhtml", Vocabulary.Xhtml),
        ("itunes", Vocabulary.Itunes),
        ("schemas/sitemap-news", Vocabulary.News),
        ("schemas/sitemap", Vocabulary.Rss),
        ("22-rdf-syntax", Vocabulary.Rdf),
        ("purl.org/rss/1.0/modules", Vocabulary.Other),
        ("purl.org/rss", Vocabulary.Rss),
        ("purl.org/net/rss", Vocabulary.Rss),
        ("my.netscape.com", Vocabulary.Rss),
        ("channel.netscape.com", Vocabulary.Rss),
        ("backend.userland.com", Vocabulary.Rss),
        ("blogs.law.harvard.edu", Vocabulary.Rss),
        ("cyber.law.harvard.edu", Vocabulary.Rss),
    ];

    /// <param name="prefix">Empty for the default namespace.</param>
    public static Vocabulary Recognise(ReadOnlySpan<char> address, ReadOnlySpan<char> prefix)
    {
        foreach (var (part, vocabulary) in Addresses)
        {
            if (address.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return vocabulary;
            }
        }

        return prefix.IsEmpty ? Vocabulary.Rss : ByPrefix(prefix);
    }

    public static Vocabulary ByPrefix(ReadOnlySpan<char> prefix)
    {
        Span<char> lower = stackalloc char[Math.Min(prefix.Length, 16)];
        prefix[..lower.Length].ToLowerInvariant(lower);
        return lower switch
        {
            "" or "rss" or "rss1" or "rss10" => Vocabulary.Rss,
            "atom" or "atom10" or "atom03" or "a10" => Vocabulary.Atom,
            "dc" or "dcterms" => Vocabulary.Dc,
            "content" => Vocabulary.Content,
            "media" => Vocabulary.Media,
            "itunes" => Vocabulary.Itunes,
            "sy" => Vocabulary.Syndication,
            "xhtml" or "html" => Vocabulary.Xhtml,
            "rdf" => Vocabulary.Rdf,
            "xml" => Vocabulary.Xml,
            "news" => Vocabulary.News,
            _ => Vocabulary.Other,
        };
    }
}
