using System.Text;
using System.Text.Json;

namespace NewsBot.Control;

/// <summary>Writes frames, one JSON object a line, each sent at once. Thread-safe.</summary>
internal sealed class FrameWriter(Stream stream) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task WriteAsync(ControlFrame frame)
    {
        await _turn.WaitAsync();
        try
        {
            await JsonSerializer.SerializeAsync(stream, frame, ControlJson.Default.ControlFrame);
            stream.WriteByte((byte)'\n');
            await stream.FlushAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>A writer whose text goes out as frames of one kind.</summary>
    public TextWriter Writer(Func<string, ControlFrame> frame) => new Output(this, frame);

    public async ValueTask DisposeAsync()
    {
        _turn.Dispose();
        await stream.DisposeAsync();
    }

    private sealed class Output(FrameWriter frames, Func<string, ControlFrame> frame) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override Task WriteAsync(string? value) => string.IsNullOrEmpty(value) ? Task.CompletedTask : frames.WriteAsync(frame(value));

        public override Task WriteLineAsync(string? value) => WriteAsync(value + "\n");

        public override Task WriteLineAsync() => WriteAsync("\n");

        public override void Write(char value) => Write(value.ToString());

        public override void Write(string? value) => WriteAsync(value).GetAwaiter().GetResult();

        public override void WriteLine(string? value) => Write(value + "\n");
    }
}
