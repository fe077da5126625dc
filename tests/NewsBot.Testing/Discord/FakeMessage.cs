using System.Text.Json.Nodes;

namespace NewsBot.Testing.Discord;

/// <summary>A message of the fake, as it stands after all edits.</summary>
public sealed class FakeMessage
{
    private static readonly string[] Kept = ["content", "embeds", "components", "flags"];
    private readonly JsonObject _body = new() { ["content"] = "", ["embeds"] = new JsonArray(), ["components"] = new JsonArray(), ["flags"] = 0 };

    internal FakeMessage(ulong id, ulong channel, DateTimeOffset at) => (Id, ChannelId, At) = (id, channel, at);

    public ulong Id { get; }

    public ulong ChannelId { get; }

    public DateTimeOffset At { get; }

    public string Content => (string?)_body["content"] ?? "";

    public JsonArray Embeds => (JsonArray)_body["embeds"]!;

    public JsonArray Components => (JsonArray)_body["components"]!;

    public int Flags => (int)_body["flags"]!;

    public JsonNode? AllowedMentions { get; private set; }

    public ulong? RepliesTo { get; private set; }

    /// <summary>Seen by one person only.</summary>
    public bool IsEphemeral => (Flags & 64) != 0;

    public bool IsPublished { get; internal set; }

    public bool IsDeleted { get; internal set; }

    public int Edits { get; private set; }

    /// <summary>The interaction it answers, or null.</summary>
    public FakeInteraction? Interaction { get; internal init; }

    internal string? Nonce { get; private set; }

    internal DateTimeOffset? EditedAt { get; private set; }

    /// <summary>By name.</summary>
    public IDictionary<string, byte[]> Files { get; } = new Dictionary<string, byte[]>(StringComparer.Ordinal);

    internal void Write(JsonObject body, IReadOnlyDictionary<string, byte[]> files)
    {
        Take(body);
        AllowedMentions = body["allowed_mentions"]?.DeepClone();
        Nonce = body["nonce"]?.ToString();
        RepliesTo = ulong.TryParse((string?)body["message_reference"]?["message_id"], out var answered) ? answered : null;
        Attach(files);
    }

    internal void Edit(JsonObject body, IReadOnlyDictionary<string, byte[]> files, DateTimeOffset now)
    {
        Take(body);
        if (body["attachments"] is JsonArray named)
        {
            var kept = named.Select(attachment => (string?)attachment?["filename"]).ToHashSet();
            foreach (var gone in Files.Keys.Where(name => !kept.Contains(name)).ToList())
            {
                Files.Remove(gone);
            }
        }

        Attach(files);
        (Edits, EditedAt) = (Edits + 1, now);
    }

    internal JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = FakeWorld.Text(Id),
            ["channel_id"] = FakeWorld.Text(ChannelId),
            ["type"] = RepliesTo is null ? 0 : 19,
            ["author"] = FakeWorld.Bot(),
            ["timestamp"] = Time(At),
            ["edited_timestamp"] = EditedAt is { } edited ? Time(edited) : null,
            ["tts"] = false,
            ["pinned"] = false,
            ["mention_everyone"] = false,
            ["mentions"] = new JsonArray(),
            ["mention_roles"] = new JsonArray(),
            ["attachments"] = new JsonArray([.. Files.Select((file, index) => Attachment(file.Key, file.Value.Length, index))]),
        };
        foreach (var (name, value) in _body)
        {
            json[name] = value?.DeepClone();
        }

        json["embeds"] = new JsonArray([.. Embeds.Select(embed => Typed((JsonObject)embed!.DeepClone()))]);
        json["flags"] = Flags | (IsPublished ? 1 : 0);
        FakeComponents.Complete(json["components"], 1);
        if (Nonce is not null)
        {
            json["nonce"] = Nonce;
        }

        return json;
    }

    private void Take(JsonObject body)
    {
        foreach (var name in Kept)
        {
            if (body.TryGetPropertyValue(name, out var value))
            {
                _body[name] = value?.DeepClone() ?? (name switch { "content" => "", "flags" => 0, _ => (JsonNode)new JsonArray() });
            }
        }
    }

    private void Attach(IReadOnlyDictionary<string, byte[]> files)
    {
        foreach (var (name, bytes) in files)
        {
            Files[name] = bytes;
        }
    }

    private static JsonNode Typed(JsonObject embed)
    {
        embed["type"] = "rich";
        foreach (var field in (embed["fields"] as JsonArray ?? []).OfType<JsonObject>())
        {
            field["inline"] ??= false;
        }

        return embed;
    }

    private JsonNode Attachment(string name, int size, int index) => new JsonObject
    {
        ["id"] = FakeWorld.Text(Id + (ulong)index + 1),
        ["filename"] = name,
        ["size"] = size,
        ["url"] = $"https://cdn.example/{Id}/{name}",
        ["proxy_url"] = $"https://cdn.example/{Id}/{name}",
        ["content_type"] = "application/octet-stream",
    };

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffff'+00:00'", System.Globalization.CultureInfo.InvariantCulture);
}
