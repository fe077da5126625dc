using System.Text.Json.Nodes;

namespace NewsBot.Testing.Telegram.Http;

/// <summary>What goes back to the caller: an HTTP answer, or a connection that ends without one.</summary>
internal sealed record ApiAnswer(int Status, string ContentType, byte[] Body)
{
    public static readonly ApiAnswer Dropped = new(0, "", []);

    public bool IsDropped => Status == 0;

    /// <summary>The description of a refusal; null when the call succeeded.</summary>
    public string? Refusal { get; private init; }

    public static ApiAnswer Ok(JsonNode? result) => Json(200, new JsonObject { ["ok"] = true, ["result"] = result });

    public static ApiAnswer Refused(RefusedCall refusal)
    {
        var body = new JsonObject { ["ok"] = false, ["error_code"] = refusal.Code, ["description"] = refusal.Message };
        if (refusal.Parameters is { } parameters)
        {
            body["parameters"] = parameters.DeepClone();
        }

        return Json(refusal.Code, body) with { Refusal = refusal.Message };
    }

    public static ApiAnswer Html(int status, string page) => new(status, "text/html", System.Text.Encoding.UTF8.GetBytes(page));

    public static ApiAnswer Garbage() => new(200, "application/json", "{\"ok\":true,\"result\":{\"mess"u8.ToArray());

    private static ApiAnswer Json(int status, JsonObject body) => new(status, "application/json", System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()));
}
