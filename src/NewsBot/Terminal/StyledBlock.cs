namespace NewsBot.Terminal;

/// <summary>A paragraph; its lines stand <paramref name="Indent"/> columns in, also where the screen breaks them.</summary>
internal sealed record StyledBlock(int Indent, IReadOnlyList<StyledSpan> Spans)
{
    /// <summary>An empty line.</summary>
    public static readonly StyledBlock Gap = new(0, []);

    public static StyledBlock Of(string text, TextStyle style = TextStyle.Plain, int indent = 0) => new(indent, [new StyledSpan(text, style)]);
}

/// <summary>A run of text in one style.</summary>
/// <param name="Url">Where a link leads, or null.</param>
internal readonly record struct StyledSpan(string Text, TextStyle Style = TextStyle.Plain, string? Url = null);
