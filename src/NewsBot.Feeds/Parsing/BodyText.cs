using System.Text;
using System.Text.Unicode;

namespace NewsBot.Feeds.Parsing;

/// <summary>
/// Turns the bytes of a document into text. A byte order mark wins, then the shape of the bytes, then what the response and the document say (RFC 7303, but believing the bytes where they prove a name wrong), then windows-1252.
/// </summary>
internal static class BodyText
{
    static BodyText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType) => TextMending.Mend(Marked(bytes) ?? Wide(bytes) ?? Narrow(bytes, contentType));

    private static string? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xef, 0xbb, 0xbf, ..] => Utf8OrMixed(bytes[3..], Charset.Windows1252),
        [0xff, 0xfe, 0, 0, ..] => Encoding.UTF32.GetString(bytes[4..]),
        [0, 0, 0xfe, 0xff, ..] => Charset.Utf32BigEndian.GetString(bytes[4..]),
        [0xff, 0xfe, (byte)'<', not 0, ..] or [0xfe, 0xff, (byte)'<', not 0, ..] => null,
        [0xff, 0xfe, ..] => Encoding.Unicode.GetString(bytes[2..]),
        [0xfe, 0xff, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
        _ => null,
    };

    /// <summary>The zeros of ASCII characters in UTF-16 and UTF-32 tell them apart without a mark.</summary>
    private static string? Wide(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length & ~3, 128)];
        Span<int> zeros = stackalloc int[4];
        for (var i = 0; i < head.Length; i++)
        {
            zeros[i & 3] += head[i] == 0 ? 1 : 0;
        }

        var most = head.Length / 4 * 3 / 4;
        if (most == 0)
        {
            return null;
        }

        return (zeros[0] > most, zeros[1] > most, zeros[2] > most, zeros[3] > most) switch
        {
            (true, true, true, false) => Charset.Utf32BigEndian.GetString(bytes),
            (false, true, true, true) => Encoding.UTF32.GetString(bytes),
            (true, false, true, false) => Encoding.BigEndianUnicode.GetString(bytes),
            (false, true, false, true) => Encoding.Unicode.GetString(bytes),
            _ => null,
        };
    }

    private static string Narrow(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (Ebcdic.Decode(bytes) is { } ebcdic)
        {
            return ebcdic;
        }

        var charsets = Charset.Candidates(bytes, contentType);
        if (Ascii.IsValid(bytes))
        {
            return charsets.FirstOrDefault(Charset.IsSevenBit) is { } sevenBit ? sevenBit.GetString(bytes) : Encoding.ASCII.GetString(bytes);
        }

        if (Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var declared = charsets.FirstOrDefault(charset => charset is not UTF8Encoding);
        if (declared is { IsSingleByte: false })
        {
            if (charsets.Count == 2 && !Charset.Accepts(charsets[0], bytes) && Charset.Accepts(charsets[1], bytes))
            {
                declared = charsets[1];
            }

            return MixedText.IsMostlyUtf8(bytes) ? MixedText.Decode(bytes, Charset.Windows1252) : declared.GetString(bytes);
        }

        return declared is null ? Utf8OrMixed(bytes, CharsetGuess.Guess(bytes)) : MixedText.HoldsUtf8(bytes) ? MixedText.Decode(bytes, declared) : declared.GetString(bytes);
    }

    private static string Utf8OrMixed(ReadOnlySpan<byte> bytes, Encoding other)
    {
        if (Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        return other.IsSingleByte || MixedText.IsMostlyUtf8(bytes) ? MixedText.Decode(bytes, other.IsSingleByte ? other : Charset.Windows1252) : other.GetString(bytes);
    }
}
