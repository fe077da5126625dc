namespace NewsBot.Feeds.Parsing;

/// <summary>Finds where the feed begins in a text that may have anything before it: warnings of a script, a web page, comments.</summary>
internal static class FeedRoot
{
    private static readonly AsciiSet NameEnds = new(" \t\r\n>/");
    private static readonly string[] Roots = ["rss", "feed", "RDF", "channel", "urlset"];
    private static readonly string[] Pages = ["html", "body", "head"];
    private static readonly string[] Items = ["item", "entry"];

    /// <summary>Position of the first tag that begins a feed, else of the first item, else -1.</summary>
    public static int Find(string text) => FindTag(text, Roots) is >= 0 and var root ? root : IsHtml(text) ? -1 : FindTag(text, Items);

    /// <summary>A feed that some tool escaped as if it were text.</summary>
    public static bool IsEscaped(string text) =>
        !IsHtml(text) && (text.Contains("&lt;rss", StringComparison.OrdinalIgnoreCase) || text.Contains("&lt;feed", StringComparison.OrdinalIgnoreCase) || text.Contains("&lt;rdf:rdf", StringComparison.OrdinalIgnoreCase));

    public static bool IsHtml(string text) => FindTag(text, Pages) >= 0;

    private static int FindTag(string text, string[] names)
    {
        var mayComment = true;
        for (var at = text.IndexOf('<'); at >= 0; at = text.IndexOf('<', at + 1))
        {
            var rest = text.AsSpan(at + 1);
            if (mayComment && rest.StartsWith("!--", StringComparison.Ordinal))
            {
                var end = rest.IndexOf("-->", StringComparison.Ordinal);
                mayComment = end >= 0;
                at += Math.Max(0, end);
                continue;
            }

            if (Begins(rest, names))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool Begins(ReadOnlySpan<char> tag, string[] names)
    {
        var length = NameEnds.IndexOf(tag[..Math.Min(tag.Length, 40)]);
        if (length <= 0)
        {
            return false;
        }

        var name = tag[..length];
        name = name[(name.IndexOf(':') + 1)..];
        foreach (var wanted in names)
        {
            if (name.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
