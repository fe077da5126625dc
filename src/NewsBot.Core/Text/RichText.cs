namespace NewsBot.Core.Text;

/// <summary>
/// Text with marks, the only markup inside the core: platforms turn it into theirs when they render. Offsets and lengths are UTF-16 units; marks lie inside the text, may nest and never cross a grapheme.
/// </summary>
public sealed record RichText(string Text, IReadOnlyList<Mark> Marks)
{
    public static readonly RichText Empty = new("", []);

    public static RichText Plain(string text) => new(text, []);
}

/// <summary>A run of <see cref="RichText"/> with a meaning.</summary>
/// <param name="Url">The absolute target of a <see cref="MarkKind.Link"/>, else null.</param>
public readonly record struct Mark(MarkKind Kind, int Start, int Length, string? Url = null);

/// <summary>What a mark means.</summary>
public enum MarkKind
{
    Bold,
    Italic,
    Code,
    Strike,
    Link,
    /// <summary>A word that the reader searched for.</summary>
    Hit,
}
