using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsBot.Testing.Telegram;

/// <summary>
/// Writes what was called and answered to a file of its own for each server, one JSON object a line, for the judges of tests/peers.
/// It is written when the environment variable names a folder, and nothing happens otherwise.
/// </summary>
internal static class Recording
{
    private const string Variable = "TEST_NEWSBOT_RECORDING";
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="raw">Ids of updates that a test made up on purpose; answers that hold one are not judged.</param>
    public static void Write(IEnumerable<Exchange> exchanges, IReadOnlySet<long> raw)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder)
        {
            File.WriteAllLines(Path.Combine(folder, $"{Guid.NewGuid():N}.jsonl"), exchanges.Select(exchange => LineOf(exchange, raw)));
        }
    }

    private static string LineOf(Exchange exchange, IReadOnlySet<long> raw) => new JsonObject
    {
        ["method"] = exchange.Call.Method,
        ["encoding"] = exchange.Call.Encoding,
        ["params"] = exchange.Call.Body?.DeepClone() ?? new JsonObject(exchange.Call.Parameters.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        ["files"] = new JsonArray([.. exchange.Call.Files.Keys.Select(name => JsonValue.Create(name))]),
        ["accepted"] = exchange is { Status: 200, Refusal: null },

        // A call that the server did not find wrong, whatever else stood in its way.
        ["wellFormed"] = exchange.Status is 403 or 429 or 502 or 0,
        ["answer"] = AnswerOf(exchange) is { } answer && !Holds(answer, raw) ? answer : null,
    }.ToJsonString(Readable);

    private static bool Holds(JsonNode answer, IReadOnlySet<long> raw) =>
        raw.Count > 0 && answer is JsonObject known && known["result"] is JsonArray updates && updates.Any(update => update is JsonObject one && one["update_id"] is { } id && raw.Contains(id.GetValue<long>()));

    private static JsonNode? AnswerOf(Exchange exchange)
    {
        try
        {
            return exchange.Body.Length > 0 ? JsonNode.Parse(exchange.Body) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
