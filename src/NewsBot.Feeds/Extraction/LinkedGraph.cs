using System.Text.Json;

namespace NewsBot.Feeds.Extraction;

/// <summary>All objects of a page's JSON-LD with their @id, so that an author given as a link is found. Bounded in objects.</summary>
internal sealed class LinkedGraph
{
    private static readonly string[] NotInside = ["comment", "review", "liveBlogUpdate", "itemListElement", "isPartOf", "hasPart", "mentions", "citation", "relatedLink", "publisher"];

    private readonly List<JsonElement> _objects = [];
    private readonly Dictionary<string, JsonElement> _byId = new(StringComparer.Ordinal);

    public IReadOnlyList<JsonElement> Objects => _objects;

    public void Add(JsonElement root)
    {
        var open = new Queue<(JsonElement Element, bool Listed)>();
        open.Enqueue((root, true));
        while (open.TryDequeue(out var next) && _byId.Count + _objects.Count < ExtractionLimits.LinkedDataObjects)
        {
            var (element, listed) = next;
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var entry in element.EnumerateArray().Take(ExtractionLimits.LinkedDataObjects))
                {
                    open.Enqueue((entry, listed));
                }
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                Register(element, listed);
                foreach (var property in element.EnumerateObject().Where(property => property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array))
                {
                    open.Enqueue((property.Value, listed && !NotInside.Contains(property.Name)));
                }
            }
        }
    }

    public static IEnumerable<string> Types(JsonElement item)
    {
        if (!item.TryGetProperty("@type", out var type))
        {
            return [];
        }

        return type.ValueKind switch
        {
            JsonValueKind.String => [Local(type.GetString()!)],
            JsonValueKind.Array => [.. type.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.String).Select(entry => Local(entry.GetString()!))],
            _ => [],
        };
    }

    /// <summary>A property as text; of an array the first text.</summary>
    public static string? Text(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            value = value.EnumerateArray().FirstOrDefault(entry => entry.ValueKind == JsonValueKind.String);
        }

        return value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
    }

    public static bool? Flag(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => value.GetString()?.Contains("false", StringComparison.OrdinalIgnoreCase) is true ? false : true,
            _ => null,
        };
    }

    /// <summary>Names of people or organizations, links by @id followed once.</summary>
    public IEnumerable<string> Names(JsonElement item, string property)
    {
        if (!item.TryGetProperty(property, out var value))
        {
            yield break;
        }

        var entries = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Take(50).ToArray() : [value];
        foreach (var entry in entries)
        {
            if (entry.ValueKind == JsonValueKind.String && entry.GetString() is { Length: > 0 } name)
            {
                yield return name;
            }
            else if (entry.ValueKind == JsonValueKind.Object)
            {
                foreach (var found in NamesOf(entry))
                {
                    yield return found;
                }
            }
        }
    }

    public string? Image(JsonElement item)
    {
        if (!item.TryGetProperty("image", out var image))
        {
            return Text(item, "thumbnailUrl");
        }

        if (image.ValueKind == JsonValueKind.Array)
        {
            image = image.EnumerateArray().FirstOrDefault();
        }

        if (image.ValueKind == JsonValueKind.String)
        {
            return image.GetString();
        }

        return image.ValueKind == JsonValueKind.Object ? Text(image, "url") ?? Text(image, "contentUrl") ?? (Linked(image) is { } linked ? Text(linked, "url") ?? Text(linked, "contentUrl") : null) : null;
    }

    private IEnumerable<string> NamesOf(JsonElement entry)
    {
        var named = entry.TryGetProperty("name", out var name) ? name : Linked(entry) is { } linked && linked.TryGetProperty("name", out var other) ? other : default;
        return named.ValueKind switch
        {
            JsonValueKind.String when named.GetString() is { Length: > 0 } text => [text],
            JsonValueKind.Array => [.. named.EnumerateArray().Where(part => part.ValueKind == JsonValueKind.String).Select(part => part.GetString()!).Where(part => part.Length > 0)],
            _ => [],
        };
    }

    private JsonElement? Linked(JsonElement entry) =>
        Text(entry, "@id") is { } id && _byId.TryGetValue(id, out var target) ? target : null;

    private void Register(JsonElement item, bool listed)
    {
        if (listed)
        {
            _objects.Add(item);
        }

        if (Text(item, "@id") is { } id && (item.TryGetProperty("name", out _) || item.TryGetProperty("url", out _) || item.TryGetProperty("contentUrl", out _)))
        {
            _byId.TryAdd(id, item);
        }
    }

    private static string Local(string type) => type[(type.LastIndexOfAny(['/', '#', ':']) + 1)..];
}
