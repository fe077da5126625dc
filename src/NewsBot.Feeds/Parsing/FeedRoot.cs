using System.Text.Json;

namespace NewsBot.Feeds.Parsing;

/// <summary>Finds where the feed begins in a text that may have anything before it: warnings of a script, a web page, comments.</summary>
internal static class FeedRoot
{
    private static readonly AsciiSet NameEnds = new(" \t\r\n>/");
    private static readonly string[] Roots = ["rss", "feed", "RDF", "channel", "urlset"];
    private static readonly string[] Pages = ["html", "body", "head"];
    private static readonly string[] EscapedRoots = ["&lt;rss", "&lt;feed", "&lt;rdf:rdf"];
    private static readonly string[] Items = ["item", "entry"];

    /// <summary>Position of the first tag that begins a feed, else of the first item, else -1.</summary>
    public static int Find(string text) => FindTag(text, Roots) is >= 0 and var root ? root : IsHtml(text) ? -1 : FindTag(text, Items);

    /// <summary>The part of the text that is a feed which some tool escaped as if it were text, or which a browser showed as the only content of a page; null where there is none.</summary>
    public static string? Escaped(string text)
    {
        if (!IsHtml(text))
        {
            return EscapedRoots.Any(root => text.Contains(root, StringComparison.OrdinalIgnoreCase)) ? text : null;
        }

        var pre = text.IndexOf("<pre", StringComparison.OrdinalIgnoreCase);
        var start = pre < 0 || HoldsText(text.AsSpan(0, pre)) ? -1 : text.IndexOf('>', pre);
        if (start < 0 || !EscapedRoots.Append("&lt;?xml").Any(root => text.AsSpan(start + 1).TrimStart().StartsWith(root, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var end = text.IndexOf("</pre", start, StringComparison.OrdinalIgnoreCase);
        return text[(start + 1)..(end < 0 ? text.Length : end)];
    }

    /// <summary>The feed in a text that is one JSON string; null where it is none.</summary>
    public static string? Quoted(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.String ? document.RootElement.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>True where anything but white space stands outside of tags.</summary>
    private static bool HoldsText(ReadOnlySpan<char> markup)
    {
        while (markup.IndexOf('<') is >= 0 and var open)
        {
            if (!markup[..open].IsWhiteSpace())
            {
                return true;
            }

            var close = markup.IndexOf('>');
            if (close < open)
            {
                return true;
            }

            markup = markup[(close + 1)..];
        }

        return !markup.IsWhiteSpace();
    }

    public static bool IsHtml(string text) => FindTag(text, Pages) >= 0;

    private static int FindTag(string text, string[] names)
    {
        var (mayComment, mayScript) = (true, true);
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

            if (mayScript && (rest is ['%', ..] || rest.StartsWith("?php", StringComparison.OrdinalIgnoreCase)))
            {
                var end = rest.IndexOf(rest[0] == '%' ? "%>" : "?>", StringComparison.Ordinal);
                mayScript = end >= 0;
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
