using System.Globalization;
using System.Text;

namespace NewsBot.Testing.Telegram.Http;

/// <summary>Reads one HTTP/1.1 request after the other from a stream: with a length, chunked, or without a body.</summary>
internal sealed class HttpReader(Stream stream)
{
    private const int MostBytes = 64 * 1024 * 1024;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _at;
    private int _filled;

    /// <summary>Null at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">The bytes are no request.</exception>
    public async Task<HttpCall?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await ReadLineAsync(cancellationToken) is not { } first)
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            var pair = line.Split(':', 2);
            headers[pair[0]] = pair.Length > 1 ? pair[1].Trim() : "";
        }

        var parts = first.Split(' ');
        var body = await ReadBodyAsync(headers, cancellationToken);
        return new HttpCall(parts.Length > 1 ? parts[1] : "", headers.GetValueOrDefault("Content-Type", ""), body);
    }

    private async Task<byte[]> ReadBodyAsync(Dictionary<string, string> headers, CancellationToken cancellationToken)
    {
        if (headers.GetValueOrDefault("Transfer-Encoding", "").Contains("chunked", StringComparison.OrdinalIgnoreCase))
        {
            return await ReadChunksAsync(cancellationToken);
        }

        return int.TryParse(headers.GetValueOrDefault("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? await ReadBytesAsync(length, cancellationToken)
            : [];
    }

    private async Task<byte[]> ReadChunksAsync(CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        while (true)
        {
            var head = (await ReadLineAsync(cancellationToken) ?? "").Split(';')[0].Trim();
            if (!int.TryParse(head, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var length) || body.Length + length > MostBytes)
            {
                throw new InvalidDataException("No chunk length where one should be.");
            }

            body.Write(await ReadBytesAsync(length, cancellationToken));
            await ReadLineAsync(cancellationToken);
            if (length == 0)
            {
                return body.ToArray();
            }
        }
    }

    private async Task<byte[]> ReadBytesAsync(int length, CancellationToken cancellationToken)
    {
        if (length > MostBytes)
        {
            throw new InvalidDataException("The body is too large.");
        }

        var bytes = new byte[length];
        for (var done = 0; done < length;)
        {
            if (_at == _filled && !await FillAsync(cancellationToken))
            {
                throw new InvalidDataException("The body ended early.");
            }

            var part = Math.Min(length - done, _filled - _at);
            _buffer.AsSpan(_at, part).CopyTo(bytes.AsSpan(done));
            _at += part;
            done += part;
        }

        return bytes;
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (line.Length < _buffer.Length)
        {
            if (_at == _filled && !await FillAsync(cancellationToken))
            {
                return null;
            }

            var next = (char)_buffer[_at++];
            if (next == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append(next);
        }

        throw new InvalidDataException("A line is too long.");
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        _at = 0;
        _filled = await stream.ReadAsync(_buffer, cancellationToken);
        return _filled > 0;
    }
}

/// <summary>A request as it came over HTTP.</summary>
internal sealed record HttpCall(string Target, string ContentType, byte[] Body);
