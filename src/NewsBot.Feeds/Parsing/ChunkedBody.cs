using System.Buffers.Text;

namespace NewsBot.Feeds.Parsing;

/// <summary>Takes the lengths of a chunked transfer out of a body in which a proxy or a script left them (RFC 9112, 7.1).</summary>
internal static class ChunkedBody
{
    private const int LongestSize = 8;
    private const int LongestExtension = 100;

    /// <summary>Null where the bytes are not chunks from the first to the last; the last one may be cut.</summary>
    public static ReadOnlyMemory<byte>? Undo(ReadOnlySpan<byte> body)
    {
        if (SizeAt(body, out var head) is null || head == body.Length)
        {
            return null;
        }

        var joined = new byte[body.Length];
        var length = 0;
        var rest = body;
        while (SizeAt(rest, out head) is { } size)
        {
            rest = rest[head..];
            var taken = Math.Min(size, rest.Length);
            rest[..taken].CopyTo(joined.AsSpan(length));
            length += taken;
            rest = rest[taken..];
            if (size == 0 || rest.TrimStart("\r\n"u8).IsEmpty)
            {
                return joined.AsMemory(0, length);
            }

            if (!rest.StartsWith("\r\n"u8))
            {
                return null;
            }

            rest = rest[2..];
        }

        return null;
    }

    /// <summary>The size of the chunk that begins here, and how many bytes tell it.</summary>
    private static int? SizeAt(ReadOnlySpan<byte> bytes, out int head)
    {
        head = 0;
        var line = bytes[..Math.Min(bytes.Length, LongestSize + LongestExtension)].IndexOf("\r\n"u8);
        if (line <= 0 || !Utf8Parser.TryParse(bytes[..line], out int size, out var digits, 'x') || digits > LongestSize || size < 0 || (digits < line && bytes[digits] is not ((byte)';' or (byte)' ')))
        {
            return null;
        }

        head = line + 2;
        return size;
    }
}
