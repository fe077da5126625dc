using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsBot.Testing.Telegram.Text;

/// <summary>The text of a rich message that was sent as blocks: what stands in the fields that people read, a line a block. The schema of tests/peers judges the form.</summary>
internal static class RichBlocks
{
    private static readonly HashSet<string> ReadFields = new(StringComparer.Ordinal)
    {
        "blocks", "text", "summary", "items", "caption", "cells", "rows", "header", "credit", "author", "title", "content",
    };

    public static string TextOf(JsonArray blocks)
    {
        var text = new StringBuilder();
        AppendBlocks(text, blocks);
        return text.ToString().Trim();
    }

    private static void AppendBlocks(StringBuilder text, JsonArray blocks)
    {
        foreach (var block in blocks)
        {
            Append(text, block);
            if (text.Length > 0 && text[^1] != '\n')
            {
                text.Append('\n');
            }
        }
    }

    private static void Append(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array)
                {
                    Append(text, item);
                }

                break;
            case JsonObject found:
                foreach (var (name, value) in found.Where(field => ReadFields.Contains(field.Key)))
                {
                    AppendField(text, name, value);
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                text.Append(value.GetValue<string>());
                break;
        }
    }

    private static void AppendField(StringBuilder text, string name, JsonNode? value)
    {
        if (value is JsonArray parts && name is "blocks" or "items" or "rows" or "cells")
        {
            AppendBlocks(text, parts);
        }
        else
        {
            Append(text, value);
        }
    }
}
