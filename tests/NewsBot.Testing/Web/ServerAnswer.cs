using System.Globalization;
using System.Text;

namespace NewsBot.Testing.Web;

/// <summary>What a scripted server does with one request. The same answer works in <see cref="FeedServer"/> and <see cref="InMemoryWeb"/>, except <see cref="Raw"/> (sockets only) and <see cref="Fault"/> (memory only).</summary>
public sealed record ServerAnswer
{
    public int Status { get; init; } = 200;

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>How long the server thinks before the first byte.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Writes whatever it likes instead of an answer.</summary>
    public Func<ServerConnection, CancellationToken, Task>? Raw { get; init; }

    /// <summary>Thrown instead of an answer.</summary>
    public Exception? Fault { get; init; }

    public static ServerAnswer Ok(string body, string contentType = "application/rss+xml; charset=utf-8") => Ok(Encoding.UTF8.GetBytes(body), contentType);

    public static ServerAnswer Ok(byte[] body, string contentType = "application/rss+xml; charset=utf-8") =>
        new ServerAnswer { Body = body }.With("Content-Type", contentType);

    public static ServerAnswer NotModified() => Of(304);

    public static ServerAnswer Of(int status, string body = "") => new() { Status = status, Body = Encoding.UTF8.GetBytes(body) };

    public static ServerAnswer Redirect(int status, string location) => Of(status).With("Location", location);

    /// <summary>Takes the connection over.</summary>
    public static ServerAnswer Misbehave(Func<ServerConnection, CancellationToken, Task> raw) => new() { Raw = raw };

    public static ServerAnswer Throw(Exception fault) => new() { Fault = fault };

    /// <summary>Adds one more header; names may repeat.</summary>
    public ServerAnswer With(string name, string value) => this with { Headers = [.. Headers, new(name, value)] };

    public ServerAnswer After(TimeSpan delay) => this with { Delay = delay };

    /// <summary>Status line, headers, framing by Content-Length and <c>Connection: close</c>.</summary>
    internal byte[] Head()
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status} Scripted\r\n");
        foreach (var (name, value) in Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        if (Status != 304)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n");
        }

        return Encoding.Latin1.GetBytes(head.Append("Connection: close\r\n\r\n").ToString());
    }
}
