using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;

namespace NewsBot.Discord.Gateway;

/// <summary>
/// One socket from its opening to its end, reported as events. Never decides anything, never waits for who handles the events' contents. Receiving has no time limit of its own: cancelling
/// a read would abort the socket, and silence is the heartbeat's to notice.
/// </summary>
internal sealed class GatewayConnection(Func<ShardEvent, ValueTask> report, GatewayDialer dial, TimeProvider time) : IAsyncDisposable
{
    private const int MostBytes = 16 * 1024 * 1024;
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _stop = new();
    private WebSocket? _socket;
    private Task _running = Task.CompletedTask;

    public CancellationToken Stopped => _stop.Token;

    public static async Task<WebSocket> DialAsync(Uri url, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        try
        {
            await socket.ConnectAsync(url, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public void Open(Uri url) => _running = RunAsync(url);

    /// <summary>A send that fails ends the connection, which the reader reports.</summary>
    public async Task SendAsync(byte[] payload)
    {
        if (_socket is not { } socket)
        {
            return;
        }

        using var limit = new CancellationTokenSource(SendTimeout, time);
        try
        {
            await socket.SendAsync(payload, WebSocketMessageType.Text, endOfMessage: true, limit.Token);
        }
        catch (Exception e) when (IsLoss(e))
        {
            socket.Abort();
        }
    }

    /// <summary>Says goodbye with the code, waits shortly for the answer, and lets go.</summary>
    public async Task CloseAsync(int code)
    {
        if (_socket is { State: WebSocketState.Open or WebSocketState.CloseReceived } socket)
        {
            using var limit = new CancellationTokenSource(CloseTimeout, time);
            try
            {
                await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, limit.Token);
                await _running.WaitAsync(CloseTimeout, time, limit.Token);
            }
            catch (Exception e) when (IsLoss(e) || e is TimeoutException)
            {
                socket.Abort();
            }
        }

        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _running;
        }
        catch (OperationCanceledException)
        {
            // The shard ended and takes no more reports.
        }
    }

    private async Task RunAsync(Uri url)
    {
        await Task.Yield();
        try
        {
            _socket = await dial(url, _stop.Token);
        }
        catch (Exception e) when (IsLoss(e))
        {
            await report(new ShardEvent.ConnectFailed($"Discord's gateway refuses the connection: {e.Message}"));
            return;
        }

        using (_socket)
        {
            await report(new ShardEvent.Opened());
            await report(new ShardEvent.Closed(await ReadAsync(_socket)));
        }
    }

    /// <summary>Reads until the end; the code is null when the connection was lost without one.</summary>
    private async Task<int?> ReadAsync(WebSocket socket)
    {
        var message = new ArrayBufferWriter<byte>(16 * 1024);
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(message.GetMemory(16 * 1024), _stop.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return (int?)socket.CloseStatus;
                }

                message.Advance(part.Count);
                if (message.WrittenCount > MostBytes)
                {
                    await report(new ShardEvent.Garbled());
                    return null;
                }

                if (part.EndOfMessage)
                {
                    await report(Parse(message.WrittenSpan));
                    message.ResetWrittenCount();
                }
            }
        }
        catch (Exception e) when (IsLoss(e))
        {
            return (int?)socket.CloseStatus;
        }
    }

    private static ShardEvent Parse(ReadOnlySpan<byte> message)
    {
        try
        {
            return JsonSerializer.Deserialize(message, GatewayJson.Default.GatewayFrame) is { } frame ? new ShardEvent.Received(frame) : new ShardEvent.Garbled();
        }
        catch (JsonException)
        {
            return new ShardEvent.Garbled();
        }
    }

    private static bool IsLoss(Exception e) =>
        e is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException or HttpRequestException;
}
