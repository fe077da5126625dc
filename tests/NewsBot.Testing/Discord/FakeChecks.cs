using System.Text.Json.Nodes;

namespace NewsBot.Testing.Discord;

/// <summary>What Discord refuses of a body although its published schema lets it pass.</summary>
internal static class FakeChecks
{
    private const int MostContent = 2_000;
    private const int MostEmbedText = 6_000;

    /// <summary>The answer that refuses it, or null.</summary>
    public static FakeAnswer? Message(JsonObject body, FakeBody whole)
    {
        if (Length(body["content"]) > MostContent)
        {
            return Wrong(["content"], "BASE_TYPE_MAX_LENGTH", "Must be 2000 or fewer in length.");
        }

        var embeds = body["embeds"] as JsonArray ?? [];
        for (var index = 0; index < embeds.Count; index++)
        {
            if (Embed((JsonObject)embeds[index]!) is { } field)
            {
                return Wrong(["embeds", $"{index}", field], "BASE_TYPE_MAX_LENGTH", "Too long.");
            }
        }

        if (embeds.Count > 10 || embeds.Sum(embed => Total((JsonObject)embed!)) > MostEmbedText)
        {
            return Wrong(["embeds"], "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000.");
        }

        return body["nonce"]?.ToString().Length > 25
            ? Wrong(["nonce"], "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.")
            : Empty(body, whole) ? FakeAnswer.Error(400, 50006, "Cannot send an empty message") : null;
    }

    public static FakeAnswer? Commands(JsonArray commands)
    {
        if (commands.Count > 110)
        {
            return Wrong([], "BASE_TYPE_MAX_LENGTH", "Too many commands.");
        }

        for (var index = 0; index < commands.Count; index++)
        {
            var command = (JsonObject)commands[index]!;
            var isSlash = (int?)command["type"] is null or 1;
            var name = (string?)command["name"] ?? "";
            if (name.Length is 0 or > 32 || (isSlash && (name.Any(char.IsUpper) || name.Contains(' ', StringComparison.Ordinal))))
            {
                return Wrong([$"{index}", "name"], "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid.");
            }

            if (isSlash && Length(command["description"]) is 0 or > 100)
            {
                return Wrong([$"{index}", "description"], "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
            }
        }

        return null;
    }

    private static string? Embed(JsonObject embed) =>
        Length(embed["title"]) > 256 ? "title"
        : Length(embed["description"]) > 4096 ? "description"
        : Length(embed["footer"]?["text"]) > 2048 ? "footer"
        : Length(embed["author"]?["name"]) > 256 ? "author"
        : (embed["fields"] as JsonArray ?? []).Count > 25 ? "fields"
        : (embed["fields"] as JsonArray ?? []).Any(field => Length(field?["name"]) is 0 or > 256 || Length(field?["value"]) is 0 or > 1024) ? "fields"
        : null;

    private static int Total(JsonObject embed) =>
        Length(embed["title"]) + Length(embed["description"]) + Length(embed["footer"]?["text"]) + Length(embed["author"]?["name"])
        + (embed["fields"] as JsonArray ?? []).Sum(field => Length(field?["name"]) + Length(field?["value"]));

    private static bool Empty(JsonObject body, FakeBody whole) =>
        Length(body["content"]) == 0 && whole.Files.Count == 0 && body["embeds"] is not JsonArray { Count: > 0 } && body["components"] is not JsonArray { Count: > 0 };

    private static int Length(JsonNode? text) => ((string?)text)?.Length ?? 0;

    private static FakeAnswer Wrong(IReadOnlyList<string> path, string code, string message)
    {
        var errors = new JsonObject { ["_errors"] = new JsonArray(new JsonObject { ["code"] = code, ["message"] = message }) };
        foreach (var step in path.Reverse())
        {
            errors = new JsonObject { [step] = errors };
        }

        return FakeAnswer.Error(400, 50035, "Invalid Form Body", errors);
    }
}
