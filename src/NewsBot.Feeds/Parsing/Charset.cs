using System.Globalization;
using System.Text;

namespace NewsBot.Feeds.Parsing;

/// <summary>The encodings a document may be named after.</summary>
internal static class Charset
{
    private const int DeclarationBytes = 1024;

    private static readonly AsciiSet ValueEnds = new(" \t\r\n\"';,?");

    static Charset()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Windows1252 = Encoding.GetEncoding(1252);
    }

    public static Encoding Windows1252 { get; }

    public static Encoding Utf32BigEndian { get; } = new UTF32Encoding(bigEndian: true, byteOrderMark: false);

    /// <summary>What the header and then the XML declaration say; unknown names and wide encodings, which the bytes would have shown, are left out.</summary>
    public static List<Encoding> Candidates(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var found = new List<Encoding>(2);
        Add(found, ValueAfter(contentType ?? "", "charset"));
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationBytes)]);
        var declaration = head.IndexOf("<?xml", StringComparison.OrdinalIgnoreCase);
        var end = declaration < 0 ? -1 : head.IndexOf('>', declaration);
        if (end > 0)
        {
            Add(found, ValueAfter(head[declaration..end], "encoding"));
        }
        else if (head.IndexOf("<meta", StringComparison.OrdinalIgnoreCase) is >= 0 and var meta)
        {
            Add(found, ValueAfter(head[meta..], "charset"));
        }

        return found;
    }

    /// <summary>Encodings whose bytes look like ASCII.</summary>
    public static bool IsSevenBit(Encoding encoding) => encoding.CodePage is 50220 or 50221 or 50222 or 50225 or 50227 or 52936;

    /// <summary>True when all bytes mean something in the encoding.</summary>
    public static bool Accepts(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var strict = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            strict.GetCharCount(bytes);
            return true;
        }
        catch (Exception e) when (e is DecoderFallbackException or NotSupportedException or ArgumentException)
        {
            return false;
        }
    }

    private static int? PageOf(string number) => int.TryParse(number.TrimStart('-'), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : null;

    private static void Add(List<Encoding> found, string name)
    {
        if (name.Length > 0 && Find(name) is { } encoding and not UnicodeEncoding and not UTF32Encoding)
        {
            found.Add(encoding);
        }
    }

    /// <summary>The value of <c>name = "value"</c> with or without quotes, or "".</summary>
    private static string ValueAfter(string text, string name)
    {
        var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        var rest = at < 0 ? [] : text.AsSpan(at + name.Length).TrimStart();
        if (rest is not ['=', ..])
        {
            return "";
        }

        rest = rest[1..].TrimStart(" \t\r\n\"'");
        var end = ValueEnds.IndexOf(rest);
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    /// <summary>Names as the WHATWG Encoding Standard reads them: the web means windows-1252 by "iso-8859-1" and GB 18030 by "gb2312".</summary>
    private static Encoding? Find(string name)
    {
        var label = name.ToLowerInvariant().Replace('_', '-');
        try
        {
            return label switch
            {
                "utf8" or "utf-8" or "utf" or "unicode-1-1-utf-8" or "utf-8-sig" => Encoding.UTF8,
                "gb2312" or "gbk" or "gb-2312-80" or "chinese" or "cp936" or "x-gbk" or "euc-cn" => Encoding.GetEncoding("gb18030"),
                "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "cp1252" or "win-1252" or "cp-1252" or "iso-ir-100" or "l1" => Windows1252,
                "shift-jis" or "sjis" or "x-sjis" or "ms-kanji" or "windows-31j" or "cp932" => Encoding.GetEncoding(932),
                "euc-kr" or "ks-c-5601-1987" or "ksc5601" or "korean" or "cp949" or "windows-949" or "ks-c-5601" => Encoding.GetEncoding(949),
                "big5" or "big5-hkscs" or "cp950" or "x-x-big5" => Encoding.GetEncoding(950),
                "utf-16" or "utf-16le" or "utf-16be" or "utf-32" or "utf-7" or "ucs-2" => null,
                _ when label.StartsWith("cp", StringComparison.Ordinal) && PageOf(label[2..]) is { } page => Encoding.GetEncoding(page),
                _ when label.StartsWith("win-", StringComparison.Ordinal) => Encoding.GetEncoding("windows-" + label[4..]),
                _ when label.StartsWith("windows", StringComparison.Ordinal) && PageOf(label[7..]) is { } page => Encoding.GetEncoding(page),
                _ => Encoding.GetEncoding(name),
            };
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
