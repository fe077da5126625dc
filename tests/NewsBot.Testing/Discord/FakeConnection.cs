using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace NewsBot.Testing.Discord;

/// <summary>One socket of the gateway, from the server's side. Sends go out in order.</summary>
internal sealed class FakeConnection(WebSocket socket, Action abort)
{
    private readonly Channel<(string? Text, int? Code)> _outbox = Channel.CreateBounded<(string?, int?)>(20_000);

    public FakeSession? Session { get; set; }

    /// <summary>Moments of what the bot sent within the last minute.</summary>
    public Queue<DateTimeOffset> Sent { get; } = new();

    public void Send(string text) => _outbox.Writer.TryWrite((text, null));

    /// <summary>Goes out after everything that was sent before.</summary>
    public void Close(int code) => _outbox.Writer.TryWrite((null, code));

    /// <summary>The line is cut: no code reaches the bot.</summary>
    public void Abort() => abort();

    /// <summary>Ends the sending side.</summary>
    public void Complete() => _outbox.Writer.TryComplete();

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await foreach (var (text, code) in _outbox.Reader.ReadAllAsync(cancellationToken))
        {
            if (code is { } status)
            {
                await socket.CloseOutputAsync((WebSocketCloseStatus)status, null, cancellationToken);
                return;
            }

            await socket.SendAsync(Encoding.UTF8.GetBytes(text!), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
    }

    /// <summary>The next message; null at the end.</summary>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[8 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length);
            }
        }
    }

    public int? CloseCode => (int?)socket.CloseStatus;
}
