using System.Globalization;
using System.Text;

namespace NewsBot.Testing.Discord;

/// <summary>Reads one request after the other from a connection, with bodies by length or in chunks.</summary>
internal sealed class FakeHttpReader(Stream stream)
{
    private const int MostHead = 64 * 1024;
    private const int MostBody = 32 * 1024 * 1024;
    private byte[] _buffer = new byte[16 * 1024];
    private int _filled;

    /// <summary>Null at the end of the connection.</summary>
    public async Task<FakeRequest?> ReadAsync(CancellationToken cancellationToken)
    {
        int end;
        while ((end = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (_filled > MostHead || !await FillAsync(cancellationToken))
            {
                return null;
            }
        }

        var lines = Encoding.Latin1.GetString(_buffer, 0, end).Split("\r\n");
        Consume(end + 4);
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(pair => pair.Key, pair => pair.First()[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var first = lines[0].Split(' ');
        var target = first[1].Split('?', 2);
        var body = await BodyAsync(headers, cancellationToken);
        return new FakeRequest(first[0], target[0], target.Length > 1 ? target[1] : "", headers, body);
    }

    private async Task<byte[]> BodyAsync(Dictionary<string, string> headers, CancellationToken cancellationToken)
    {
        if (headers.TryGetValue("Transfer-Encoding", out var coding) && coding.Equals("chunked", StringComparison.OrdinalIgnoreCase))
        {
            return await ChunksAsync(cancellationToken);
        }

        return headers.TryGetValue("Content-Length", out var length) ? await TakeAsync(int.Parse(length, CultureInfo.InvariantCulture), cancellationToken) : [];
    }

    private async Task<byte[]> ChunksAsync(CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        while (true)
        {
            var size = int.Parse((await LineAsync(cancellationToken)).Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            body.Write(await TakeAsync(size, cancellationToken));
            await LineAsync(cancellationToken);
            if (size == 0)
            {
                return body.ToArray();
            }
        }
    }

    private async Task<string> LineAsync(CancellationToken cancellationToken)
    {
        int end;
        while ((end = _buffer.AsSpan(0, _filled).IndexOf("\r\n"u8)) < 0)
        {
            if (!await FillAsync(cancellationToken))
            {
                throw new IOException("The connection ended within a body.");
            }
        }

        var line = Encoding.Latin1.GetString(_buffer, 0, end);
        Consume(end + 2);
        return line;
    }

    private async Task<byte[]> TakeAsync(int length, CancellationToken cancellationToken)
    {
        if (length > MostBody)
        {
            throw new IOException("The body is too long.");
        }

        while (_filled < length)
        {
            if (!await FillAsync(cancellationToken))
            {
                throw new IOException("The connection ended within a body.");
            }
        }

        var taken = _buffer[..length];
        Consume(length);
        return taken;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_filled == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = await stream.ReadAsync(_buffer.AsMemory(_filled), cancellationToken);
        _filled += read;
        return read > 0;
    }

    private void Consume(int count)
    {
        _buffer.AsSpan(count, _filled - count).CopyTo(_buffer);
        _filled -= count;
    }
}
