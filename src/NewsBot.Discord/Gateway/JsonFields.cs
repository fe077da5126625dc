using System.Text.Json;

namespace NewsBot.Discord.Gateway;

/// <summary>Reads single fields of a payload; a missing field, null and another type are the same.</summary>
internal static class JsonFields
{
    extension(JsonElement element)
    {
        public string? TryText(string name) =>
            element.TryField(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

        public bool TryNumber(string name, out double number)
        {
            number = 0;
            return element.TryField(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out number);
        }

        public JsonElement? TryField(string name) =>
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
    }
}
