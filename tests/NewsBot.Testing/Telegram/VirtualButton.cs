using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsBot.Testing.Telegram;

/// <summary>A button under a message, or of the keyboard that replaces the letters.</summary>
/// <param name="Json">The whole button as it was sent.</param>
public sealed record VirtualButton(string Label, JsonObject Json)
{
    /// <summary>What pressing it sends to the bot; null for other kinds.</summary>
    public string? Data => Json["callback_data"]?.GetValue<string>();

    public string? Url => Json["url"]?.GetValue<string>();

    internal static IReadOnlyList<IReadOnlyList<VirtualButton>> RowsOf(JsonObject? markup, string field) =>
        markup?[field] is JsonArray rows ? [.. rows.OfType<JsonArray>().Select(row => (IReadOnlyList<VirtualButton>)[.. row.Select(Of)])] : [];

    private static VirtualButton Of(JsonNode? json)
    {
        var button = json is JsonObject known ? known : new JsonObject { ["text"] = json!.GetValueKind() == JsonValueKind.String ? json.GetValue<string>() : "" };
        return new VirtualButton(button["text"]?.GetValue<string>() ?? "", button);
    }
}
