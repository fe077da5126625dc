namespace NewsBot.Feeds.Parsing;

/// <summary>The parts of a document that are neither text nor tag: attributes, CDATA sections, comments, declarations.</summary>
internal sealed partial class XmlScanner
{
    /// <summary>The last search for each mark also answers searches that begin between its start and its find: that keeps the pass linear.</summary>
    private readonly Dictionary<string, (int From, int Found)> _searches = new(StringComparer.Ordinal);

    /// <summary>Keeps the pass linear where no such quote is ever closed.</summary>
    private const int LongestOddValue = 2 * 1024;

    /// <summary>Ends of CDATA sections that belong to marks repeated inside one.</summary>
    private int _repeatedMarks;

    /// <summary>Position behind the attribute.</summary>
    private int ReadAttribute(int at)
    {
        var nameLength = NameEnds.IndexOf(text.AsSpan(at));
        nameLength = nameLength < 0 ? text.Length - at : nameLength;
        if (nameLength == 0)
        {
            return at + 1;
        }

        var end = SkipSpace(at + nameLength);
        var slice = new XmlAttributeSlice(at, nameLength, end, 0);
        if (end < text.Length && text[end] == '=')
        {
            slice = ReadValue(at, nameLength, SkipSpace(end + 1), out end);
        }
        else
        {
            Repaired = true;
        }

        Keep(slice);
        return end;
    }

    private void Keep(XmlAttributeSlice slice)
    {
        if (_attributeCount == _attributes.Length && _attributeCount < MostAttributes)
        {
            Array.Resize(ref _attributes, MostAttributes);
        }

        if (_attributeCount < _attributes.Length)
        {
            _attributes[_attributeCount++] = slice;
        }
    }

    private XmlAttributeSlice ReadValue(int nameStart, int nameLength, int at, out int end)
    {
        if (at < text.Length && text[at] is '"' or '\'')
        {
            var quoted = QuotedLength(at);
            end = Math.Min(text.Length, at + 1 + quoted + (IsQuoteAt(at + 1 + quoted, text[at]) ? 1 : 0));
            return new XmlAttributeSlice(nameStart, nameLength, at + 1, quoted);
        }

        Repaired = true;
        if (OddlyQuoted(at, out end) is { } odd)
        {
            return new XmlAttributeSlice(nameStart, nameLength, odd.Start, odd.Length);
        }

        var rest = text.AsSpan(at);
        var length = ValueEnds.IndexOf(rest);
        length = length < 0 ? rest.Length : length;
        var isEmptyElement = length > 0 && at + length < text.Length && text[at + length] == '>' && text[at + length - 1] == '/';
        end = at + length;
        return new XmlAttributeSlice(nameStart, nameLength, at, isEmptyElement ? length - 1 : length);
    }

    /// <summary>Values in the quotes of word processors, or in quotes that a script escaped with a backslash; null where no such quotes stand around it.</summary>
    private (int Start, int Length)? OddlyQuoted(int at, out int end)
    {
        end = at;
        var rest = text.AsSpan(at);
        var mark = rest is [>= '\u201c' and <= '\u201f', ..] ? 1 : rest is ['\\', '"' or '\'', ..] ? 2 : 0;
        if (mark == 0)
        {
            return null;
        }

        var value = rest[mark..Math.Min(rest.Length, mark + LongestOddValue)];
        var stop = value.IndexOfAny('<', '>');
        value = stop < 0 ? value : value[..stop];
        var close = mark == 1 ? value.IndexOfAnyInRange('\u201c', '\u201f') : value.IndexOf(rest[..2]);
        end = close < 0 ? at : at + mark + close + mark;
        return close < 0 ? null : (at + mark, close);
    }

    private bool IsQuoteAt(int at, char quote) => at < text.Length && text[at] == quote;

