using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Parsing;

/// <summary>Turns the bytes of a document into text: gzip by magic, byte order mark, header, declaration, UTF-8 where valid, else windows-1252.</summary>
internal static partial class BodyText
{
    static BodyText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Null when the bytes are no text.</summary>
    public static string? Decode(FeedDocument document)
    {
        var bytes = Unzip(document.Body);
        if (bytes is null)
        {
            return null;
        }

        var span = bytes.Value.Span;
        var text = Marked(span) ?? Named(span, document.ContentType) ?? Guess(span);
        return text.AsSpan(0, Math.Min(text.Length, 2_000)).Contains('\0') ? null : text.TrimStart('\ufeff', ' ', '\n', '\r', '\t');
    }

    private static ReadOnlyMemory<byte>? Unzip(ReadOnlyMemory<byte> body)
    {
        if (body.Length < 2 || body.Span[0] != 0x1f || body.Span[1] != 0x8b)
        {
            return body;
        }

        using var zipped = new GZipStream(new MemoryStream(body.ToArray()), CompressionMode.Decompress);
        var decoded = new byte[FeedLimits.DecodedBytes];
        var length = 0;
        try
        {
            int read;
            while (length < decoded.Length && (read = zipped.Read(decoded, length, decoded.Length - length)) > 0)
            {
                length += read;
            }
        }
        catch (InvalidDataException)
        {
            // A cut archive: what came out of it is read.
        }

        return length == 0 ? null : decoded.AsMemory(0, length);
    }

    private static string? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xef, 0xbb, 0xbf, ..] => Encoding.UTF8.GetString(bytes[3..]),
        [0xff, 0xfe, 0, 0, ..] => Encoding.UTF32.GetString(bytes[4..]),
        [0, 0, 0xfe, 0xff, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(bytes[4..]),
        [0xff, 0xfe, ..] => Encoding.Unicode.GetString(bytes[2..]),
        [0xfe, 0xff, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
        [(byte)'<', 0, 0, 0, ..] => Encoding.UTF32.GetString(bytes),
        [0, 0, 0, (byte)'<', ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(bytes),
        [(byte)'<', 0, ..] => Encoding.Unicode.GetString(bytes),
        [0, (byte)'<', ..] => Encoding.BigEndianUnicode.GetString(bytes),
        _ => null,
    };

    private static string? Named(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 400)]);
        var names = new[] { HeaderCharset().Match(contentType ?? "").Groups["name"].Value, Declaration().Match(head).Groups["name"].Value };
        foreach (var name in names.Where(name => name.Length > 0))
        {
            if (Find(name) is { } encoding && !IsWide(encoding))
            {
                return encoding is UTF8Encoding ? null : encoding.GetString(bytes);
            }
        }

        return null;
    }

    /// <summary>A document that begins with "&lt;" in one byte is not UTF-16, whatever it says.</summary>
    private static bool IsWide(Encoding encoding) => encoding is UnicodeEncoding or UTF32Encoding;

    private static Encoding? Find(string name)
    {
        try
        {
            return Encoding.GetEncoding(name.Trim().ToLowerInvariant() switch
            {
                "gb2312" or "gbk" => "gb18030",
                "iso-8859-1" or "latin1" or "us-ascii" or "ascii" => "windows-1252",
                var known => known,
            });
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Guess(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var broken = text.Count(unit => unit == '\ufffd');
        return broken * 50 > text.Count(unit => unit > 127) && broken > 0 ? Encoding.GetEncoding(1252).GetString(bytes) : text;
    }

    [GeneratedRegex("charset\\s*=\\s*[\"']?(?<name>[A-Za-z0-9_:.-]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex HeaderCharset();

    [GeneratedRegex("<\\?xml[^>]*?encoding\\s*=\\s*[\"'](?<name>[A-Za-z0-9_:.-]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Declaration();
}
