using System.Globalization;

namespace NewsBot.Testing.Discord;

/// <summary>Enforces what Discord enforces: windows for each bucket with hashes that differ at every start, and 50 calls in any second over all. Thread-safe.</summary>
internal sealed class FakeLimits(FakeDiscordOptions options)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Hash, string Major), (int Used, DateTimeOffset ResetAt)> _windows = [];
    private readonly Queue<DateTimeOffset> _recent = new();

    /// <summary>Null when the call may go on.</summary>
    public FakeAnswer? Refuse(FakeRoute route)
    {
        var now = options.Time.GetUtcNow();
        lock (_lock)
        {
            if (!route.IsInteraction && Crowded(now) is { } wait)
            {
                return FakeFault.LimitAnswer(wait.TotalSeconds, "global");
            }

            if (LimitOf(route) is not { } limit)
            {
                return null;
            }

            var key = (HashOf(route), route.Major);
            var (used, resetAt) = _windows.GetValueOrDefault(key);
            if (now >= resetAt)
            {
                (used, resetAt) = (0, now + limit.Window);
            }

            _windows[key] = (used + 1, resetAt);
            return used < limit.Calls ? null : Describe(route, FakeFault.LimitAnswer((resetAt - now).TotalSeconds, "user"), now);
        }
    }

    public FakeAnswer Describe(FakeRoute route, FakeAnswer answer)
    {
        lock (_lock)
        {
            return Describe(route, answer, options.Time.GetUtcNow());
        }
    }

    private TimeSpan? Crowded(DateTimeOffset now)
    {
        while (_recent.TryPeek(out var oldest) && oldest <= now - Second)
        {
            _recent.Dequeue();
        }

        if (_recent.Count >= options.CallsPerSecond)
        {
            return _recent.Peek() + Second - now;
        }

        _recent.Enqueue(now);
        return null;
    }

    private FakeAnswer Describe(FakeRoute route, FakeAnswer answer, DateTimeOffset now)
    {
        if (LimitOf(route) is not { } limit || !_windows.TryGetValue((HashOf(route), route.Major), out var window))
        {
            return answer;
        }

        return answer
            .With("X-RateLimit-Bucket", HashOf(route))
            .With("X-RateLimit-Limit", limit.Calls.ToString(CultureInfo.InvariantCulture))
            .With("X-RateLimit-Remaining", Math.Max(0, limit.Calls - window.Used).ToString(CultureInfo.InvariantCulture))
            .With("X-RateLimit-Reset-After", Seconds(window.ResetAt - now))
            .With("X-RateLimit-Reset", (window.ResetAt.ToUnixTimeMilliseconds() / 1000.0).ToString("0.000", CultureInfo.InvariantCulture));
    }

    /// <summary>Sending and editing have windows of their own, as Discord's differ by method.</summary>
    private (int Calls, TimeSpan Window)? LimitOf(FakeRoute route) => route.Operation switch
    {
        "POST /channels/{channel}/messages" or "PATCH /channels/{channel}/messages/{message}" => (options.MessagesPerWindow, options.Window),
        "POST /channels/{channel}/threads" => (10, TimeSpan.FromSeconds(10)),
        "GET /channels/{channel}" => (20, TimeSpan.FromSeconds(10)),
        _ => null,
    };

    private string HashOf(FakeRoute route)
    {
        if (!_hashes.TryGetValue(route.Operation, out var hash))
        {
            _hashes[route.Operation] = hash = Guid.NewGuid().ToString("N");
        }

        return hash;
    }

    private static string Seconds(TimeSpan span) => Math.Max(0, span.TotalSeconds).ToString("0.000", CultureInfo.InvariantCulture);
}
