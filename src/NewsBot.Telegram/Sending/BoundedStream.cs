namespace NewsBot.Telegram.Sending;

/// <summary>Holds at most so many bytes and throws <see cref="TooLargeException"/> at the next one: a server may send more than it announced.</summary>
internal sealed class BoundedStream(int most) : MemoryStream
{
    /// <summary>Every other way of writing comes here: <see cref="MemoryStream"/> sees to that in classes derived from it.</summary>
    public override void Write(byte[] buffer, int offset, int count)
    {
        if (Length + count > most)
        {
            throw new TooLargeException();
        }

        base.Write(buffer, offset, count);
    }
}

/// <summary>More bytes came than are taken.</summary>
internal sealed class TooLargeException : Exception;
