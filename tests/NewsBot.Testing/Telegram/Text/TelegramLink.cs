using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsBot.Testing.Telegram.Text;

/// <summary>Which addresses Telegram makes a link of, and what it makes of them. Every other one is dropped without a word in a text, and refused in a button.</summary>
internal static class TelegramLink
{
    private static readonly SearchValues<char> SchemeEnds = SearchValues.Create(":/?#@[]");

    /// <summary>The user that a tg://user?id= link names.</summary>
    public static long? UserOf(string address)
    {
        var lower = address.ToLowerInvariant();
        foreach (var prefix in (string[])["tg://user?", "tg:user?", "tg://user/?", "tg:user/?"])
        {
            if (lower.StartsWith(prefix, StringComparison.Ordinal))
            {
                var id = lower[prefix.Length..].Split('#')[0].Split('&').Select(pair => pair.Split('=', 2)).FirstOrDefault(pair => pair[0] == "id");
                return id is [_, var value] && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var user) && user > 0 ? user : null;
            }
        }

        return null;
    }

    /// <summary>The address as Telegram keeps it, or null.</summary>
    public static string? Check(string address)
    {
        var ownScheme = ((string[])["tg:", "ton:", "tonsite:"]).FirstOrDefault(scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
        if (ownScheme is not null)
        {
            var rest = address[ownScheme.Length..];
            return CheckOwn(ownScheme, rest.StartsWith("//", StringComparison.Ordinal) ? rest[2..] : rest);
        }

        return Split(address) is { } url && (url.Host.Contains('.') || url.Host.StartsWith('[')) ? $"{url.Scheme}://{url.UserPart}{url.Host}{url.Port}{url.Path}" : null;
    }

    private static string? CheckOwn(string scheme, string rest)
    {
        if (Split(rest) is not { UserPart: "", Port: "" } url || url.Scheme == "https" || rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return url.Host.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' || (c == '.' && scheme == "tonsite:"))
            ? $"{scheme}//{url.Host}{(url.Path.StartsWith("/?", StringComparison.Ordinal) ? url.Path[1..] : url.Path)}"
            : null;
    }

    private static Parts? Split(string address)
    {
        var scheme = "http";
        var rest = address;
        var nameEnd = address.AsSpan().IndexOfAny(SchemeEnds);
        if (nameEnd >= 0 && address.AsSpan(nameEnd).StartsWith("://"))
        {
            scheme = address[..nameEnd].ToLowerInvariant();
            if (scheme is not ("http" or "https"))
            {
                return null;
            }

            rest = address[(nameEnd + 3)..];
        }

        var pathAt = rest.AsSpan().IndexOfAny("/?#");
        var authority = pathAt < 0 ? rest : rest[..pathAt];
        return SplitAuthority(authority) is var (user, host, port) && IsAllowed(host, user)
            ? new Parts(scheme, user.Length > 0 ? $"{user}@" : "", host, port > 0 ? string.Create(CultureInfo.InvariantCulture, $":{port}") : "", PathOf(pathAt < 0 ? "" : rest[pathAt..]))
            : null;
    }

    private static (string User, string Host, int Port)? SplitAuthority(string authority)
    {
        var port = 0;
        var colon = authority.LastIndexOfAny([':', ']', '@']);
        if (colon > 0 && authority[colon] == ':')
        {
            if (!int.TryParse(authority.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is 0 or > 65535)
            {
                return null;
            }

            authority = authority[..colon];
        }

        var at = authority.LastIndexOf('@');
        var host = string.Concat(authority[(at + 1)..].Select(c => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c));
        return host.Length == 0 || host == "." ? null : (at < 0 ? "" : authority[..at], host, port);
    }

    private static bool IsAllowed(string host, string user)
    {
        if (host.StartsWith('[') && host.EndsWith(']'))
        {
            return System.Net.IPAddress.TryParse(host[1..^1], out _);
        }

        return IsAllowed(host, allowsColon: false) && IsAllowed(user, allowsColon: true);
    }

    private static bool IsAllowed(string part, bool allowsColon)
    {
        for (var index = 0; index < part.Length; index++)
        {
            var c = part[index];
            if (c == '%')
            {
                if (index + 2 >= part.Length || !char.IsAsciiHexDigit(part[index + 1]) || !char.IsAsciiHexDigit(part[index + 2]))
                {
                    return false;
                }

                index += 2;
            }
            else if (!(char.IsAsciiLetterOrDigit(c) || c >= 128 || ".-_!$,~*'();&+=".Contains(c) || (allowsColon && c == ':')))
            {
                return false;
            }
        }

        return true;
    }

    private static string PathOf(string path)
    {
        var trimmed = path.TrimEnd(' ', '\t', '\r', '\n', '\v', '\0');
        var result = new StringBuilder(trimmed.StartsWith('/') ? "" : "/");
        foreach (var c in trimmed)
        {
            _ = c <= ' ' ? result.Append(CultureInfo.InvariantCulture, $"%{(int)c:X2}") : result.Append(c);
        }

        return result.ToString();
    }

    private sealed record Parts(string Scheme, string UserPart, string Host, string Port, string Path);
}
