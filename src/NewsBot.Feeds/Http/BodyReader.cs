using System.IO.Compression;
using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Http;

/// <summary>Reads a body within limits on the wire and after decoding: one declared coding, then one undeclared gzip told by its magic.</summary>
internal static class BodyReader
{
    private const int Ratio = 200;
    private const int RatioFrom = 1024 * 1024;

    /// <summary>Throws <see cref="BodyLimitException"/> beyond a limit and <see cref="InvalidDataException"/> for a damaged or unknown coding.</summary>
    public static async Task<Body> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > FeedLimits.WireBytes)
        {
            throw new BodyLimitException();
        }

        await using var wire = await response.Content.ReadAsStreamAsync(cancellationToken);
        var raw = await ReadAllAsync(wire, FeedLimits.WireBytes, cancellationToken);
        var decoded = await DecodeAsync(raw, CodingOf(response), cancellationToken);
        var plain = IsGzip(decoded) ? await InflateAsync(new GZipStream(new MemoryStream(decoded), CompressionMode.Decompress), decoded.Length, cancellationToken) : decoded;
        return new Body(plain, raw.Length);
    }

    private static string CodingOf(HttpResponseMessage response)
    {
        var text = response.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out var values) ? values.ToString() : "";
        return text.Trim().ToLowerInvariant();
    }

    /// <summary>Proxies unpack a body and leave the header: what begins like a text is taken as it is.</summary>
    private static async Task<byte[]> DecodeAsync(byte[] raw, string coding, CancellationToken cancellationToken) => coding switch
    {
        "" or "identity" => raw,
        _ when raw.Length == 0 || LooksLikeText(raw) => raw,
        "gzip" or "x-gzip" => await InflateAsync(new GZipStream(new MemoryStream(raw), CompressionMode.Decompress), raw.Length, cancellationToken),
        "deflate" => await InflateAsync(Deflate(raw), raw.Length, cancellationToken),
        "br" => await InflateAsync(new BrotliStream(new MemoryStream(raw), CompressionMode.Decompress), raw.Length, cancellationToken),
        _ when IsGzip(raw) => raw,
        _ => throw new InvalidDataException("The content coding is not known."),
    };

    private static bool IsGzip(byte[] bytes) => bytes is [0x1f, 0x8b, ..];

    private static bool LooksLikeText(byte[] bytes) =>
        bytes is [(byte)'<', (byte)'?' or (byte)'!' or (byte)'r' or (byte)'f' or (byte)'R', ..] or [0xef, 0xbb, 0xbf, (byte)'<', ..] or [(byte)'{', (byte)'"' or (byte)'\n' or (byte)' ', ..];

    /// <summary>RFC 9110 means zlib; some servers send bare deflate.</summary>
    private static Stream Deflate(byte[] raw)
    {
        var isZlib = raw.Length > 2 && (raw[0] & 0x0f) == 8 && ((raw[0] << 8) + raw[1]) % 31 == 0;
        return isZlib ? new ZLibStream(new MemoryStream(raw), CompressionMode.Decompress) : new DeflateStream(new MemoryStream(raw), CompressionMode.Decompress);
    }

    private static async Task<byte[]> InflateAsync(Stream decoder, int wireBytes, CancellationToken cancellationToken)
    {
        await using (decoder)
        {
            var limit = (int)Math.Min(FeedLimits.DecodedBytes, Math.Max(RatioFrom, (long)wireBytes * Ratio));
            return await ReadAllAsync(decoder, limit, cancellationToken);
        }
    }

    private static async Task<byte[]> ReadAllAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + read > limit)
            {
                throw new BodyLimitException();
            }

            await bytes.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return bytes.ToArray();
    }
}

/// <summary>A decoded body and what it cost on the wire.</summary>
internal readonly record struct Body(byte[] Bytes, long WireBytes)
{
    public static readonly Body Empty = new([], 0);
}

/// <summary>A body went over its limit; <see cref="GuardedHttp"/> turns it into a value.</summary>
internal sealed class BodyLimitException() : Exception("The body is larger than allowed.");
