namespace NewsBot.Telegram.Rendering;

/// <summary>Text as Telegram keeps it: what is seen and the entities over it, in UTF-16 units. Entities lie inside the text, are ordered by start, longer ones first, and nest exactly.</summary>
internal sealed record TelegramText(string Text, IReadOnlyList<TextEntity> Entities)
{
    public static readonly TelegramText Empty = new("", []);

    /// <summary>Offsets at which an item begins: where a text that is too long is parted first.</summary>
    public IReadOnlyList<int> Items { get; init; } = [];

    /// <summary>True when nothing would be seen.</summary>
    public bool IsBlank => VisibleText.IsBlank(Text);

    public static TelegramText Plain(string text) => new TextBuilder().Add(text).Build();
}

/// <summary>A run of <see cref="TelegramText"/> with a form.</summary>
/// <param name="Value">The address of a link; of a date the Unix time, a space and the form; else null.</param>
internal readonly record struct TextEntity(EntityKind Kind, int Start, int Length, string? Value = null)
{
    public int End => Start + Length;
}

/// <summary>The forms that are used, outermost first where two cover the same text.</summary>
internal enum EntityKind
{
    Quote,

    /// <summary>A quote that shows its first lines until it is pressed.</summary>
    ExpandableQuote,
    Link,
    Bold,
    Italic,
    Underline,
    Strike,

    /// <summary>A moment that each reader sees in the local time of the device.</summary>
    Time,
    Code,
}
