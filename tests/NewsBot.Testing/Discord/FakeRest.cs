using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsBot.Testing.Discord;

/// <summary>The REST side: faults first, then limits, then what Discord would do. Remembers every call.</summary>
internal sealed class FakeRest(FakeDiscord discord)
{
    private readonly ConcurrentQueue<FakeCall> _calls = new();
    private readonly FakeLimits _limits = new(discord.Options);
    private readonly FakeRoutes _routes = new(discord);

    public IReadOnlyList<FakeCall> Calls => [.. _calls];

    /// <summary>Files of people by the paths they are fetched from; beside the API, so that they are no calls of it.</summary>
    public ConcurrentDictionary<string, FakeUpload> Uploads { get; } = new(StringComparer.Ordinal);

    public FakeAnswer Answer(FakeRequest request)
    {
        var route = _routes.Find(request.Method, request.Path);
        var (answer, payload) = Judge(request, route);
        _calls.Enqueue(new FakeCall(discord.Options.Time.GetUtcNow(), route?.Operation ?? $"{request.Method} {request.Path}", request, payload, answer));
        return answer;
    }

    private (FakeAnswer Answer, JsonNode? Payload) Judge(FakeRequest request, FakeRoute? route)
    {
        if (route is null)
        {
            return (FakeAnswer.Error(404, 0, "404: Not Found"), null);
        }

        FakeBody body;
        try
        {
            body = FakeBody.Read(request);
        }
        catch (JsonException)
        {
            return (FakeAnswer.Error(400, 50109, "The request body contains invalid JSON."), null);
        }

        var fault = discord.Faults.Take(route.Operation);
        if (fault is { IsDone: false, Answer: { } broken })
        {
            return (_limits.Describe(route, broken), body.Json);
        }

        var answer = Refusal(request, route) ?? _limits.Refuse(route) ?? _limits.Describe(route, route.Handle(body));
        return (answer with { Delay = fault?.Delay ?? TimeSpan.Zero, IsLost = fault?.LosesAnswer == true }, body.Json?.DeepClone());
    }

    private FakeAnswer? Refusal(FakeRequest request, FakeRoute route)
    {
        if (string.IsNullOrEmpty(request.Header("User-Agent")))
        {
            return FakeAnswer.Error(403, 40333, "internal network error");
        }

        var needsToken = !route.IsInteraction;
        return needsToken && (discord.Gateway.IsTokenRevoked || request.Header("Authorization") != $"Bot {discord.Token}")
            ? FakeAnswer.Error(401, 0, "401: Unauthorized")
            : null;
    }
}

/// <summary>An operation on one thing.</summary>
internal sealed record FakeRoute(string Operation, string Major, Func<FakeBody, FakeAnswer> Handle)
{
    /// <summary>Needs no bot token and is outside the global limit.</summary>
    public bool IsInteraction { get; init; }
}
