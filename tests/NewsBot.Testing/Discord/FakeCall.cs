using System.Text.Json.Nodes;

namespace NewsBot.Testing.Discord;

/// <summary>A call of the bot as it arrived.</summary>
/// <param name="Path">Below /api/v10, without its query.</param>
public sealed record FakeRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

/// <summary>What the fake answers.</summary>
public sealed record FakeAnswer(int Status, JsonNode? Json)
{
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Instead of JSON, as of the proxy in front of Discord.</summary>
    public string? Html { get; init; }

    public TimeSpan Delay { get; init; }

    /// <summary>The connection is cut instead of an answer.</summary>
    public bool IsLost { get; init; }

    public static FakeAnswer Ok(JsonNode json) => new(200, json);

    public static FakeAnswer Empty() => new(204, null);

    public static FakeAnswer Error(int status, int code, string message, JsonObject? errors = null)
    {
        var json = new JsonObject { ["message"] = message, ["code"] = code };
        if (errors is not null)
        {
            json["errors"] = errors;
        }

        return new FakeAnswer(status, json);
    }

    public FakeAnswer With(string name, string value) => this with { Headers = [.. Headers, new(name, value)] };
}

/// <summary>One call and its answer.</summary>
/// <param name="Operation">Method and path with names instead of ids, such as "POST /channels/{channel}/messages".</param>
/// <param name="Payload">The JSON of the body, also of a multipart one; null without one.</param>
public sealed record FakeCall(DateTimeOffset At, string Operation, FakeRequest Request, JsonNode? Payload, FakeAnswer Answer);
