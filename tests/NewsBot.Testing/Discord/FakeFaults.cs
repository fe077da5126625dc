using System.Globalization;
using System.Text.Json.Nodes;

namespace NewsBot.Testing.Discord;

/// <summary>What goes wrong with the next calls, in order, by operation. Thread-safe.</summary>
public sealed class FakeFaults
{
    private readonly Lock _lock = new();
    private readonly List<(string? Operation, FakeFault Fault)> _next = [];

    /// <param name="operation">Such as "POST /channels/{channel}/messages"; null for any.</param>
    public void Next(string? operation, params IReadOnlyList<FakeFault> faults)
    {
        lock (_lock)
        {
            _next.AddRange(faults.Select(fault => (operation, fault)));
        }
    }

    public int Pending
    {
        get
        {
            lock (_lock)
            {
                return _next.Count;
            }
        }
    }

    internal FakeFault? Take(string operation)
    {
        lock (_lock)
        {
            var index = _next.FindIndex(next => next.Operation is null || next.Operation == operation);
            if (index < 0)
            {
                return null;
            }

            var fault = _next[index].Fault;
            _next.RemoveAt(index);
            return fault;
        }
    }
}

/// <summary>One thing that goes wrong with one call.</summary>
/// <param name="Answer">Given instead of the real one, or null when the real one is only delayed or lost.</param>
/// <param name="IsDone">The call does its work all the same.</param>
public sealed record FakeFault(FakeAnswer? Answer, bool IsDone)
{
    public TimeSpan Delay { get; init; }

    public bool LosesAnswer { get; init; }

    public static FakeFault UserLimit(double seconds) => Limit(seconds, "user");

    public static FakeFault GlobalLimit(double seconds) => Limit(seconds, "global");

    public static FakeFault SharedLimit(double seconds) => Limit(seconds, "shared");

    /// <summary>The proxy's own 429: no JSON, for the whole address.</summary>
    public static FakeFault AddressBan(int seconds) =>
        new(new FakeAnswer(429, null) { Html = "<html><title>Access denied</title></html>" }.With("Retry-After", seconds.ToString(CultureInfo.InvariantCulture)), IsDone: false);

    public static FakeFault BadGateway() => new(new FakeAnswer(502, null) { Html = "<html><title>502 Bad Gateway</title></html>" }, IsDone: false);

    public static FakeFault Error(int status, int code, string message) => new(FakeAnswer.Error(status, code, message), IsDone: false);

    /// <summary>The connection is cut before the call is taken in.</summary>
    public static FakeFault Cut() => new(new FakeAnswer(0, null) { IsLost = true }, IsDone: false);

    /// <summary>The call is done, but its answer never arrives.</summary>
    public static FakeFault LostAnswer() => new(null, IsDone: true) { LosesAnswer = true };

    public static FakeFault Slow(TimeSpan delay) => new(null, IsDone: true) { Delay = delay };

    internal static FakeAnswer LimitAnswer(double seconds, string scope)
    {
        var body = new JsonObject { ["message"] = "You are being rate limited.", ["retry_after"] = Math.Round(seconds, 3), ["global"] = scope == "global" };
        var answer = new FakeAnswer(429, body)
            .With("Retry-After", Math.Ceiling(seconds).ToString(CultureInfo.InvariantCulture))
            .With("X-RateLimit-Scope", scope);
        return scope == "global" ? answer.With("X-RateLimit-Global", "true") : answer;
    }

    private static FakeFault Limit(double seconds, string scope) => new(LimitAnswer(seconds, scope), IsDone: false);
}
