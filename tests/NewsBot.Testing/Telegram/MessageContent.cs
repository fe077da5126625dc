using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram.Text;

namespace NewsBot.Testing.Telegram;

/// <summary>Everything of a message that an edit may change.</summary>
public sealed record MessageContent
{
    /// <summary>The text, or the caption where there is media.</summary>
    public FormattedText Text { get; init; } = FormattedText.Empty;

    public VirtualFile? Media { get; init; }

    /// <summary>"photo", "document", "video", "animation", "audio" or "voice"; null for a text.</summary>
    public string? MediaKind { get; init; }

    /// <summary>The source of a rich message, HTML or JSON blocks, as it was sent.</summary>
    public string? Rich { get; init; }

    /// <summary>A service message: its field ("migrate_to_chat_id", "new_chat_title") and value.</summary>
    public KeyValuePair<string, JsonNode>? Service { get; init; }

    /// <summary>The inline keyboard under it, as JSON of InlineKeyboardMarkup.</summary>
    public JsonObject? Keyboard { get; init; }

    public JsonObject? LinkPreview { get; init; }

    internal bool IsSameAs(MessageContent other) => Fingerprint == other.Fingerprint;

    private string Fingerprint => JsonSerializer.Serialize(new
    {
        Text.Text,
        Text.Entities,
        Media?.Id,
        MediaKind,
        Rich,
        Keyboard = Keyboard?.ToJsonString(),
        Preview = LinkPreview?.ToJsonString(),
    });
}

/// <summary>A file that Telegram keeps.</summary>
public sealed record VirtualFile(string Id, string Name, string ContentType, byte[] Bytes)
{
    /// <summary>Where it was fetched from; null for an upload.</summary>
    public string? SourceUrl { get; init; }
}
