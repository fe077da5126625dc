using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NewsBot.Testing;

namespace NewsBot.Benchmarks.Load;

/// <summary>
/// The publisher of many feeds, a process of its own so that its work is not counted: the address /ROUND/NUMBER... of a feed changes in every tenth round and is answered 304 in the others.
/// </summary>
internal static class LoadServer
{
    private const int Items = 3;
    private const int ChangesEvery = 10;

    private static readonly SyntheticNews News = new();
    private static int _round;

    /// <summary>Prints its port, goes to the next round at each line of standard input and ends with it.</summary>
    public static async Task<int> RunAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start(4_096);
        Console.WriteLine(((IPEndPoint)listener.LocalEndpoint).Port);
        using var stop = new CancellationTokenSource();
        var accepting = AcceptAsync(listener, stop.Token);
        while (await Console.In.ReadLineAsync() is not null)
        {
            Console.WriteLine(Interlocked.Increment(ref _round));
        }

        await stop.CancelAsync();
        await accepting;
        return 0;
    }

    private static async Task AcceptAsync(TcpListener listener, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var socket = await listener.AcceptSocketAsync(cancellationToken);
                _ = AnswerAsync(socket, cancellationToken);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException)
            {
                // The run is over, or the other side was gone before it was accepted.
            }
        }
    }

    private static async Task AnswerAsync(Socket socket, CancellationToken cancellationToken)
    {
        using var connection = socket;
        try
        {
            var buffer = new byte[8 * 1024];
            var length = 0;
            while (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0 && await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var read)
            {
                length += read;
            }

            await socket.SendAsync(Answer(Encoding.Latin1.GetString(buffer, 0, length)), cancellationToken);
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // The run is over, or the client hung up.
        }
    }

    private static byte[] Answer(string request)
    {
        var path = request.Split(' ', 3)[1];
        var number = int.Parse(path[(path.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);
        var edition = (_round + number) / ChangesEvery;
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{number}-{edition}\"");
        if (request.Contains(tag, StringComparison.Ordinal))
        {
            return Encoding.Latin1.GetBytes($"HTTP/1.1 304 Not Modified\r\nETag: {tag}\r\nConnection: close\r\n\r\n");
        }

        var body = Encoding.UTF8.GetBytes(Some.Rss("", [.. Enumerable.Range(edition, Items).Reverse().Select(item => Item((number * 1_000) + item))]));
        return [.. Encoding.Latin1.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: {tag}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), .. body];
    }

    private static RssItem Item(int seed)
    {
        var article = News.Article(seed, int.MaxValue);
        return Some.Item(article.Title) with { Description = "<p>" + article.Body + "</p>" };
    }
}
