namespace NewsBot.Testing.Telegram;

/// <summary>A text that is shown while it is being made; it vanishes by itself, or when a message comes.</summary>
public sealed record MessageDraft(long Id, string Text, DateTimeOffset Until)
{
    /// <summary>Shows a button that stops the making.</summary>
    public bool CanStop { get; init; }

    public int? ThreadId { get; init; }
}
