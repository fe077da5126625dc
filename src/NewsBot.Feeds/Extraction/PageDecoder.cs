using System.Text;
using System.Text.RegularExpressions;

namespace NewsBot.Feeds.Extraction;

/// <summary>Turns the bytes of a page into text: byte order mark, then what header or page declare where it fits, UTF-8 where valid, else windows-1252. Never throws; at most <see cref="ExtractionLimits.PageBytes"/> are read.</summary>
internal static partial class PageDecoder
{
    private const int HeadBytes = 4_096;

    static PageDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var body = bytes[..Math.Min(bytes.Length, ExtractionLimits.PageBytes)];
        if (Marked(body) is { } marked)
        {
            return marked;
        }

        var valid = IsUtf8(body);
        if (valid && !LooksEscaped(body))
        {
            return Encoding.UTF8.GetString(body);
        }

        var encoding = Declared(body, contentType);
        if (encoding is null or UTF8Encoding)
        {
            return valid || MostlyUtf8(body) ? Encoding.UTF8.GetString(body) : Encoding.GetEncoding(1252).GetString(body);
        }

        return encoding.GetString(body);
    }

    private static string? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xef, 0xbb, 0xbf, ..] => Encoding.UTF8.GetString(bytes[3..]),
        [0xff, 0xfe, 0, 0, ..] => Encoding.UTF32.GetString(bytes[4..]),
        [0xff, 0xfe, ..] => Encoding.Unicode.GetString(bytes[2..]),
        [0xfe, 0xff, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
        [(byte)'<', 0, ..] => Encoding.Unicode.GetString(bytes),
        [0, (byte)'<', ..] => Encoding.BigEndianUnicode.GetString(bytes),
        _ => null,
    };

    /// <summary>Valid to the last whole character: a page may be cut at the limit.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.Length;
        while (end > 0 && bytes.Length - end < 3 && bytes[end - 1] >= 0x80)
        {
            end--;
        }

        return System.Text.Unicode.Utf8.IsValid(bytes) || System.Text.Unicode.Utf8.IsValid(bytes[..end]);
    }

    /// <summary>ISO-2022-JP is written in seven bits and therefore also valid UTF-8.</summary>
    private static bool LooksEscaped(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("\u001b$B"u8) >= 0 || bytes.IndexOf("\u001b$@"u8) >= 0;

    /// <summary>A few damaged characters in a page of UTF-8, such as a cut teaser, do not make it windows-1252.</summary>
    private static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var (broken, high) = (0, 0);
        foreach (var unit in text)
        {
            high += unit > 127 ? 1 : 0;
            broken += unit == '\ufffd' ? 1 : 0;
        }

        return broken * 10 <= high;
    }

    private static Encoding? Declared(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadBytes)]);
        return Find(Charset().Match(contentType ?? "")) ?? Find(Charset().Match(head)) ?? Find(Declaration().Match(head));
    }

    private static Encoding? Find(Match match)
    {
        if (!match.Success)
        {
            return null;
        }

        var name = match.Groups["name"].Value.ToLowerInvariant();
        try
        {
            var encoding = Encoding.GetEncoding(name switch
            {
                // https://encoding.spec.whatwg.org/#names-and-labels
                "gb2312" or "gbk" or "gb_2312-80" => "gb18030",
                "iso-8859-1" or "latin1" or "us-ascii" or "ascii" or "iso8859-1" => "windows-1252",
                "x-sjis" or "shift-jis" or "sjis" => "shift_jis",
                "ks_c_5601-1987" => "euc-kr",
                _ => name,
            });
            return encoding is UnicodeEncoding or UTF32Encoding ? null : encoding;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    [GeneratedRegex("charset\\s*=\\s*[\"']?\\s*(?<name>[A-Za-z0-9_:.-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Charset();

    [GeneratedRegex("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"'](?<name>[A-Za-z0-9_:.-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Declaration();
}
