using System.IO.Compression;
using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Http;

/// <summary>Reads a body within limits on the wire and after decoding: one declared coding, then one undeclared gzip told by its magic.</summary>
internal static class BodyReader
{
    private const int Ratio = 200;
    private const int RatioFrom = 1024 * 1024;

    public static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var wire = await response.Content.ReadAsStreamAsync(cancellationToken);
        var raw = await ReadAllAsync(wire, FeedLimits.WireBytes, cancellationToken);
        var coding = response.Content.Headers.ContentEncoding.LastOrDefault()?.Trim().ToLowerInvariant();
        var decoded = coding switch
        {
            "gzip" or "x-gzip" when IsGzip(raw) => await InflateAsync(new GZipStream(new MemoryStream(raw), CompressionMode.Decompress), raw.Length, cancellationToken),
            "deflate" => await InflateAsync(Deflate(raw), raw.Length, cancellationToken),
            "br" => await InflateAsync(new BrotliStream(new MemoryStream(raw), CompressionMode.Decompress), raw.Length, cancellationToken),
            _ => raw,
        };
        return IsGzip(decoded) ? await InflateAsync(new GZipStream(new MemoryStream(decoded), CompressionMode.Decompress), decoded.Length, cancellationToken) : decoded;
    }

    private static bool IsGzip(byte[] bytes) => bytes is [0x1f, 0x8b, ..];

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

/// <summary>A body went over its limit; <see cref="GuardedHttp"/> turns it into a value.</summary>
internal sealed class BodyLimitException() : Exception("The body is larger than allowed.");
