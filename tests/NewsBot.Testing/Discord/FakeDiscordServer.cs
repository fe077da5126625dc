using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;

namespace NewsBot.Testing.Discord;

/// <summary>Serves the fake on loopback: HTTP/1.1 with connections kept, and the gateway's sockets by their upgrade.</summary>
internal sealed class FakeDiscordServer : IAsyncDisposable
{
    private const string Base = "/api/v10";
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeRest _rest;
    private readonly FakeGateway _gateway;
    private readonly Task _accepting;

    public FakeDiscordServer(FakeRest rest, FakeGateway gateway)
    {
        (_rest, _gateway) = (rest, gateway);
        _listener.Start(512);
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

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
                _ = Task.Run(() => ServeAsync(socket));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The server is stopping, or the other side was gone before it was accepted.
            }
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            using (socket)
            {
                socket.NoDelay = true;
                await using var stream = new NetworkStream(socket, ownsSocket: false);
                var reader = new FakeHttpReader(stream);
                while (await reader.ReadAsync(_stop.Token) is { } request)
                {
                    if (request.Header("Upgrade") is not null)
                    {
                        await UpgradeAsync(socket, stream, request);
                        return;
                    }

                    if (!await AnswerAsync(stream, request))
                    {
                        socket.LingerState = new LingerOption(enable: true, seconds: 0);
                        return;
                    }
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException or WebSocketException)
        {
            // The client hung up or the test ended; both are part of the play.
        }
    }

    /// <summary>False when the connection is cut instead.</summary>
    private async Task<bool> AnswerAsync(NetworkStream stream, FakeRequest request)
    {
        var answer = request.Path.StartsWith(Base, StringComparison.Ordinal)
            ? _rest.Answer(request with { Path = request.Path[Base.Length..] })
            : _rest.Uploads.TryGetValue(request.Path, out var upload)
                ? new FakeAnswer(200, null) { Html = Encoding.UTF8.GetString(upload.Bytes.Span) }
                : FakeAnswer.Error(404, 0, "404: Not Found");
        if (answer.Delay > TimeSpan.Zero)
        {
            await Task.Delay(answer.Delay, _stop.Token);
        }

        if (answer.IsLost)
        {
            return false;
        }

        var body = Encoding.UTF8.GetBytes(answer.Html ?? answer.Json?.ToJsonString() ?? "");
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.Status} Answer\r\n");
        foreach (var (name, value) in answer.Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        if (answer.Status != 204)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Type: {(answer.Html is null ? "application/json" : "text/html")}\r\nContent-Length: {body.Length}\r\n");
        }

        head.Append("\r\n");
        byte[] bytes = [.. Encoding.ASCII.GetBytes(head.ToString()), .. body];
        await stream.WriteAsync(bytes, _stop.Token);
        return true;
    }

    /// <summary>RFC 6455, 4.2.2.</summary>
    private async Task UpgradeAsync(Socket socket, NetworkStream stream, FakeRequest request)
    {
        if (!_gateway.TakesConnection())
        {
            await stream.WriteAsync("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), _stop.Token);
            return;
        }

        var accept = Convert.ToBase64String(HashOf($"{request.Header("Sec-WebSocket-Key")}258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n"), _stop.Token);
        using var webSocket = WebSocket.CreateFromStream(stream, isServer: true, subProtocol: null, keepAliveInterval: Timeout.InfiniteTimeSpan);
        await _gateway.ServeAsync(webSocket, () => Cut(socket), _stop.Token);
    }

    private static void Cut(Socket socket)
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    // RFC 6455 names SHA-1; nothing here is a secret.
#pragma warning disable CA5350
    private static byte[] HashOf(string text) => SHA1.HashData(Encoding.ASCII.GetBytes(text));
#pragma warning restore CA5350
}
