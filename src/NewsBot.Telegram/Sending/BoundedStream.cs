namespace NewsBot.Telegram.Sending;

/// <summary>Holds at most so many bytes and throws <see cref="TooLargeException"/> at the next one: a server may send more than it announced.</summary>
internal sealed class BoundedStream(int most) : MemoryStream
{
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Length + buffer.Length > most)
        {
            throw new TooLargeException();
        }

        base.Write(buffer);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }
}

/// <summary>More bytes came than are taken.</summary>
internal sealed class TooLargeException : Exception;
