using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace NewsBot.Testing.Web;

/// <summary>
/// A web server on loopback that does what a test scripts, byte for byte, and remembers every request. One request a connection.
/// <code>
/// await using var server = FeedServer.Start();
/// server.Serve("/feed", Some.Rss(Some.Item("First")));
/// server.Script("/moved", ServerAnswer.Redirect(301, "/feed"));
/// </code>
/// </summary>
public sealed class FeedServer : IAsyncDisposable
{
    private const int MostHeadBytes = 64 * 1024;
    private readonly TcpListener _listener;
    private readonly X509Certificate2? _certificate;
    private readonly CancellationTokenSource _stop = new();
    private readonly AnswerScript _script = new();
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly Task _accepting;
    private int _connections;

    private FeedServer(IPEndPoint endpoint, X509Certificate2? certificate)
    {
        _certificate = certificate;
        _listener = new TcpListener(endpoint);
        _listener.Start(512);
        _accepting = AcceptAsync();
    }

    /// <summary>Connections that were accepted, whether or not a request came.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>In order of arrival.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>On 127.0.0.1 and a free port unless told otherwise; with a certificate it speaks TLS.</summary>
    public static FeedServer Start(IPAddress? address = null, int port = 0, X509Certificate2? certificate = null) =>
        new(new IPEndPoint(address ?? IPAddress.Loopback, port), certificate);

    public Uri Url(string path) => new UriBuilder(_certificate is null ? "http" : "https", ((IPEndPoint)_listener.LocalEndpoint).Address.ToString(), Port) { Path = path }.Uri;

    /// <summary>Serves a document with a strong ETag of its bytes and answers 304 to a matching If-None-Match. A later call replaces it.</summary>
    public void Serve(string path, string document) => _script.Serve(path, document);

    /// <summary>Answers in this order; the last one repeats.</summary>
    public void Script(string path, params IReadOnlyList<ServerAnswer> answers) => _script.Set(path, answers);

    public void Script(string path, Func<RecordedRequest, ServerAnswer> answer) => _script.Set(path, answer);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                _ = Task.Run(() => ServeAsync(socket, _stop.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The server is stopping, or the other side was gone before it was accepted.
            }
        }
    }

    private async Task ServeAsync(Socket socket, CancellationToken cancellationToken)
    {
        try
        {
            using (socket)
            {
                await using var stream = await OpenAsync(socket, cancellationToken);
                if (await ReadRequestAsync(stream, cancellationToken) is { } request)
                {
                    _requests.Enqueue(request);
                    await AnswerAsync(new ServerConnection(socket, stream), _script.Answer(request.Target, request), cancellationToken);
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // The client hung up or the test ended; both are part of the play.
        }
    }

    private async Task<Stream> OpenAsync(Socket socket, CancellationToken cancellationToken)
    {
        var plain = new NetworkStream(socket, ownsSocket: false);
        if (_certificate is null)
        {
            return plain;
        }

        var secure = new SslStream(plain);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, cancellationToken);
        return secure;
    }

    private static async Task AnswerAsync(ServerConnection connection, ServerAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Delay > TimeSpan.Zero)
        {
            await Task.Delay(answer.Delay, cancellationToken);
        }

        if (answer.Raw is { } raw)
        {
            await raw(connection, cancellationToken);
            return;
        }

        byte[] bytes = [.. answer.Head(), .. answer.Body.Span];
        await connection.Stream.WriteAsync(bytes, cancellationToken);
    }

    private static async Task<RecordedRequest?> ReadRequestAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[MostHeadBytes];
        var filled = 0;
        while (filled < buffer.Length)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken);
            if (read == 0)
            {
                return null;
            }

            filled += read;
            if (buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8) is >= 0 and var end)
            {
                return RequestOf(Encoding.Latin1.GetString(buffer, 0, end).Split("\r\n"));
            }
        }

        return null;
    }

    private static RecordedRequest RequestOf(string[] lines)
    {
        var first = lines[0].Split(' ');
        var headers = lines.Skip(1)
            .Select(line => line.Split(": ", 2))
            .Select(pair => new KeyValuePair<string, string>(pair[0], pair.Length > 1 ? pair[1] : ""))
            .ToList();
        var host = headers.Find(header => string.Equals(header.Key, "Host", StringComparison.OrdinalIgnoreCase)).Value ?? "";
        return new RecordedRequest(DateTimeOffset.UtcNow, first[0], host, first.Length > 1 ? first[1] : "", headers);
    }
}
