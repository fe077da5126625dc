using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Rendering;

/// <summary>One message as it is to be seen, before a chat has been chosen for it. The text fits: rendering has split it.</summary>
internal sealed record TelegramMessage(TelegramText Text)
{
    /// <summary>The whole answer or post as one rich message: it is tried first, and where it is sent, the messages after this one are not.</summary>
    public RichPage? Rich { get; init; }

    public LinkPreview Preview { get; init; } = LinkPreview.None;

    /// <summary>Address of a picture that the text is the caption of, or null. An article has one lead picture, so that there are no albums.</summary>
    public string? Photo { get; init; }

    public MessageFile? File { get; init; }

    /// <summary>Buttons below, or a keyboard in place of the person's.</summary>
    public ReplyMarkup? Markup { get; init; }

    public bool IsSilent { get; init; }

    /// <summary>The message of the same chat that it answers; it is sent also when that is gone.</summary>
    public int? ReplyTo { get; init; }

    /// <summary>Kept at the top of the chat where the bot may.</summary>
    public bool IsPinned { get; init; }
}

/// <summary>Which page is previewed below or above the text; always told to the server, as it would choose one itself.</summary>
/// <param name="Url">Null previews none.</param>
internal sealed record LinkPreview(string? Url, bool IsLarge = false, bool IsAbove = false)
{
    public static readonly LinkPreview None = new((string?)null);
}

/// <summary>A file that goes out with a message.</summary>
internal sealed record MessageFile(string Name, ReadOnlyMemory<byte> Content);
