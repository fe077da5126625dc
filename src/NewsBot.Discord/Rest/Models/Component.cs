namespace NewsBot.Discord.Rest.Models;

/// <summary>A row, button, select, input or block of a message or dialog: one shape, of which each type uses its own fields (docs.discord.com/developers/components/reference).</summary>
internal sealed record Component(ComponentType Type)
{
    public IReadOnlyList<Component>? Components { get; init; }

    public string? CustomId { get; init; }

    public string? Label { get; init; }

    /// <summary>Of buttons (<see cref="ButtonStyle"/>) and inputs (1 for a line, 2 for a paragraph).</summary>
    public int? Style { get; init; }

    public string? Url { get; init; }

    public Emoji? Emoji { get; init; }

    public bool? Disabled { get; init; }

    public IReadOnlyList<SelectOption>? Options { get; init; }

    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }

    public string? Placeholder { get; init; }

    public int? MinValues { get; init; }

    public int? MaxValues { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public bool? Required { get; init; }

    public string? Value { get; init; }

    /// <summary>What was chosen, when a dialog comes back.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Markdown of a text block.</summary>
    public string? Content { get; init; }

    public string? Description { get; init; }

    /// <summary>What stands beside the texts of a section.</summary>
    public Component? Accessory { get; init; }

    /// <summary>What a label of a dialog names.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("component")]
    public Component? Labelled { get; init; }

    public Media? Media { get; init; }

    public IReadOnlyList<GalleryItem>? Items { get; init; }

    public int? AccentColor { get; init; }

    public bool? Divider { get; init; }

    public int? Spacing { get; init; }
}

/// <summary>Numbers as in docs.discord.com/developers/components/reference, "Component Types".</summary>
internal enum ComponentType
{
    ActionRow = 1,
    Button = 2,
    StringSelect = 3,
    TextInput = 4,
    UserSelect = 5,
    RoleSelect = 6,
    MentionableSelect = 7,
    ChannelSelect = 8,
    Section = 9,
    TextDisplay = 10,
    Thumbnail = 11,
    MediaGallery = 12,
    File = 13,
    Separator = 14,
    Container = 17,
    Label = 18,
}

/// <summary>How a button looks.</summary>
internal enum ButtonStyle
{
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,

    /// <summary>Opens its address and tells nobody.</summary>
    Link = 5,
}

internal sealed record SelectOption(string Label, string Value)
{
    public string? Description { get; init; }

    public bool? Default { get; init; }
}

internal sealed record Emoji(string Name);

internal sealed record Media(string Url);

internal sealed record GalleryItem(Media Media)
{
    public string? Description { get; init; }
}
