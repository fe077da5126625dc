using System.Globalization;
using System.Net;

namespace NewsBot.Telegram.Rendering;

/// <summary>
/// Which addresses Telegram takes for a link. It drops the others in silence (relative ones, other schemes, hosts without a dot) or makes something else of them (mailto:), so that they are shown as text. Checked against its own parser. Pure.
/// </summary>
internal static class LinkRule
{
    /// <summary>Longer addresses would use up what a message may hold.</summary>
    public const int Longest = 2048;

    /// <summary>The address as it is sent, or null where it cannot be a link.</summary>
    public static string? Accept(string? address)
    {
        if (address is null)
        {
            return null;
        }

        var url = VisibleText.Clean(address.Trim()).Replace("\n", "", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);
        var scheme = url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8 : url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;
        if (scheme == 0 || url.Length > Longest)
        {
            return null;
        }

        var authority = url.AsSpan(scheme);
        var end = authority.IndexOfAny("/?#");
        return IsAuthority(end < 0 ? authority : authority[..end]) ? url : null;
    }

    private static bool IsAuthority(ReadOnlySpan<char> authority)
    {
        var at = authority.LastIndexOf('@');
        var host = authority[(at + 1)..];
        if (at >= 0 && !IsWord(authority[..at], mayHoldColon: true))
        {
            return false;
        }

        var bracket = host.LastIndexOf(']');
        var colon = host[(bracket + 1)..].LastIndexOf(':');
        if (colon >= 0 && !IsPort(host[(bracket + 1 + colon + 1)..]))
        {
            return false;
        }

        var name = colon < 0 ? host : host[..(bracket + 1 + colon)];
        return bracket > 0 ? name[0] == '[' && name[^1] == ']' && IPAddress.TryParse(name[1..^1], out _) : name.Length > 2 && name.Contains('.') && name[0] != '.' && IsWord(name, mayHoldColon: false);
    }

    private static bool IsPort(ReadOnlySpan<char> text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535;

    /// <summary>Percent signs are left out although Telegram knows them: in a host they mean nothing good.</summary>
    private static bool IsWord(ReadOnlySpan<char> text, bool mayHoldColon)
    {
        foreach (var unit in text)
        {
            if (!(char.IsAsciiLetterOrDigit(unit) || (unit >= '\u0080' && !char.IsWhiteSpace(unit)) || unit is '.' or '-' or '_' or '~' or '!' or '$' or '*' or '+' or '=' || (mayHoldColon && unit == ':')))
            {
                return false;
            }
        }

        return true;
    }
}
