using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram.Http;

namespace NewsBot.Testing.Telegram;

/// <summary>Something that goes wrong with a call: before the server does anything, or after it has done it.</summary>
public sealed record Fault
{
    private Fault()
    {
    }

    /// <summary>The call has its effect, and only the answer goes wrong.</summary>
    internal bool IsAfterwards { get; private init; }

    internal ApiAnswer? Answer { get; private init; }

    internal TimeSpan Delay { get; private init; }

    /// <summary>An error of the server's, with its prefix: <c>Refuse(403, "Forbidden: bot was blocked by the user")</c>.</summary>
    public static Fault Refuse(int code, string description, JsonObject? parameters = null) =>
        new() { Answer = ApiAnswer.Refused(new RefusedCall(code, description, parameters)) };

    public static Fault RetryAfter(int seconds) => new() { Answer = ApiAnswer.Refused(RefusedCall.TooMany(seconds)) };

    /// <summary>The page of a gateway that has lost the server.</summary>
    public static Fault BadGateway() => new() { Answer = ApiAnswer.Html(502, "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>") };

    /// <summary>The connection ends before the server has understood the call.</summary>
    public static Fault DropBefore() => new() { Answer = ApiAnswer.Dropped };

    /// <summary>The message was delivered, and then the connection ended.</summary>
    public static Fault DropAfter() => new() { Answer = ApiAnswer.Dropped, IsAfterwards = true };

    /// <summary>The message was delivered, the status is 200, and the body is cut short.</summary>
    public static Fault GarbageAfter() => new() { Answer = ApiAnswer.Garbage(), IsAfterwards = true };

    /// <summary>The call has its effect at once; the answer takes its time.</summary>
    public static Fault SlowAnswer(TimeSpan delay) => new() { Delay = delay, IsAfterwards = true };
}
