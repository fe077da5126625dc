using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace NewsBot.Testing.Web;

/// <summary>A misbehaviour with a name for the test report.</summary>
/// <param name="MayAnswer">True when the answer is odd but readable, so that a client may make the best of it.</param>
public sealed record ServerFault(string Name, ServerAnswer Answer, bool MayAnswer = false)
{
    public override string ToString() => Name;
}

/// <summary>What broken and hostile servers do. Endless ones go on until the client hangs up.</summary>
public static class ServerFaults
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n";
    private const string Closing = Head + "Connection: close\r\n";
    private const string Chunked = Head + "Transfer-Encoding: chunked\r\n\r\n";
    private static readonly TimeSpan Slowly = TimeSpan.FromMilliseconds(50);
    private static readonly string Block = new('x', 32 * 1024);

    public static IReadOnlyList<ServerFault> All { get; } = [.. Slow(), .. Cut(), .. Lengths(), .. Endless(), .. Coded(), .. Odd(), .. Redirects()];

    private static IEnumerable<ServerFault> Slow()
    {
        yield return Raw("never answers", (_, stop) => Task.Delay(Timeout.InfiniteTimeSpan, stop));
        yield return Raw("status line a byte at a time", (c, stop) => DripAsync(c, Head + "Content-Length: 1\r\n\r\nx", stop));
        yield return Raw("body a byte at a time", async (c, stop) =>
        {
            await c.WriteAsync(Closing + "Content-Length: 100000\r\n\r\n", stop);
            await c.WriteForeverAsync("x", Slowly, stop);
        });
        yield return Raw("one-byte chunks slowly", async (c, stop) =>
        {
            await c.WriteAsync(Chunked, stop);
            await c.WriteForeverAsync("1\r\nx\r\n", Slowly, stop);
        });
        yield return Raw("head, then silence", async (c, stop) =>
        {
            await c.WriteAsync(Closing + "Content-Length: 10\r\n\r\n", stop);
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        });
        yield return Raw("half a head, then silence", async (c, stop) =>
        {
            await c.WriteAsync("HTTP/1.1 200 OK\r\nContent-Ty", stop);
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        });
    }

    private static IEnumerable<ServerFault> Cut()
    {
        yield return Raw("closes before the answer", (_, _) => Task.CompletedTask);
        yield return Raw("resets before the answer", (c, _) => ResetAsync(c));
        yield return Raw("resets within the body", async (c, stop) =>
        {
            await c.WriteAsync(Closing + "Content-Length: 1000\r\n\r\nabc", stop);
            await Task.Delay(Slowly, stop);
            c.Reset();
        });
        yield return Raw("closes within the head", (c, stop) => c.WriteAsync("HTTP/1.1 200 OK\r\nContent-Ty", stop));
        yield return Raw("chunk shorter than it says", (c, stop) => c.WriteAsync(Chunked + "ff\r\nabc", stop));
        yield return Raw("chunks without an end", (c, stop) => c.WriteAsync(Chunked + "3\r\nabc\r\n", stop));
    }

    private static IEnumerable<ServerFault> Lengths()
    {
        yield return Raw("body shorter than its length", (c, stop) => c.WriteAsync(Closing + "Content-Length: 1000\r\n\r\nabc", stop));
        yield return Raw("body longer than its length", (c, stop) => c.WriteAsync(Head + "Content-Length: 3\r\n\r\nabcdef", stop), mayAnswer: true);
        yield return Raw("negative length", (c, stop) => c.WriteAsync(Closing + "Content-Length: -1\r\n\r\nabc", stop), mayAnswer: true);
        yield return Raw("two lengths", (c, stop) => c.WriteAsync(Closing + "Content-Length: 3\r\nContent-Length: 5\r\n\r\nabc", stop), mayAnswer: true);
        yield return Raw("length beside chunks", (c, stop) => c.WriteAsync(Head + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", stop), mayAnswer: true);
        yield return Raw("length beyond all bounds", (c, stop) => c.WriteAsync(Closing + "Content-Length: 99999999999999999999\r\n\r\nabc", stop), mayAnswer: true);
        yield return Raw("length of an exabyte", (c, stop) => c.WriteAsync(Closing + "Content-Length: 1000000000000000000\r\n\r\nabc", stop));
    }

    private static IEnumerable<ServerFault> Endless()
    {
        yield return Flood("endless body", Closing + "\r\n", Block);
        yield return Flood("endless chunks", Chunked, "8000\r\n" + Block + "\r\n");
        yield return Flood("endless chunk extension", Chunked + "1;", Block);
        yield return Flood("endless trailers", Chunked + "1\r\nx\r\n0\r\n", "X-Trailer: " + new string('t', 1000) + "\r\n");
        yield return Flood("endless headers", Head, "X-Header: " + new string('h', 1000) + "\r\n");
        yield return Flood("endless header line", Head + "X-Header: ", Block);
        yield return Flood("endless status line", "HTTP/1.1 200 ", Block);
        yield return Flood("endless 1xx answers", "", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
        yield return Flood("endless blank lines", "", "\r\n\r\n\r\n\r\n");
    }

    private static IEnumerable<ServerFault> Coded()
    {
        yield return Coding("truncated gzip", "gzip", Compress(Encoding.ASCII.GetBytes(Block), stream => new GZipStream(stream, CompressionLevel.Fastest))[..40]);
        yield return Coding("truncated brotli", "br", Compress(Encoding.ASCII.GetBytes(Guid.NewGuid() + Block), stream => new BrotliStream(stream, CompressionLevel.Fastest))[..20]);
        yield return Coding("garbage as gzip", "gzip", [0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        yield return Coding("gzip bomb of 256 MiB", "gzip", Zeros(256, stream => new GZipStream(stream, CompressionLevel.SmallestSize)));
        yield return Coding("brotli bomb of 1 GiB", "br", Zeros(1024, stream => new BrotliStream(stream, CompressionLevel.Fastest)));
        yield return Coding("gzip within gzip bomb", "gzip", Compress(Zeros(64, stream => new GZipStream(stream, CompressionLevel.SmallestSize)), stream => new GZipStream(stream, CompressionLevel.SmallestSize)));
        yield return Coding("unknown coding", "zstd", [0x28, 0xb5, 0x2f, 0xfd, 1, 2, 3]);
    }

    private static IEnumerable<ServerFault> Odd()
    {
        yield return Raw("garbage status line", (c, stop) => c.WriteAsync("\0\u0001\u0002 what is this\r\n\r\n", stop));
        yield return Raw("HTTP/0.9", (c, stop) => c.WriteAsync("<rss version=\"2.0\"></rss>", stop));
        yield return Raw("speaks another protocol", (c, stop) => c.WriteAsync("220 mail.example ESMTP\r\n", stop));
        yield return Raw("status 999", (c, stop) => c.WriteAsync("HTTP/1.1 999 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", stop), mayAnswer: true);
        yield return Raw("switches protocols", (c, stop) => c.WriteAsync("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n", stop));
    }

    private static IEnumerable<ServerFault> Redirects()
    {
        yield return new("redirect to itself", ServerAnswer.Redirect(302, "?again"));
        yield return new("redirect without a target", ServerAnswer.Of(301));
        yield return new("redirect to nonsense", ServerAnswer.Redirect(302, "http://[bad"));
    }

    private static ServerFault Raw(string name, Func<ServerConnection, CancellationToken, Task> raw, bool mayAnswer = false) => new(name, ServerAnswer.Misbehave(raw), mayAnswer);

    private static ServerFault Flood(string name, string start, string block) => Raw(name, async (c, stop) =>
    {
        await c.WriteAsync(start, stop);
        await c.WriteForeverAsync(block, TimeSpan.Zero, stop);
    });

    private static ServerFault Coding(string name, string coding, byte[] body) => new(name, ServerAnswer.Ok(body).With("Content-Encoding", coding));

    private static async Task DripAsync(ServerConnection connection, string text, CancellationToken cancellationToken)
    {
        foreach (var unit in text)
        {
            await connection.WriteAsync(unit.ToString(CultureInfo.InvariantCulture), cancellationToken);
            await Task.Delay(Slowly, cancellationToken);
        }
    }

    private static Task ResetAsync(ServerConnection connection)
    {
        connection.Reset();
        return Task.CompletedTask;
    }

    private static byte[] Zeros(int mebibytes, Func<Stream, Stream> encoder)
    {
        using var bytes = new MemoryStream();
        using (var encoded = encoder(bytes))
        {
            var block = new byte[1024 * 1024];
            for (var written = 0; written < mebibytes; written++)
            {
                encoded.Write(block);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Compress(byte[] plain, Func<Stream, Stream> encoder)
    {
        using var bytes = new MemoryStream();
        using (var encoded = encoder(bytes))
        {
            encoded.Write(plain);
        }

        return bytes.ToArray();
    }
}
