using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsBot.Testing.Telegram.Http;

/// <summary>Reads the parameters of a Bot API request from its query and its body in any of the three encodings. A body that is none of them carries no parameters.</summary>
internal static class CallReader
{
    /// <summary>Null when the address names no bot.</summary>
    public static ApiCall? Read(string target, string contentType, byte[] body, DateTimeOffset at)
    {
        var path = target.Split('?', 2);
        var segments = path[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length != 2 || !segments[0].StartsWith("bot", StringComparison.Ordinal))
        {
            return null;
        }

        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        var files = new Dictionary<string, UploadedFile>(StringComparer.Ordinal);
        if (path.Length > 1)
        {
            ReadForm(path[1], parameters);
        }

        var (encoding, json) = ReadBody(contentType, body, parameters, files);
        return new ApiCall(at, segments[0][3..], segments[1], encoding, parameters, files) { Body = json };
    }

    private static (string Encoding, JsonObject? Json) ReadBody(string contentType, byte[] body, Dictionary<string, string> parameters, Dictionary<string, UploadedFile> files)
    {
        if (contentType.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            MultipartReader.Read(contentType, body, parameters, files);
            return ("multipart", null);
        }

        if (contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            ReadForm(Encoding.UTF8.GetString(body), parameters);
            return ("form", null);
        }

        return contentType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) && body.Length > 0
            ? ("json", ReadJson(body, parameters))
            : ("query", null);
    }

    private static void ReadForm(string text, Dictionary<string, string> parameters)
    {
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)))
        {
            parameters[WebUtility.UrlDecode(pair[0])] = pair.Length > 1 ? WebUtility.UrlDecode(pair[1]) : "";
        }
    }

    private static JsonObject? ReadJson(byte[] body, Dictionary<string, string> parameters)
    {
        try
        {
            if (JsonNode.Parse(body) is not JsonObject json)
            {
                return null;
            }

            foreach (var (name, value) in json.Where(pair => pair.Value is not null))
            {
                parameters[name] = value!.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
            }

            return json;
        }
        catch (JsonException)
        {
            throw RefusedCall.Bad("can't parse JSON object");
        }
    }
}
