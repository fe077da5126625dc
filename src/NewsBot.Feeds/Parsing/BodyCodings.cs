using System.IO.Compression;

namespace NewsBot.Feeds.Parsing;

/// <summary>Undoes what a response did not declare: gzip and zlib by their magic, deflate and brotli by trial, chunks of a transfer, also one over the other. What came out of a cut archive is kept.</summary>
internal static class BodyCodings
{
    private const int MostCodings = 4;

    public static ReadOnlyMemory<byte> Undo(ReadOnlyMemory<byte> body, int mostBytes)
    {
        for (var i = 0; i < MostCodings; i++)
        {
            if (UndoOne(body, mostBytes) is not { } decoded)
            {
                return body;
            }

            body = decoded;
        }

        return body;
    }

    private static ReadOnlyMemory<byte>? UndoOne(ReadOnlyMemory<byte> body, int mostBytes)
    {
        var head = body.Span;
        if (head is [>= (byte)'0' and <= (byte)'f', ..] && ChunkedBody.Undo(head) is { } joined)
        {
            return joined;
        }

        if (head is [(byte)'\r' or (byte)'\n', ..] && head.TrimStart("\r\n"u8) is [0x1f, 0x8b, ..] archive)
        {
            return body[^archive.Length..];
        }

        if (head is [0x1f, 0x8b, ..])
        {
            return Read(body, stream => new GZipStream(stream, CompressionMode.Decompress), mostBytes);
        }

        if (head.Length < 3 || LooksLikeText(head))
        {
            return null;
        }

        var isZlib = (head[0] & 0x0f) == 8 && ((head[0] * 256) + head[1]) % 31 == 0;
        var decoded = isZlib ? Read(body, stream => new ZLibStream(stream, CompressionMode.Decompress), mostBytes) : null;
        decoded ??= TextOnly(Read(body, stream => new BrotliStream(stream, CompressionMode.Decompress), mostBytes));
        return decoded ?? TextOnly(Read(body, stream => new DeflateStream(stream, CompressionMode.Decompress), mostBytes));
    }

    private static ReadOnlyMemory<byte>? TextOnly(ReadOnlyMemory<byte>? decoded) => decoded is { } bytes && LooksLikeText(bytes.Span) ? decoded : null;

    /// <summary>Text has few control bytes; the wide encodings have a zero in every other byte or more.</summary>
    private static bool LooksLikeText(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 1_024)];
        var control = 0;
        foreach (var value in head)
        {
            control += value is < 9 or (> 13 and < 32) && value != 0 ? 1 : 0;
        }

        return control * 20 <= head.Length && head.ContainsAny("<{"u8);
    }

    private static ReadOnlyMemory<byte>? Read(ReadOnlyMemory<byte> body, Func<Stream, Stream> open, int mostBytes)
    {
        using var output = new MemoryStream();
        var buffer = new byte[32 * 1024];
        try
        {
            using var decoder = open(System.Runtime.InteropServices.MemoryMarshal.TryGetArray(body, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count) : new MemoryStream(body.ToArray()));
            int read;
            while (output.Length < mostBytes && (read = decoder.Read(buffer)) > 0)
            {
                output.Write(buffer, 0, (int)Math.Min(read, mostBytes - output.Length));
            }
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
        {
            // A cut or damaged archive: what came out of it is read.
        }

        return output.Length == 0 ? null : output.GetBuffer().AsMemory(0, (int)output.Length);
    }
}
