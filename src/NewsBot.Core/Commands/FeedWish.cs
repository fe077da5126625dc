using NewsBot.Core.Articles.Enrichment;

namespace NewsBot.Core.Commands;

/// <summary>What /feed is to change about the reading of one feed. Pure.</summary>
public abstract record FeedWish
{
    private const int LongestValue = 4_096;
    private const string NameCharacters = "!#$%&'*+-.^_`|~";

    /// <summary>RFC 9110: these belong to the connection and the message, not to whoever asks.</summary>
    private static readonly string[] Ours = ["Host", "Connection", "Content-Length", "Transfer-Encoding", "TE", "Upgrade", "If-None-Match", "If-Modified-Since", "Accept-Encoding"];

    private FeedWish()
    {
    }

    /// <summary>Nothing: its settings are shown.</summary>
    public sealed record Show : FeedWish;

    public sealed record FullText(FullTextMode Mode) : FeedWish;

    /// <param name="Value">Null takes the header away.</param>
    public sealed record Header(string Name, string? Value) : FeedWish
    {
        public override string ToString() => $"header {Name}";
    }

    /// <param name="Address">Null reads without a proxy.</param>
    public sealed record Proxy(Uri? Address) : FeedWish
    {
        public override string ToString() => "proxy";
    }

    /// <param name="Words">Null for the instance's own.</param>
    public sealed record UserAgent(string? Words) : FeedWish;

    public sealed record OnlyHttp11(bool On) : FeedWish;

    public sealed record Unreadable : FeedWish;

    /// <param name="text">What stands behind the name of the feed.</param>
    public static FeedWish Parse(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var (word, value) = space < 0 ? (text, "") : (text[..space], text[(space + 1)..].Trim());
        if (value.Length > LongestValue || value.Any(char.IsControl))
        {
            return new Unreadable();
        }

        return (word.ToLowerInvariant(), value.ToLowerInvariant()) switch
        {
            ("", _) => new Show(),
            ("fulltext", "on") => new FullText(FullTextMode.On),
            ("fulltext", "off") => new FullText(FullTextMode.Off),
            ("fulltext", "auto" or "automatic") => new FullText(FullTextMode.Automatic),
            ("header", _) => HeaderOf(value),
            ("proxy", "off") => new Proxy(null),
            ("proxy", _) => Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttp ? new Proxy(address) : new Unreadable(),
            ("agent", "off") => new UserAgent(null),
            ("agent", { Length: > 0 and <= 200 }) => new UserAgent(value),
            ("http1", "on" or "off") => new OnlyHttp11(value.Equals("on", StringComparison.OrdinalIgnoreCase)),
            _ => new Unreadable(),
        };
    }

    private static FeedWish HeaderOf(string text)
    {
        var end = text.IndexOfAny([':', ' ']);
        var name = end < 0 ? "" : text[..end];
        var value = end < 0 ? "" : text[(end + 1)..].Trim();
        var isName = name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || NameCharacters.Contains(character, StringComparison.Ordinal));
        var isOff = end >= 0 && text[end] == ' ' && value.Equals("off", StringComparison.OrdinalIgnoreCase);
        if (!isName || value.Length == 0 || (text[end] == ' ' && !isOff) || Ours.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return new Unreadable();
        }

        return new Header(name, isOff ? null : value);
    }
}
