namespace NewsBot.Feeds.Parsing;

/// <summary>Short words for the namespaces of feeds, lenient about versions, case and ends of the addresses.</summary>
internal static class Namespaces
{
    public static string ShortName(string address, string prefix)
    {
        var text = address.Trim().ToLowerInvariant();
        return text switch
        {
            "" => ByPrefix(prefix),
            _ when text.Contains("w3.org/2005/atom", StringComparison.Ordinal) || text.Contains("purl.org/atom", StringComparison.Ordinal) => "atom",
            _ when text.Contains("purl.org/dc/", StringComparison.Ordinal) => "dc",
            _ when text.Contains("modules/content", StringComparison.Ordinal) => "content",
            _ when text.Contains("modules/syndication", StringComparison.Ordinal) => "sy",
            _ when text.Contains("search.yahoo.com/mrss", StringComparison.Ordinal) || text.Contains("video.search.yahoo", StringComparison.Ordinal) => "media",
            _ when text.Contains("itunes", StringComparison.Ordinal) => "itunes",
            _ when text.Contains("1999/xhtml", StringComparison.Ordinal) => "xhtml",
            _ when text.Contains("22-rdf-syntax-ns", StringComparison.Ordinal) => "rdf",
            _ when text.Contains("purl.org/rss", StringComparison.Ordinal) || text.Contains("my.netscape.com", StringComparison.Ordinal) || text.Contains("backend.userland.com", StringComparison.Ordinal) || text.Contains("blogs.law.harvard.edu", StringComparison.Ordinal) => "",
            _ => text,
        };
    }

    /// <summary>Undeclared prefixes mean what they always mean.</summary>
    private static string ByPrefix(string prefix) => prefix.ToLowerInvariant() switch
    {
        "atom" or "a10" => "atom",
        "dc" or "dcterms" => "dc",
        "content" => "content",
        "sy" => "sy",
        "media" => "media",
        "itunes" => "itunes",
        "rdf" => "rdf",
        _ => "",
    };
}
