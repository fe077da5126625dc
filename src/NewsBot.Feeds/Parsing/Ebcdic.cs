using System.Text;

namespace NewsBot.Feeds.Parsing;

/// <summary>Documents of mainframes: "&lt;?xm" is 4C 6F A7 94 there (XML 1.0, appendix F).</summary>
internal static class Ebcdic
{
    /// <summary>Null when the document does not begin so.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [0x4c, 0x6f, 0xa7, 0x94, ..])
        {
            return null;
        }

        var basic = Encoding.GetEncoding(37);
        var head = Encoding.Latin1.GetBytes(basic.GetString(bytes[..Math.Min(bytes.Length, 400)]));
        var declared = Charset.Candidates(head, null).FirstOrDefault();
        return (declared ?? basic).GetString(bytes);
    }
}
