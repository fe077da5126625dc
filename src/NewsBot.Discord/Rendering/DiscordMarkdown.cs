using System.Globalization;
using System.Text;

namespace NewsBot.Discord.Rendering;

/// <summary>
/// Text of strangers as Discord's markdown: what it shows is the text and nothing else, whatever it holds: no mention, no link, no form. Pure.
/// The rules are those of https://support.discord.com/hc/en-us/articles/210298617 and https://discord.com/developers/docs/reference#message-formatting.
/// </summary>
internal static class DiscordMarkdown
{
    // Invisible; parts what Discord would make a link.
    private const char WordJoiner = '\u2060';

    /// <summary>One line or several of plain text.</summary>
    public static string Escape(string text) => Escape(text, isLinkText: false);

    /// <summary>A link that shows the text; the text alone where there is no web address to lead to.</summary>
    public static string Link(string text, string? url) =>
        LinkTarget(url) is { } target ? $"[{(IsVisible(text) ? Escape(text, isLinkText: true) : "…")}](<{target}>)" : Escape(text);

    public static string Bold(string escaped) => escaped.Length == 0 ? "" : $"**{escaped}**";

    /// <summary>Small and grey; takes the whole line.</summary>
    public static string Subtext(string escaped) => escaped.Length == 0 ? "" : $"-# {escaped}";

    /// <summary>A time that each reader sees in the own zone, such as "14:05".</summary>
    public static string Time(DateTimeOffset time) => $"<t:{time.ToUnixTimeSeconds()}:t>";

    /// <summary>A time that each reader sees as "3 hours ago".</summary>
    public static string Age(DateTimeOffset time) => $"<t:{time.ToUnixTimeSeconds()}:R>";

    /// <summary>A date with its time, in the reader's own zone.</summary>
    public static string DateTime(DateTimeOffset time) => $"<t:{time.ToUnixTimeSeconds()}:f>";

    /// <summary>The address as it may stand in a link or an embed; null where Discord would refuse it or it is no web address.</summary>
    public static string? LinkTarget(string? url)
    {
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var target = uri.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
            .Replace("*", "%2A", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal);
        return target.Length <= DiscordLimits.Url ? target : null;
    }

    /// <summary>Without control characters, lone surrogates and marks that turn the direction of what follows; line breaks become "\n", tabs spaces.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n' || (!Rune.IsControl(rune) && rune != Rune.ReplacementChar && rune.Value is not (0xFEFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069))))
            {
                clean.Append(rune.ToString());
            }
            else if (rune.Value == '\t')
            {
                clean.Append(' ');
            }
        }

        return clean.ToString();
    }

    private static string Escape(string text, bool isLinkText)
    {
        var clean = Clean(text);
        var brackets = isLinkText ? new LinkBrackets(clean) : null;
        var escaped = new StringBuilder(clean.Length + 16);
        var atLineStart = true;
        for (var at = 0; at < clean.Length; at++)
        {
            var unit = clean[at];
            if (unit == '\n')
            {
                escaped.Append(isLinkText ? ' ' : '\n');
                atLineStart = true;
                continue;
            }

            if (unit is '[' or ']' && brackets is not null)
            {
                escaped.Append(brackets.Shown(at));
            }
            else
            {
                escaped.Append(IsMarkup(clean, at, atLineStart) ? "\\" : "").Append(unit);
            }

            if (IsAddressOrLink(clean, at))
            {
                escaped.Append(WordJoiner);
            }

            atLineStart &= char.IsWhiteSpace(unit) || char.IsAsciiDigit(unit);
        }

        return escaped.ToString();
    }

    /// <summary>True before "//" of an address, and between brackets that would make a link: Discord looks for "](" far behind the "[" of our own links, and an escape does not hide it.</summary>
    private static bool IsAddressOrLink(string text, int at) =>
        (text[at] == ':' && string.CompareOrdinal(text, at, "://", 0, 3) == 0) || (text[at] == ']' && at + 1 < text.Length && (text[at + 1] is '(' or '['));

    private static bool IsVisible(string text) => Clean(text).EnumerateRunes().Any(rune => !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format);

    private static bool IsMarkup(string text, int at, bool atLineStart) => text[at] switch
    {
        '\\' or '*' or '_' or '~' or '`' or '|' or '<' or '>' or '@' or '[' or ']' => true,
        '#' or '-' or '+' or '.' or ')' => atLineStart,
        _ => false,
    };

    /// <summary>Brackets in the text of a link: Discord counts them although they are escaped, so that a lone one ends the link. Pairs stay; others become round.</summary>
    private sealed class LinkBrackets
    {
        private readonly HashSet<int> _paired = [];
        private readonly string _text;

        public LinkBrackets(string text)
        {
            _text = text;
            var open = -1;
            for (var at = 0; at < text.Length; at++)
            {
                if (text[at] == '[')
                {
                    open = at;
                }
                else if (text[at] == ']' && open >= 0)
                {
                    _paired.Add(open);
                    _paired.Add(at);
                    open = -1;
                }
            }
        }

        public string Shown(int at) => (_paired.Contains(at), _text[at]) switch
        {
            (true, var bracket) => bracket.ToString(),
            (false, '[') => "(",
            _ => ")",
        };
    }
}
