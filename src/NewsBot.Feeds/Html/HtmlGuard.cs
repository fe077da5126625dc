namespace NewsBot.Feeds.Html;

/// <summary>A linear look at HTML before a tree is built: depth, tags and attributes in kilobytes can become a tree of gigabytes.</summary>
internal static class HtmlGuard
{
    private const int Depth = 256;
    private const int Tags = 50_000;
    private const int AttributesOfTag = 1_000;

    /// <summary>False when the text would grow into a tree out of proportion.</summary>
    public static bool IsHarmless(string html)
    {
        var (depth, tags) = (0, 0);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = html.IndexOf('<', at + 1))
        {
            if (at + 1 >= html.Length || !(char.IsAsciiLetter(html[at + 1]) || html[at + 1] == '/'))
            {
                continue;
            }

            var close = html.IndexOf('>', at);
            var end = close < 0 ? html.Length : close;
            var isEnd = html[at + 1] == '/';
            var isVoid = IsVoid(html.AsSpan(at + 1, Math.Min(8, end - at - 1))) || (end > at && html[end - 1] == '/');
            depth = isEnd ? Math.Max(0, depth - 1) : isVoid ? depth : depth + 1;
            tags++;
            if (depth > Depth || tags > Tags || html.AsSpan(at, end - at).Count('=') > AttributesOfTag)
            {
                return false;
            }

            at = end - 1;
            if (close < 0)
            {
                break;
            }
        }

        return true;
    }

    private static bool IsVoid(ReadOnlySpan<char> tag)
    {
        foreach (var name in (ReadOnlySpan<string>)["br", "img", "hr", "p>", "p ", "li>", "li ", "input", "meta", "link", "wbr", "td", "tr", "source", "embed", "col"])
        {
            if (tag.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
