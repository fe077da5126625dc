using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram.Http;

namespace NewsBot.Testing.Telegram;

/// <summary>A call and what was answered.</summary>
/// <param name="Status">The HTTP status; 0 for a dropped connection.</param>
/// <param name="Refusal">The description of an error; null when it succeeded.</param>
public sealed record Exchange(ApiCall Call, int Status, string? Refusal, byte[] Body)
{
    public JsonNode? Result => Status == 200 && Refusal is null ? JsonNode.Parse(Body)?["result"] : null;
}