    /// <summary>A value whose closing quote comes only in a later tag ends with its own tag.</summary>
    private int QuotedLength(int at)
    {
        var rest = text.AsSpan(at + 1);
        var stop = rest.IndexOfAny(text[at], '<');
        if (stop >= 0 && rest[stop] == text[at])
        {
            return stop > 1 && rest[stop - 1] == '=' ? BeforeNextName(rest, stop) : stop;
        }

        Repaired = true;
        var bounded = stop < 0 ? rest : rest[..stop];
        var close = bounded.IndexOf('>');
        if (close >= 0)
        {
            return close > 0 && bounded[close - 1] == '/' ? close - 1 : close;
        }

        var quote = stop < 0 ? -1 : rest[..Math.Min(rest.Length, 4 * 1024)].IndexOf(text[at]);
        return quote >= 0 ? quote : bounded.Length;
    }

    /// <summary>In <c>a="1 b="2"</c> the quote behind the second sign opens a value; what was read up to there is the first value and the second name.</summary>
    private int BeforeNextName(ReadOnlySpan<char> rest, int quote)
    {
        var space = rest[..quote].LastIndexOfAny(" \t\r\n");
        var closesValue = rest[(quote + 1)..] is [] or [' ' or '\t' or '\r' or '\n' or '>' or '?', ..] or ['/', '>', ..];
        if (closesValue || space < 0 || !IsNameStart(rest[space + 1]) || NameEnds.IndexOf(rest[(space + 1)..(quote - 1)]) >= 0)
        {
            return quote;
        }

        Repaired = true;
        return rest[..space].TrimEnd().Length;
    }

    private int SkipSpace(int at, int most = int.MaxValue)
    {
        for (var skipped = 0; at < text.Length && skipped < most && char.IsWhiteSpace(text[at]); skipped++)
        {
            at++;
        }

        return at;
    }

    /// <summary>
    /// A section that swallows the end tag of its element was never closed; one that begins inside another only repeats the mark.
    /// </summary>
    private XmlToken ReadCharacters(ReadOnlySpan<char> open, int mark)
    {
        Start = _position + mark;
        var close = Find("]]>", Start);
        var section = text.AsSpan(Start, (close < 0 ? text.Length : close) - Start);
        var nested = section.IndexOf("<![CDATA[", StringComparison.Ordinal);
        if (close >= 0 && nested < 0)
        {
            Length = section.Length;
            _position = close + 3;
            return XmlToken.Characters;
        }

        Repaired = true;
        var ownEnd = EndTagOf(open, nested < 0 ? section : section[..nested]);
        if (ownEnd >= 0)
        {
            (Length, _position) = (ownEnd, Start + ownEnd);
            return XmlToken.Characters;
        }

        if (nested >= 0)
        {
            (Length, _position) = (nested, Start + nested);
            _repeatedMarks++;
            return XmlToken.Characters;
        }

        (Length, _position) = (section.Length, text.Length);
        return XmlToken.Characters;
    }

    private static int EndTagOf(ReadOnlySpan<char> name, ReadOnlySpan<char> section) => name.IsEmpty ? -1 : section.IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);

    /// <summary>Comments, processing instructions and declarations. An unfinished one ends with the next "&gt;".</summary>
    private void Skip()
    {
        if (IsAt(_position, "<!--"))
        {
            SkipTo("-->", _position + 4);
            return;
        }

        if (text[_position + 1] == '?')
        {
            SkipTo("?>", _position + 2);
            return;
        }

        if (text[_position + 1] == '%')
        {
            SkipTo("%>", _position + 2);
            return;
        }

        var rest = text.AsSpan(_position);
        var stop = rest.IndexOfAny('[', '>');
        if (stop >= 0 && rest[stop] == '[' && IsAt(_position, "<!DOCTYPE"))
        {
            SkipTo("]>", _position + stop);
            return;
        }

        SkipTo(">", _position);
    }

    private void SkipTo(string mark, int from)
    {
        var end = from > text.Length ? -1 : Find(mark, from);
        if (end >= 0)
        {
            _position = end + mark.Length;
            return;
        }

        Repaired = true;
        var close = text.IndexOf('>', _position);
        _position = close < 0 ? text.Length : close + 1;
    }

    private int Find(string mark, int from)
    {
        if (_searches.TryGetValue(mark, out var last) && from >= last.From && (last.Found < 0 || from <= last.Found))
        {
            return last.Found;
        }

        var found = text.IndexOf(mark, from, StringComparison.Ordinal);
        _searches[mark] = (from, found);
        return found;
    }
}
