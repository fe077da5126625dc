using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram.Text;

namespace NewsBot.Testing.Telegram;

/// <summary>Writes a message's content as the Bot API does.</summary>
internal static class MessageJson
{
    public static void AddContent(JsonObject json, MessageContent content, World world)
    {
        if (content.Service is { } service)
        {
            json[service.Key] = service.Value.DeepClone();
        }

        if (content.Rich is not null)
        {
            json["rich_message"] = new JsonObject { ["blocks"] = new JsonArray(new JsonObject { ["type"] = "paragraph", ["text"] = content.Text.Text }) };
        }
        else if (content.MediaKind is { } kind && content.Media is { } file)
        {
            json[kind] = FileJson(kind, file);
            AddText(json, "caption", content.Text, world);
        }
        else
        {
            AddText(json, "text", content.Text, world);
        }

        if (content.Keyboard is { } keyboard)
        {
            json["reply_markup"] = keyboard.DeepClone();
        }

        if (content.LinkPreview is { } preview)
        {
            json["link_preview_options"] = preview.DeepClone();
        }
    }

    private static void AddText(JsonObject json, string name, FormattedText text, World world)
    {
        if (text.Text.Length == 0)
        {
            return;
        }

        json[name] = text.Text;
        if (text.Entities.Count > 0)
        {
            json[name == "text" ? "entities" : "caption_entities"] = new JsonArray([.. text.Entities.Select(entity => entity.ToJson(world))]);
        }
    }

    private static JsonNode FileJson(string kind, VirtualFile file)
    {
        var json = new JsonObject { ["file_id"] = file.Id, ["file_unique_id"] = $"U{file.Id}", ["file_size"] = file.Bytes.Length };
        if (kind == "photo")
        {
            json["width"] = 800;
            json["height"] = 600;
            return new JsonArray(json);
        }

        json["file_name"] = file.Name;
        json["mime_type"] = file.ContentType;
        if (kind is "video" or "animation")
        {
            json["width"] = 640;
            json["height"] = 360;
        }

        if (kind is not "document")
        {
            json["duration"] = 10;
        }

        return json;
    }
}
