namespace NewsBot.Feeds.Parsing;

/// <summary>
/// Cuts a document into tags and text in one linear pass without recursion. It accepts what is no XML: a "&lt;" that begins no tag is text, values need no quotes, and an open CDATA section ends with its element.
/// </summary>
internal sealed partial class XmlScanner(string text, int start)
{
    private const int MostAttributes = 256;
    private const int MostSpaces = 8;
    private const int LongestName = 40;

    private static readonly AsciiSet NameEnds = new(" \t\r\n/>=<\"'");

    private static readonly AsciiSet ValueEnds = new(" \t\r\n><");

    private XmlAttributeSlice[] _attributes = new XmlAttributeSlice[16];
    private int _attributeCount;
    private int _position = start;

    /// <summary>Of the token that was read last: the text, the characters of a CDATA section or the qualified name.</summary>
    public int Start { get; private set; }

    public int Length { get; private set; }

    /// <summary>Where the markup of the token begins and where the next one begins.</summary>
    public int TokenStart { get; private set; }

    public int Position => _position;

    public bool IsEmptyElement { get; private set; }

    public int AttributeCount => _attributeCount;

    /// <summary>Of the start tag that was read last; valid until the next.</summary>
    public ref readonly XmlAttributeSlice Attribute(int index) => ref _attributes[index];

    /// <summary>True once something was read that XML forbids.</summary>
    public bool Repaired { get; private set; }

    /// <summary>Reads the next token.</summary>
    /// <param name="open">The qualified name of the innermost open element: an unfinished CDATA section ends with it.</param>
    public XmlToken Read(ReadOnlySpan<char> open)
    {
        while (_position < text.Length)
        {
            TokenStart = _position;
            if (text[_position] != '<' || !BeginsMarkup(_position))
            {
                return ReadText();
            }

            switch (text[_position + 1])
            {
                case '/':
                    return ReadEndTag();
                case '!' when CharactersMarkAt(_position) is > 0 and var mark:
                    return ReadCharacters(open, mark);
                case '!' or '?' or '%':
                    Skip();
                    continue;
            }

            if (ReadStartTag())
            {
                return XmlToken.StartTag;
            }
        }

        return XmlToken.End;
    }

    private bool IsAt(int position, string mark) => text.AsSpan(position).StartsWith(mark, StringComparison.OrdinalIgnoreCase);

    private bool BeginsMarkup(int position)
    {
        var next = position + 1 < text.Length ? text[position + 1] : '\0';
        return next switch
        {
            '/' => position + 2 < text.Length && (IsNameStart(text[position + 2]) || text[position + 2] == '>' || IsSpacedName(position + 2)),
            '?' => position + 2 < text.Length && (IsNameStart(text[position + 2]) || text[position + 2] == '='),
            '!' => IsAt(position, "<!--") || CharactersMarkAt(position) > 0 || (position + 2 < text.Length && char.IsAsciiLetter(text[position + 2])),
            '%' => Find("%>", position) >= 0,
            ' ' or '\t' or '\r' or '\n' => IsSpacedName(position + 1),
            _ => IsNameStart(next) && ClosesBeforeNext(position),
        };
    }

    /// <summary>"&lt; title&gt;": white space before a name that only feeds use, and nothing behind it.</summary>
    private bool IsSpacedName(int position)
    {
        var at = SkipSpace(position, MostSpaces);
        var rest = text.AsSpan(at, Math.Min(LongestName, text.Length - at));
        var length = at > position ? NameEnds.IndexOf(rest) : -1;
        if (length <= 0 || rest[length..].TrimStart() is not ['>', ..])
        {
            return false;
        }

        var name = rest[..length];
        return XmlNames.Find(name[(name.IndexOf(':') + 1)..]).Has(FeedRole.Field);
    }

    /// <summary>Length of the mark that opens a CDATA section, white space in it included; 0 where there is none.</summary>
    private int CharactersMarkAt(int position)
    {
        var at = position + 2;
        foreach (var part in (ReadOnlySpan<string>)["[", "CDATA", "["])
        {
            at = SkipSpace(at, MostSpaces);
            if (!IsAt(at, part))
            {
                return 0;
            }

            at += part.Length;
        }

        return at - position;
    }

    private static bool IsNameStart(char character) => char.IsAsciiLetter(character) || character is '_' or ':' || (character > 127 && char.IsLetter(character));

    /// <summary>"a &lt;b" is no tag: its end comes after the start of the next one.</summary>
    private bool ClosesBeforeNext(int position)
    {
        for (var at = position + 1; at < text.Length; at++)
        {
            if (text[at] is '<' or '>' or '=')
            {
                return text[at] != '<';
            }
        }

        return false;
    }

    private XmlToken ReadText()
    {
        var end = _position;
        do
        {
            var next = text.AsSpan(end + 1).IndexOf('<');
            end = next < 0 ? text.Length : end + 1 + next;
        }
        while (end < text.Length && !BeginsMarkup(end));

        (Start, Length) = (_position, end - _position);
        Repaired |= text[_position] == '<';
        _position = end;
        if (_repeatedMarks > 0 && text.AsSpan(Start, Length).IndexOf("]]>", StringComparison.Ordinal) is >= 0 and var mark)
        {
            _repeatedMarks--;
            (Length, _position) = (mark, Start + mark + 3);
        }

        return XmlToken.Text;
    }

    private XmlToken ReadEndTag()
    {
        var begin = SkipSpace(_position + 2, MostSpaces);
        var name = text.AsSpan(begin);
        var length = NameEnds.IndexOf(name);
        length = length < 0 ? name.Length : length;
        (Start, Length) = (begin, length);
        var close = length < name.Length && name[length] == '>' ? 0 : name[length..].IndexOfAny('>', '<');
        var isClosed = close >= 0 && name[length + close] == '>';
        Repaired |= !isClosed || begin > _position + 2;
        _position = close < 0 ? text.Length : begin + length + close + (isClosed ? 1 : 0);
        return XmlToken.EndTag;
    }

    /// <summary>False when the document ends inside the tag.</summary>
    private bool ReadStartTag()
    {
        var at = SkipSpace(_position + 1, MostSpaces);
        Repaired |= at > _position + 1;
        var length = NameEnds.IndexOf(text.AsSpan(at));
        if (length < 0)
        {
            return Abandon();
        }

        (Start, Length) = (at, length);
        at += length;
        _attributeCount = 0;
        while (at < text.Length)
        {
            var character = text[at];
            switch (character)
            {
                case '>':
                    IsEmptyElement = text[at - 1] == '/' && !EndsUnquotedValue(at - 1);
                    _position = at + 1;
                    return true;
                case '<':
                    Repaired = true;
                    IsEmptyElement = false;
                    _position = at;
                    return true;
                case '/' or '=' or '"' or '\'':
                    at++;
                    break;
                default:
                    at = char.IsWhiteSpace(character) ? at + 1 : ReadAttribute(at);
                    break;
            }
        }

        return Abandon();
    }

    private bool EndsUnquotedValue(int slash) =>
        _attributeCount > 0 && _attributes[_attributeCount - 1] is var last && last.ValueLength > 0 && slash < last.ValueStart + last.ValueLength;

    private bool Abandon()
    {
        Repaired = true;
        _position = text.Length;
        return false;
    }
}
