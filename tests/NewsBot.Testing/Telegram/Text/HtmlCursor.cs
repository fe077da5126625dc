using System.Text;

namespace NewsBot.Testing.Telegram.Text;

/// <summary>A position in the UTF-8 bytes of an HTML text; Telegram counts its error offsets in bytes. Past the end there are only zeros.</summary>
internal sealed class HtmlCursor(string html)
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(html);

    public int At { get; set; }

    public bool IsAtEnd => At >= _bytes.Length;

    public byte Current => Peek(0);

    public byte Peek(int ahead) => At + ahead < _bytes.Length ? _bytes[At + ahead] : (byte)0;

    /// <summary>Space, tab, line breaks; and the end, which stops every search for a space.</summary>
    public bool IsSpace => Current is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0 or 11;

    public void SkipSpace()
    {
        while (Current != 0 && IsSpace)
        {
            At++;
        }
    }

    public ReadOnlySpan<byte> Slice(int from) => _bytes.AsSpan(from, At - from);

    /// <summary>The bytes from there to here as text, A to Z in lower case.</summary>
    public string LowerText(int from) => string.Concat(Encoding.UTF8.GetString(Slice(from)).Select(c => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c));

    /// <summary>Reads the character reference at a '&amp;' and moves behind it; null, without moving, when Telegram shows it as it is. Rules as measured with TDLib: numbers, and four names; the semicolon is optional.</summary>
    public int? TryReadReference()
    {
        var start = At;
        var code = Peek(1) == '#' ? ReadNumber() : ReadName();
        if (code is null)
        {
            At = start;
            return null;
        }

        if (Current == ';')
        {
            At++;
        }

        return code;
    }

    private int? ReadNumber()
    {
        var start = At;
        var isHex = Peek(2) == 'x';
        At += isHex ? 3 : 2;
        long number = 0;
        while (isHex ? char.IsAsciiHexDigit((char)Current) : char.IsAsciiDigit((char)Current))
        {
            var digit = char.IsAsciiDigit((char)Current) ? Current - '0' : (Current | 0x20) - 'a' + 10;
            number = Math.Min((number * (isHex ? 16 : 10)) + digit, int.MaxValue);
            At++;
        }

        return number is 0 or >= 0x10ffff || At - start >= 10 ? null : (int)number;
    }

    private int? ReadName()
    {
        At++;
        var start = At;
        while (char.IsAsciiLetter((char)Current))
        {
            At++;
        }

        return Encoding.ASCII.GetString(Slice(start)) switch
        {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            _ => null,
        };
    }
}
