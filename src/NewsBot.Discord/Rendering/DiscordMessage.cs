namespace NewsBot.Discord.Rendering;

/// <summary>One message as it is to be seen; it keeps <see cref="DiscordLimits"/>.</summary>
internal sealed record DiscordMessage
{
    /// <summary>Markdown above the embeds.</summary>
    public string Content { get; init; } = "";

    public IReadOnlyList<Embed> Embeds { get; init; } = [];

    /// <summary>Buttons and menus below.</summary>
    public IReadOnlyList<ComponentRow> Rows { get; init; } = [];

    public IReadOnlyList<MessageFile> Files { get; init; } = [];

    /// <summary>Arrives without a sound.</summary>
    public bool IsSilent { get; init; }

    /// <summary>The one role that <see cref="Content"/> mentions; nothing else of a message ever notifies anybody.</summary>
    public ulong? PingRole { get; init; }
}

/// <summary>A box of text. Texts are markdown, the footer is plain.</summary>
internal sealed record Embed
{
    public string? Title { get; init; }

    /// <summary>What the title leads to: a web address.</summary>
    public string? Url { get; init; }

    public string? Description { get; init; }

    public string? Footer { get; init; }

    /// <summary>Address of the picture below the text.</summary>
    public string? Image { get; init; }

    /// <summary>Of the bar at the left, 0xRRGGBB.</summary>
    public int Color { get; init; } = EmbedColor.News;

    /// <summary>What counts for <see cref="DiscordLimits.EmbedSum"/>.</summary>
    public int Length => (Title?.Length ?? 0) + (Description?.Length ?? 0) + (Footer?.Length ?? 0);
}

/// <summary>Colors of the bar at the left of an embed, 0xRRGGBB.</summary>
internal static class EmbedColor
{
    public const int News = 0x3B6EA5;
    public const int Warning = 0xC9822B;
}

/// <summary>One row below a message: buttons, or one menu.</summary>
internal sealed record ComponentRow
{
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    public SelectMenu? Select { get; init; }

    public static ComponentRow Of(params IReadOnlyList<Button> buttons) => new() { Buttons = buttons };
}

/// <param name="Id">What a press sends back; null for a button that leads to an address.</param>
internal sealed record Button(string Label, string? Id, string? Url = null)
{
    public bool IsDisabled { get; init; }
}

/// <summary>A menu of which one option is picked; the value of an option is a button's id.</summary>
internal sealed record SelectMenu(string Id, string Placeholder, IReadOnlyList<SelectOption> Options);

internal sealed record SelectOption(string Label, string Value, string? Description = null);

/// <summary>A file that goes out with a message.</summary>
/// <param name="Name">ASCII, without folder.</param>
internal sealed record MessageFile(string Name, ReadOnlyMemory<byte> Content);
