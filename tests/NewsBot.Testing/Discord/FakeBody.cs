using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsBot.Testing.Discord;

/// <summary>The body of a call: JSON, with files when it is multipart.</summary>
internal sealed record FakeBody(JsonNode? Json, IReadOnlyDictionary<string, byte[]> Files)
{
    public JsonObject Object => Json as JsonObject ?? [];

    /// <exception cref="JsonException">The body is neither JSON nor multipart with a payload_json.</exception>
    public static FakeBody Read(FakeRequest request)
    {
        if (request.Body.IsEmpty)
        {
            return new(null, new Dictionary<string, byte[]>());
        }

        var type = request.Header("Content-Type") ?? "";
        if (type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            return new(JsonNode.Parse(request.Body.Span), new Dictionary<string, byte[]>());
        }

        var boundary = type.Split("boundary=") is [_, var named] ? named.Trim('"') : throw new JsonException($"No body of type \"{type}\".");
        return Parts(request.Body.Span, boundary);
    }

    private static FakeBody Parts(ReadOnlySpan<byte> body, string boundary)
    {
        JsonNode? json = null;
        var files = new Dictionary<string, byte[]>();
        var separator = Encoding.ASCII.GetBytes($"--{boundary}");
        var rest = body;
        while (rest.IndexOf(separator) is >= 0 and var start)
        {
            rest = rest[(start + separator.Length)..];
            var end = rest.IndexOf(separator);
            if (end < 0)
            {
                break;
            }

            var part = rest[2..(end - 2)];
            var head = Encoding.UTF8.GetString(part[..part.IndexOf("\r\n\r\n"u8)]);
            var content = part[(part.IndexOf("\r\n\r\n"u8) + 4)..];
            var name = Parameter(head, "name");
            if (name == "payload_json")
            {
                json = JsonNode.Parse(content);
            }
            else if (name?.StartsWith("files[", StringComparison.Ordinal) == true)
            {
                files[Parameter(head, "filename") ?? name] = content.ToArray();
            }
        }

        return json is null ? throw new JsonException("A multipart body without payload_json.") : new(json, files);
    }

    private static string? Parameter(string head, string name)
    {
        var at = head.IndexOf($" {name}=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : head[(at + name.Length + 2)..].Split(';', '\r')[0].Trim('"');
    }
}
