using System.Text;

namespace NewsBot.Feeds.Parsing;

/// <summary>Makes the relative addresses inside published HTML absolute; every other character stays as it is.</summary>
internal static class HtmlAddresses
{
    private static readonly string[] Names = ["href", "src", "cite", "action", "background", "longdesc", "usemap", "poster", "codebase", "classid", "data", "profile"];

    private const int LongestName = 10;

    private static readonly AsciiSet PathCharacters = new("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/?&=+,;:@!$*()");

    /// <summary>The same string when nothing in it is relative.</summary>
    public static string Resolve(string html, Uri? address)
    {
        if (address is null || !html.Contains('<'))
        {
            return html;
        }

        StringBuilder? output = null;
        var copied = 0;
        for (var at = html.IndexOf('='); at >= 0; at = html.IndexOf('=', at))
        {
            var (start, length) = Value(html, ref at);
            if (start > 0 && IsRelative(html.AsSpan(start, length)) && IsInTag(html, start))
            {
                output ??= new StringBuilder(html.Length + 256);
                output.Append(html, copied, start - copied).Append(Absolute(html.Substring(start, length), address));
                copied = start + length;
            }
        }

        return output is null ? html : output.Append(html, copied, html.Length - copied).ToString();
    }

    /// <summary>Start 0 where no attribute with an address stands before the sign. Moves behind what was read.</summary>
    private static (int Start, int Length) Value(string html, ref int at)
    {
        var isName = HasAddress(html, at);
        at++;
        if (!isName)
        {
            return default;
        }

        var start = SkipSpace(html, at);
        var quote = start < html.Length && html[start] is '"' or '\'' ? html[start++] : '\0';
        var rest = html.AsSpan(start);
        var length = quote == '\0' ? rest.IndexOfAny(" \t\r\n>") : rest.IndexOfAny(quote, '<');
        if (length < 0 || (quote != '\0' && rest[length] == '<'))
        {
            return default;
        }

        at = start + length;
        return (start, length);
    }

    private static bool HasAddress(string html, int sign)
    {
        var start = sign;
        while (start > 0 && sign - start <= LongestName && char.IsAsciiLetter(html[start - 1]))
        {
            start--;
        }

        if (start == 0 || !(char.IsWhiteSpace(html[start - 1]) || html[start - 1] is '"' or '\'' or '/'))
        {
            return false;
        }

        var name = html.AsSpan(start, sign - start);
        foreach (var known in Names)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int SkipSpace(string html, int at)
    {
        while (at < html.Length && char.IsWhiteSpace(html[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsInTag(string html, int at)
    {
        const int LongestTag = 4 * 1024;
        var before = html.AsSpan(Math.Max(0, at - LongestTag), Math.Min(at, LongestTag));
        return before.LastIndexOf('<') > before.LastIndexOf('>');
    }

    private static bool IsRelative(ReadOnlySpan<char> value) => FeedAddresses.SchemeOf(value.Trim()).IsEmpty;

    /// <summary>A path from the root in which nothing is left to resolve or to escape: most relative links, and joining them by <see cref="Uri"/> takes longer than all else together.</summary>
    private static bool IsPlainPath(string relative) =>
        relative.StartsWith('/') && !relative.StartsWith("//", StringComparison.Ordinal) && PathCharacters.HoldsAll(relative) && !relative.Contains("/.", StringComparison.Ordinal);

    private static string Absolute(string value, Uri address)
    {
        var relative = CharacterReferences.Decode(value).Trim();
        var joined = IsPlainPath(relative) ? address.GetLeftPart(UriPartial.Authority) + relative : FeedAddresses.Join(address, relative);
        return joined.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "%22", StringComparison.Ordinal).Replace("'", "%27", StringComparison.Ordinal);
    }
}
