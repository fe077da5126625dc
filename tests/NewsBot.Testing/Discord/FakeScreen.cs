using System.Text.Json.Nodes;

namespace NewsBot.Testing.Discord;

/// <summary>What a person sees of a message, and finds on it by the words on it.</summary>
public static class FakeScreen
{
    extension(FakeMessage message)
    {
        /// <summary>The content and the texts of the embeds, a line each; markdown as it was sent.</summary>
        public string Words => string.Join('\n', message.Embeds.OfType<JsonObject>().SelectMany(TextsOf).Prepend(message.Content).Where(text => text.Length > 0));

        /// <summary>Titles, links below them, and pictures of the embeds, in order.</summary>
        public IReadOnlyList<(string Title, string? Url)> Titles => [.. message.Embeds.OfType<JsonObject>().Where(embed => embed["title"] is not null).Select(embed => ((string)embed["title"]!, (string?)embed["url"]))];

        /// <summary>Rows of what can be pressed, chosen or followed.</summary>
        public IReadOnlyList<IReadOnlyList<JsonObject>> Rows => [.. message.Components.OfType<JsonObject>().Select(row => (IReadOnlyList<JsonObject>)[.. (row["components"] as JsonArray ?? []).OfType<JsonObject>()])];

        /// <summary>Words on the buttons.</summary>
        public IReadOnlyList<string> Labels => [.. message.Rows.SelectMany(row => row).Select(part => (string?)part["label"]).OfType<string>()];

        /// <summary>The id of the button whose label holds the words.</summary>
        public string ButtonOf(string label) => (string?)message.Rows.SelectMany(row => row).FirstOrDefault(part => ((string?)part["label"])?.Contains(label, StringComparison.Ordinal) == true)?["custom_id"]
            ?? throw new InvalidOperationException($"No button \"{label}\" among: {string.Join(", ", message.Labels)}. The message: {message.Words}");

        /// <summary>The menu, with the value of the line that holds the words.</summary>
        public (string Menu, string Value) LineOf(string label)
        {
            var menus = message.Rows.SelectMany(row => row).Where(part => (int?)part["type"] == 3);
            return menus.SelectMany(menu => (menu["options"] as JsonArray ?? []).OfType<JsonObject>().Select(line => (Menu: (string)menu["custom_id"]!, Value: (string)line["value"]!, Label: (string)line["label"]!)))
                .Where(line => line.Label.Contains(label, StringComparison.Ordinal)).Select(line => (line.Menu, line.Value)).DefaultIfEmpty().First() is { Menu: not null } found
                ? found
                : throw new InvalidOperationException($"No line \"{label}\" in a menu of: {message.Words}");
        }
    }

    private static IEnumerable<string> TextsOf(JsonObject embed)
    {
        string?[] texts = [(string?)embed["title"], (string?)embed["url"], (string?)embed["description"], (string?)embed["footer"]?["text"]];
        return texts.OfType<string>();
    }
}
