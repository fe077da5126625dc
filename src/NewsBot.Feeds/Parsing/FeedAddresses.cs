namespace NewsBot.Feeds.Parsing;

/// <summary>Makes the addresses of a feed absolute and usable. Addresses that are absolute already stay as published.</summary>
internal static class FeedAddresses
{
    private const int Longest = 8 * 1024;

    private static readonly AsciiSet Plain = new("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%|");

    /// <summary>Absolute where a base is known; null where the text is empty or its scheme is none of the web's.</summary>
    public static string? Resolve(string? text, Uri? address)
    {
        var value = Clean(text);
        if (value is null)
        {
            return null;
        }

        if (SchemeOf(value) is { Length: > 0 } scheme)
        {
            return IsWeb(scheme) ? value : null;
        }

        return address is null ? value : Join(address, value);
    }

    /// <summary>The base that xml:base makes of the one around it.</summary>
    public static Uri? Base(string? declared, Uri? around)
    {
        var value = Clean(declared);
        if (value is null)
        {
            return around;
        }

        return Uri.TryCreate(value, UriKind.Absolute, out var absolute) && IsWeb(absolute.Scheme) ? absolute
            : around is not null && Uri.TryCreate(around, value, out var joined) ? joined
            : around;
    }

    /// <summary>The scheme with nothing behind it, "" for a relative address.</summary>
    public static ReadOnlySpan<char> SchemeOf(ReadOnlySpan<char> value)
    {
        var end = value.IndexOfAny(":/?#");
        if (end <= 0 || value[end] != ':' || !char.IsAsciiLetter(value[0]))
        {
            return [];
        }

        foreach (var character in value[1..end])
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('+' or '-' or '.'))
            {
                return [];
            }
        }

        return value[..end];
    }

    public static bool IsWeb(ReadOnlySpan<char> scheme) => scheme.Equals("https", StringComparison.OrdinalIgnoreCase) || scheme.Equals("http", StringComparison.OrdinalIgnoreCase);

    /// <summary>The joined address with what is no ASCII kept readable; the relative text where the two cannot be joined.</summary>
    public static string Join(Uri address, string relative)
    {
        if (!Uri.TryCreate(address, relative, out var joined))
        {
            return relative;
        }

        var isAscii = !address.OriginalString.AsSpan().ContainsAnyExceptInRange('\0', '\u007f') && !relative.AsSpan().ContainsAnyExceptInRange('\0', '\u007f');
        return isAscii ? joined.AbsoluteUri : joined.ToString();
    }

    private static string? Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (Plain.HoldsAll(text))
        {
            return WithScheme(text);
        }

        var value = text.TrimInvisible().WithoutZeroWidth();
        if (value.AsSpan().ContainsAny("\r\n\t"))
        {
            value = string.Concat(value.Split(['\r', '\n', '\t'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }

        value = value.Replace(" ", "%20", StringComparison.Ordinal);
        return value.Length is 0 or > Longest ? null : WithScheme(value);
    }

    private static string WithScheme(string value) =>
        value.StartsWith("feed:", StringComparison.OrdinalIgnoreCase) ? WithScheme(value["feed:".Length..] is var rest && rest.StartsWith("//", StringComparison.Ordinal) ? "http:" + rest : rest) : value;
}
