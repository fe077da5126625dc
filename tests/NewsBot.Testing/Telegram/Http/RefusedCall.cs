using System.Globalization;
using System.Text.Json.Nodes;

namespace NewsBot.Testing.Telegram.Http;

/// <summary>A call that the server answers with an error: any check of any method may end it, as deep down as it likes.</summary>
internal sealed class RefusedCall(int code, string description, JsonObject? parameters = null) : Exception(description)
{
    public int Code => code;

    public JsonObject? Parameters => parameters;

    /// <summary>400 with the server's prefix.</summary>
    public static RefusedCall Bad(string description) => new(400, $"Bad Request: {description}");

    public static RefusedCall Forbidden(string description) => new(403, $"Forbidden: {description}");

    public static RefusedCall Conflict(string description) => new(409, $"Conflict: {description}");

    public static RefusedCall TooMany(int seconds) =>
        new(429, string.Create(CultureInfo.InvariantCulture, $"Too Many Requests: retry after {seconds}"), new JsonObject { ["retry_after"] = seconds });
}
