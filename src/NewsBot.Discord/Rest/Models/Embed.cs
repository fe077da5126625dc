namespace NewsBot.Discord.Rest.Models;

/// <summary>A framed block of a message. Lengths: docs.discord.com/developers/resources/message, "Embed Limits".</summary>
internal sealed record Embed
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Url { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    public int? Color { get; init; }

    public EmbedFooter? Footer { get; init; }

    public EmbedImage? Image { get; init; }

    public EmbedImage? Thumbnail { get; init; }

    public EmbedAuthor? Author { get; init; }

    public IReadOnlyList<EmbedField>? Fields { get; init; }
}

internal sealed record EmbedFooter(string Text);

internal sealed record EmbedImage(string Url);

internal sealed record EmbedAuthor(string Name)
{
    public string? Url { get; init; }
}

internal sealed record EmbedField(string Name, string Value)
{
    public bool? Inline { get; init; }
}
