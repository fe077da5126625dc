using System.Globalization;
using System.Text.Json.Nodes;

namespace NewsBot.Testing.Telegram.Http;

/// <summary>A Bot API request as the server understood it, whatever its encoding. Every parameter is a text, as in the real server: numbers and objects arrive as their JSON.</summary>
/// <param name="Encoding">"query", "form", "multipart" or "json".</param>
public sealed record ApiCall(
    DateTimeOffset At,
    string Token,
    string Method,
    string Encoding,
    IReadOnlyDictionary<string, string> Parameters,
    IReadOnlyDictionary<string, UploadedFile> Files)
{
    /// <summary>The body's JSON when it was sent as JSON; what a schema judges.</summary>
    public JsonObject? Body { get; init; }

    /// <summary>The parameter, or null when it was not sent or is empty.</summary>
    public string? Text(string name) => Parameters.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    public long? Number(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    public bool Flag(string name) => Text(name) is { } value && value.ToLowerInvariant() is "true" or "yes" or "1";

    /// <summary>A parameter that is JSON itself; null when it was not sent.</summary>
    /// <exception cref="RefusedCall">It is no JSON.</exception>
    public JsonNode? Json(string name, string called)
    {
        try
        {
            return Text(name) is { } text ? JsonNode.Parse(text) : null;
        }
        catch (System.Text.Json.JsonException)
        {
            throw RefusedCall.Bad($"can't parse {called} JSON object");
        }
    }
}

/// <summary>A part of a multipart request that carries a file.</summary>
public sealed record UploadedFile(string Name, string ContentType, byte[] Bytes);
