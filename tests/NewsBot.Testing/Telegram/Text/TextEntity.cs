using System.Text.Json.Nodes;

namespace NewsBot.Testing.Telegram.Text;

/// <summary>A formatted part of a text, under its Bot API name ("bold", "text_link"), in UTF-16 code units.</summary>
public sealed record TextEntity(string Type, int Offset, int Length)
{
    public string? Url { get; init; }

    public string? Language { get; init; }

    public long? UserId { get; init; }

    public string? CustomEmojiId { get; init; }

    public int? UnixTime { get; init; }

    public string? DateTimeFormat { get; init; }

    public int End => Offset + Length;

    internal JsonObject ToJson(World world)
    {
        var json = new JsonObject { ["type"] = Type, ["offset"] = Offset, ["length"] = Length };
        Set(json, "url", Url);
        Set(json, "language", Language);
        Set(json, "custom_emoji_id", CustomEmojiId);
        Set(json, "unix_time", UnixTime);
        Set(json, "date_time_format", DateTimeFormat is { Length: > 0 } format ? format : null);
        Set(json, "user", UserId is { } id ? world.UserJson(id) : null);
        return json;
    }

    private static void Set(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}

/// <summary>A text as people see it.</summary>
public sealed record FormattedText(string Text, IReadOnlyList<TextEntity> Entities)
{
    public static FormattedText Empty { get; } = new("", []);

    /// <summary>The part of the text that the entity covers.</summary>
    public string Covered(TextEntity entity) => Text.Substring(entity.Offset, entity.Length);
}
