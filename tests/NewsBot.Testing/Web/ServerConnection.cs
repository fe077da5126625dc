using System.Net.Sockets;
using System.Text;

namespace NewsBot.Testing.Web;

/// <summary>One accepted connection, for answers that need every byte under control.</summary>
public sealed class ServerConnection(Socket socket, Stream stream)
{
    public Stream Stream => stream;

    /// <summary>One byte per character (Latin-1).</summary>
    public Task WriteAsync(string text, CancellationToken cancellationToken) => stream.WriteAsync(Encoding.Latin1.GetBytes(text), cancellationToken).AsTask();

    /// <summary>Writes the same text until the other side has had enough.</summary>
    public async Task WriteForeverAsync(string text, TimeSpan pause, CancellationToken cancellationToken)
    {
        while (true)
        {
            await WriteAsync(text, cancellationToken);
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, cancellationToken);
            }
        }
    }

    /// <summary>Ends the connection with a TCP reset instead of an orderly end.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }
}
