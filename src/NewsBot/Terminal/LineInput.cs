using System.Threading.Channels;

namespace NewsBot.Terminal;

/// <summary>Reads lines on a thread of its own: reading a console cannot be cancelled, waiting for a line can.</summary>
internal sealed class LineInput
{
    private readonly Channel<string> _lines = Channel.CreateBounded<string>(16);

    public LineInput(TextReader reader)
    {
        var thread = new Thread(() => Pump(reader)) { IsBackground = true, Name = "line input" };
        thread.Start();
    }

    /// <summary>Null at the end of the input.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken) =>
        await _lines.Reader.WaitToReadAsync(cancellationToken) && _lines.Reader.TryRead(out var line) ? line : null;

#pragma warning disable MA0045 // The thread exists to block.
    private void Pump(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            _lines.Writer.WriteAsync(line).AsTask().GetAwaiter().GetResult();
        }

        _lines.Writer.Complete();
    }
#pragma warning restore MA0045
}
