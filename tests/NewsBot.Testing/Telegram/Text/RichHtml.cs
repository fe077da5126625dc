using System.Globalization;
using System.Text;
using NewsBot.Testing.Telegram.Http;

namespace NewsBot.Testing.Telegram.Text;

/// <summary>
/// The text that a person reads of a rich message's HTML. Strict, as nobody outside checks this form offline: only the documented tags, properly nested and closed
/// (core.telegram.org/bots/api#rich-message-formatting-options), within the documented sizes.
/// </summary>
internal sealed class RichHtml
{
    private const int MostCharacters = 32_768;
    private const int MostBlocks = 500;
    private const int MostDepth = 16;
    private const int MostMedia = 50;
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "caption", "tr", "th", "td", "details", "summary", "figure", "figcaption", "cite", "blockquote", "pre", "aside", "footer",
        "tg-collage", "tg-slideshow", "tg-map", "tg-button-row", "tg-button", "tg-thinking",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "tg-spoiler", "tg-emoji", "tg-time", "span", "code", "mark", "sub", "sup", "video", "audio",
    };

    private static readonly HashSet<string> Void = new(StringComparer.Ordinal) { "br", "hr", "img", "input" };
    private readonly string _html;
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();
    private int _blocks;
    private int _media;
    private int _at;

    private RichHtml(string html) => _html = html;

    /// <exception cref="RefusedCall">Telegram would not take it.</exception>
    public static string TextOf(string html) => new RichHtml(html).Read();

    private string Read()
    {
        while (_at < _html.Length)
        {
            ReadNext();
        }

        if (_open.TryPeek(out var open))
        {
            throw Refuse($"can't find end tag corresponding to start tag \"{open}\"");
        }

        var text = _text.ToString().Trim();
        if (text.Length > MostCharacters || _blocks > MostBlocks || _media > MostMedia)
        {
            throw RefusedCall.Bad("RICH_MESSAGE_TOO_LONG");
        }

        return text.Length == 0 && _media == 0 ? throw RefusedCall.Bad("message text is empty") : text;
    }

    private void ReadNext()
    {
        if (_html[_at] == '<')
        {
            ReadTag();
            return;
        }

        if (_html[_at] == '&' && ReadReference() is { } reference)
        {
            _text.Append(reference);
            return;
        }

        _text.Append(_html[_at++]);
    }

    private void ReadTag()
    {
        var begin = _at;
        var end = EndOfTag();
        var inside = _html[(begin + 1)..end];
        _at = end + 1;
        var isEnd = inside.StartsWith('/');
        var name = string.Concat(inside.TrimStart('/').TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == '-')).ToLowerInvariant();
        if (isEnd)
        {
            Close(name, begin);
        }
        else
        {
            Open(name, begin, isEmpty: inside.EndsWith('/'));
        }
    }

    private int EndOfTag()
    {
        var quote = '\0';
        for (var at = _at + 1; at < _html.Length; at++)
        {
            var c = _html[at];
            if (quote == '\0' && c == '>')
            {
                return at;
            }

            quote = quote == '\0' && c is '"' or '\'' ? c : c == quote ? '\0' : quote;
        }

        throw Refuse(At("unclosed start tag", _at));
    }

    private void Open(string name, int begin, bool isEmpty)
    {
        if (!Blocks.Contains(name) && !Inline.Contains(name) && !Void.Contains(name))
        {
            throw Refuse(At($"unsupported start tag \"{name}\"", begin));
        }

        if (Blocks.Contains(name) || Void.Contains(name))
        {
            BreakLine();
            _blocks += name == "br" ? 0 : 1;
        }

        _media += name is "img" or "video" or "audio" ? 1 : 0;
        if (Void.Contains(name) || isEmpty)
        {
            return;
        }

        _open.Push(name);
        if (_open.Count > MostDepth)
        {
            throw RefusedCall.Bad("RICH_MESSAGE_TOO_DEEP");
        }
    }

    private void Close(string name, int begin)
    {
        if (!_open.TryPop(out var open) || open != name)
        {
            throw Refuse($"{At("unmatched end tag", begin)}, expected \"</{open}>\", found \"</{name}>\"");
        }

        if (Blocks.Contains(name))
        {
            BreakLine();
        }
    }

    private void BreakLine()
    {
        if (_text.Length > 0 && _text[^1] != '\n')
        {
            _text.Append('\n');
        }
    }

    private string? ReadReference()
    {
        var end = _html.IndexOf(';', _at);
        if (end < 0 || end - _at > 10)
        {
            return null;
        }

        var name = _html[(_at + 1)..end];
        var text = Named(name) ?? Number(name);
        _at = text is null ? _at : end + 1;
        return text;
    }

    private static string? Named(string name) => name switch
    {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => "\u00A0",
        "hellip" => "…",
        "mdash" => "—",
        "ndash" => "–",
        "lsquo" => "‘",
        "rsquo" => "’",
        "ldquo" => "“",
        "rdquo" => "”",
        _ => null,
    };

    private static string? Number(string name)
    {
        var isHex = name.StartsWith("#x", StringComparison.Ordinal);
        return name.StartsWith('#')
            && int.TryParse(name.AsSpan(isHex ? 2 : 1), isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            && Rune.IsValid(code) && code > 0
            ? new Rune(code).ToString()
            : null;
    }

    private static RefusedCall Refuse(string why) => RefusedCall.Bad($"can't parse rich message: {why}");

    private static string At(string what, int offset) => string.Create(CultureInfo.InvariantCulture, $"{what} at offset {offset}");
}
