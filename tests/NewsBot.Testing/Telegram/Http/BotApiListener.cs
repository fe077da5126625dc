using System.Net;
using System.Net.Sockets;

namespace NewsBot.Testing.Telegram.Http;

/// <summary>Serves HTTP/1.1 on loopback with connections that stay open, one request after the other on each, so that a dropped one is as surprising as in the world.</summary>
internal sealed class BotApiListener : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<HttpCall, CancellationToken, Task<ApiAnswer>> _answer;
    private readonly Task _accepting;

    public BotApiListener(int port, Func<HttpCall, CancellationToken, Task<ApiAnswer>> answer)
    {
        _answer = answer;
        _listener = new TcpListener(IPAddress.Loopback, port);
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
                await using var stream = new NetworkStream(socket, ownsSocket: false);
                var reader = new HttpReader(stream);
                while (await reader.ReadAsync(cancellationToken) is { } call)
                {
                    var answer = await AnswerUnlessGoneAsync(socket, call, cancellationToken);
                    if (answer.IsDropped)
                    {
                        socket.LingerState = new LingerOption(enable: true, seconds: 0);
                        return;
                    }

                    await stream.WriteAsync(BytesOf(answer), cancellationToken);
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidDataException)
        {
            // The client hung up or the test ended; both are part of the play.
        }
    }

    /// <summary>A caller that hangs up during a long poll ends it.</summary>
    private async Task<ApiAnswer> AnswerUnlessGoneAsync(Socket socket, HttpCall call, CancellationToken cancellationToken)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var answering = _answer(call, gone.Token);
        if (answering.IsCompleted)
        {
            return await answering;
        }

        using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var hangUp = socket.ReceiveAsync(new byte[1].AsMemory(), SocketFlags.Peek, watching.Token).AsTask();
        if (await Task.WhenAny(answering, hangUp) == hangUp && (!hangUp.IsCompletedSuccessfully || await hangUp == 0))
        {
            await gone.CancelAsync();
        }

        var answer = await answering;
        await watching.CancelAsync();
        return answer;
    }

    private static byte[] BytesOf(ApiAnswer answer)
    {
        var head = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.Status} Answer\r\nContent-Type: {answer.ContentType}\r\nContent-Length: {answer.Body.Length}\r\n\r\n");
        return [.. System.Text.Encoding.Latin1.GetBytes(head), .. answer.Body];
    }
}
