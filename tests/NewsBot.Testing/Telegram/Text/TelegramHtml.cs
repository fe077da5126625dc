using System.Globalization;

namespace NewsBot.Testing.Telegram.Text;

/// <summary>Reads the HTML of the Bot API as strictly as Telegram does (core.telegram.org/bots/api#html-style, and what TDLib was seen to answer): same text, same entities, same words of refusal.</summary>
public sealed class TelegramHtml
{
    private readonly HtmlCursor _cursor;
    private readonly CodePointBuilder _text = new();
    private readonly Stack<HtmlTag> _open = new();
    private readonly HtmlEntities _entities = new();

    private TelegramHtml(string html) => _cursor = new HtmlCursor(html);

    public static HtmlParse Parse(string html) => new TelegramHtml(html).Read();

    private HtmlParse Read()
    {
        while (!_cursor.IsAtEnd)
        {
            if (ReadNext() is { } reason)
            {
                return new HtmlParse.Refused($"Can't parse entities: {reason}");
            }
        }

        if (_open.TryPeek(out var tag))
        {
            return new HtmlParse.Refused($"Can't parse entities: Can't find end tag corresponding to start tag \"{tag.Name}\"");
        }

        return _text.HasLoneSurrogate
            ? new HtmlParse.Refused("Can't parse entities: Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units")
            : new HtmlParse.Parsed(new FormattedText(_text.ToString(), _entities.InOrder()));
    }

    private string? ReadNext()
    {
        if (_cursor.Current == '&' && _cursor.TryReadReference() is { } code)
        {
            _text.AppendCodePoint(code);
            return null;
        }

        if (_cursor.Current == '<')
        {
            return _cursor.Peek(1) == '/' ? ReadEndTag() : ReadStartTag();
        }

        _text.AppendByte(_cursor.Current);
        _cursor.At++;
        return null;
    }

    private string? ReadStartTag()
    {
        var begin = _cursor.At++;
        SkipName();
        if (_cursor.Current == 0)
        {
            return At("Unclosed start tag", begin);
        }

        var tag = new HtmlTag(_cursor.LowerText(begin + 1), _text.Length);
        if (!HtmlTag.Known.Contains(tag.Name))
        {
            return At($"Unsupported start tag \"{tag.Name}\"", begin);
        }

        while (_cursor.Current != '>')
        {
            if (ReadAttribute(tag, begin) is { } reason)
            {
                return reason;
            }
        }

        _cursor.At++;
        if (tag is { Name: "span", Argument: not "spoiler" })
        {
            return At("Tag \"span\" must have class \"tg-spoiler\"", begin);
        }

        _open.Push(tag);
        return null;
    }

    private string? ReadAttribute(HtmlTag tag, int begin)
    {
        _cursor.SkipSpace();
        if (_cursor.Current == '>')
        {
            return null;
        }

        var nameBegin = _cursor.At;
        while (!_cursor.IsSpace && _cursor.Current is not ((byte)'=' or (byte)'>' or (byte)'/' or (byte)'"' or (byte)'\''))
        {
            _cursor.At++;
        }

        if (_cursor.At == nameBegin)
        {
            return At($"Empty attribute name in the tag \"{tag.Name}\"", begin);
        }

        var name = System.Text.Encoding.UTF8.GetString(_cursor.Slice(nameBegin));
        _cursor.SkipSpace();
        if (_cursor.Current == 0)
        {
            return At($"Unclosed start tag \"{tag.Name}\"", begin);
        }

        if (_cursor.Current != '=')
        {
            tag.Take(name, null);
            return null;
        }

        _cursor.At++;
        _cursor.SkipSpace();
        if (_cursor.Current == 0)
        {
            return At($"Unclosed start tag \"{tag.Name}\"", begin);
        }

        return ReadValue(tag, name, begin);
    }

    private string? ReadValue(HtmlTag tag, string name, int begin)
    {
        var valueBegin = _cursor.At;
        string value;
        if (_cursor.Current is (byte)'"' or (byte)'\'')
        {
            value = ReadQuoted();
        }
        else
        {
            while (char.IsAsciiLetterOrDigit((char)_cursor.Current) || _cursor.Current is (byte)'.' or (byte)'-')
            {
                _cursor.At++;
            }

            value = _cursor.LowerText(valueBegin);
            if (!_cursor.IsSpace && _cursor.Current != '>')
            {
                return At("Unexpected end of name token", valueBegin);
            }
        }

        if (_cursor.Current == 0)
        {
            return At("Unclosed start tag", begin);
        }

        tag.Take(name, value);
        return null;
    }

    private string ReadQuoted()
    {
        var quote = _cursor.Current;
        var value = new CodePointBuilder();
        _cursor.At++;
        while (_cursor.Current != quote && _cursor.Current != 0)
        {
            if (_cursor.Current == '&' && _cursor.TryReadReference() is { } code)
            {
                value.AppendCodePoint(code);
                continue;
            }

            value.AppendByte(_cursor.Current);
            _cursor.At++;
        }

        if (_cursor.Current == quote)
        {
            _cursor.At++;
        }

        return value.ToString();
    }

    private string? ReadEndTag()
    {
        var begin = _cursor.At;
        if (!_open.TryPeek(out var tag))
        {
            return At("Unexpected end tag", begin);
        }

        _cursor.At += 2;
        SkipName();
        var name = _cursor.LowerText(begin + 2);
        _cursor.SkipSpace();
        if (_cursor.Current != '>')
        {
            return At("Unclosed end tag", begin);
        }

        _cursor.At++;
        if (name.Length > 0 && name != tag.Name)
        {
            return $"{At("Unmatched end tag", begin)}, expected \"</{tag.Name}>\", found \"</{name}>\"";
        }

        _open.Pop();
        return _text.Length > tag.Offset ? _entities.Close(tag, _text.ToString()[tag.Offset..]) : null;
    }

    private void SkipName()
    {
        while (!_cursor.IsSpace && _cursor.Current != '>')
        {
            _cursor.At++;
        }
    }

    private static string At(string what, int offset) => string.Create(CultureInfo.InvariantCulture, $"{what} at byte offset {offset}");
}
