using System.Text;

namespace NewsBot.Feeds.Html;

/// <summary>Copies HTML tag by tag under the limits of <see cref="HtmlGuard"/>. Each character is looked at a fixed number of times.</summary>
internal sealed class MarkupScanner(string html, bool withLinks)
{
    private readonly StringBuilder _kept = new(Math.Min(html.Length, 1 << 20));
    private readonly List<string> _linkedData = [];
    private readonly OpenElements _open = new();
    private readonly HashSet<string> _neverClosed = new(StringComparer.OrdinalIgnoreCase);
    private int _at;
    private int _tags;
    private int _lineBreaks;
    private int _scriptCharacters;

    public GuardedMarkup Run()
    {
        while (_at < html.Length)
        {
            var tag = html.IndexOf('<', _at);
            CopyText(tag < 0 ? html.Length : tag);
            if (tag < 0)
            {
                break;
            }

            ReadMarkup();
        }

        return new GuardedMarkup(_kept.ToString(), _linkedData, _scriptCharacters);
    }

    private void CopyText(int end)
    {
        if (end > _at)
        {
            var text = html.AsSpan(_at, end - _at);
            if (text.IsWhiteSpace())
            {
                _kept.Append(text.Contains('\n') ? '\n' : ' ');
            }
            else
            {
                _lineBreaks = 0;
                _kept.Append(text);
            }

            _at = end;
        }
    }

    private void ReadMarkup()
    {
        var next = _at + 1 < html.Length ? html[_at + 1] : '\0';
        if (char.IsAsciiLetter(next))
        {
            ReadStart();
        }
        else if (next == '/' && _at + 2 < html.Length && char.IsAsciiLetter(html[_at + 2]))
        {
            ReadEnd();
        }
        else if (next is '!' or '?' or '/')
        {
            SkipDeclaration();
        }
        else
        {
            _kept.Append("&lt;");
            _at++;
        }
    }

    private void SkipDeclaration()
    {
        if (html.AsSpan(_at).StartsWith("<!--", StringComparison.Ordinal))
        {
            var close = html.IndexOf("-->", Math.Min(html.Length, _at + 2), StringComparison.Ordinal);
            _at = close < 0 ? html.Length : close + 3;
            return;
        }

        if (html.AsSpan(_at).StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase))
        {
            _kept.Append("<!DOCTYPE html>");
        }

        var end = html.IndexOf('>', _at);
        _at = end < 0 ? html.Length : end + 1;
    }

    private void ReadStart()
    {
        var tag = TagReader.Read(html, _at + 1, withLinks);
        _at = tag.End;
        if (!tag.IsWhole)
        {
            return;
        }

        if (HtmlNames.Dropped.Contains(tag.Name) && !tag.IsShadowRoot)
        {
            DropContent(tag);
        }
        else if (_tags >= HtmlGuard.Tags || IsRepeatedBreak(tag.Name) || !_open.TryOpen(tag.Name))
        {
            _kept.Append(' ');
        }
        else
        {
            _tags++;
            tag.WriteTo(_kept);
            CopyRawContent(tag.Name);
        }
    }

    /// <summary>Two line breaks say all that more of them say.</summary>
    private bool IsRepeatedBreak(string name)
    {
        _lineBreaks = name == "br" ? _lineBreaks + 1 : 0;
        return _lineBreaks > 2;
    }

    private void DropContent(TagReader tag)
    {
        if (_neverClosed.Contains(tag.Name))
        {
            return;
        }

        var close = html.IndexOf("</" + tag.Name, _at, StringComparison.OrdinalIgnoreCase);
        if (close < 0)
        {
            _neverClosed.Add(tag.Name);
            _at = HtmlNames.Raw.Contains(tag.Name) ? html.Length : _at;
            return;
        }

        if (tag.Name == "script")
        {
            _scriptCharacters += close - _at;
            KeepLinkedData(tag, close);
        }

        var end = html.IndexOf('>', close);
        _at = end < 0 ? html.Length : end + 1;
    }

    private void KeepLinkedData(TagReader tag, int close)
    {
        if (tag.Type.Contains("ld+json", StringComparison.OrdinalIgnoreCase) && close - _at < Extraction.ExtractionLimits.LinkedDataCharacters)
        {
            _linkedData.Add(html[_at..close]);
        }
    }

    /// <summary>The content of title and textarea is text, whatever it looks like.</summary>
    private void CopyRawContent(string name)
    {
        if (!HtmlNames.Raw.Contains(name))
        {
            return;
        }

        var close = html.IndexOf("</" + name, _at, StringComparison.OrdinalIgnoreCase);
        var end = close < 0 ? html.Length : close;
        _kept.Append(html.AsSpan(_at, end - _at));
        _at = end;
    }

    private void ReadEnd()
    {
        var start = _at + 2;
        var end = start;
        while (end < html.Length && (char.IsAsciiLetterOrDigit(html[end]) || html[end] is '-' or ':'))
        {
            end++;
        }

        var name = html[start..end].ToLowerInvariant();
        var close = html.IndexOf('>', end);
        _at = close < 0 ? html.Length : close + 1;
        if (_tags < HtmlGuard.Tags && _open.TryClose(name))
        {
            _tags++;
            _kept.Append("</").Append(name).Append('>');
        }
        else
        {
            _kept.Append(' ');
        }
    }
}
