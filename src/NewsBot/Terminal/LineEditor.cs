using System.Globalization;
using System.Threading.Channels;

namespace NewsBot.Terminal;

/// <summary>Reads lines from a person while alerts may be printed above the line being typed. The only writer to the screen while it waits for a line.</summary>
internal sealed class LineEditor : IAsyncDisposable
{
    private const string Prompt = "> ";

    private readonly TextWriter _output;
    private readonly int _width;
    private readonly Channel<ConsoleKeyInfo> _keys = Channel.CreateBounded<ConsoleKeyInfo>(256);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly LineBuffer _line = new();
    private bool _isReading;

    public LineEditor(TextWriter output, int width)
    {
        _output = output;
        _width = width;
        Console.TreatControlCAsInput = true;
        new Thread(Pump) { IsBackground = true, Name = "keys" }.Start();
    }

    /// <summary>Null when the person leaves (Ctrl+D on an empty line, Ctrl+C twice).</summary>
    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        _isReading = true;
        await DrawAsync(cancellationToken);
        try
        {
            while (true)
            {
                var outcome = _line.Press(await _keys.Reader.ReadAsync(cancellationToken));
                if (outcome == LineOutcome.Editing)
                {
                    await DrawAsync(cancellationToken);
                    continue;
                }

                await EndAsync(cancellationToken);
                if (outcome == LineOutcome.Left)
                {
                    return null;
                }

                return _line.Take();
            }
        }
        finally
        {
            _isReading = false;
        }
    }

    /// <summary>Prints above the line being typed.</summary>
    public async Task PrintAsync(string text, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await _output.WriteAsync($"\r\u001b[K{text}");
            if (_isReading)
            {
                await _output.WriteAsync(Drawing());
            }

            await _output.FlushAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        Console.TreatControlCAsInput = false;
        _turn.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task DrawAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await _output.WriteAsync(Drawing());
            await _output.FlushAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await _output.WriteAsync("\r\n");
            await _output.FlushAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The prompt and the part of the line around the cursor that fits.</summary>
    private string Drawing()
    {
        var room = Math.Max(10, _width - Prompt.Length - 1);
        var (text, cursor) = _line.Visible(room);
        return string.Create(CultureInfo.InvariantCulture, $"\r\u001b[K{Prompt}{text}\r\u001b[{Prompt.Length + cursor}C");
    }

#pragma warning disable MA0045 // The thread exists to block.
    private void Pump()
    {
        try
        {
            while (true)
            {
                _keys.Writer.WriteAsync(Console.ReadKey(intercept: true)).AsTask().GetAwaiter().GetResult();
            }
        }
        catch (InvalidOperationException)
        {
            // The terminal went away.
            _keys.Writer.TryComplete();
        }
    }
#pragma warning restore MA0045
}
