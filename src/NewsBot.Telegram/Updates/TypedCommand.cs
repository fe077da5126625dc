using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace NewsBot.Telegram.Updates;

/// <summary>A command as it stands at the begin of a message. Pure.</summary>
/// <param name="Name">Without slash, as typed.</param>
/// <param name="Bot">The bot it was typed for, without "@", or null.</param>
/// <param name="Arguments">What follows, white space cut.</param>
internal sealed record TypedCommand(string Name, string? Bot, string Arguments)
{
    /// <summary>The slash, the name and the arguments, as every platform reads them.</summary>
    public string Text => Arguments.Length == 0 ? "/" + Name : $"/{Name} {Arguments}";

    /// <summary>Null when the message begins with none: only the server's mark of a command counts, at the very begin of text or caption.</summary>
    public static TypedCommand? Read(Message message)
    {
        var (text, entities) = message.Text is { } written ? (written, message.Entities) : (message.Caption ?? "", message.CaptionEntities);
        if (entities?.FirstOrDefault(entity => entity is { Type: MessageEntityType.BotCommand, Offset: 0 }) is not { Length: > 1 } mark || mark.Length > text.Length)
        {
            return null;
        }

        // Offsets of Telegram are UTF-16 units, as those of strings here (https://core.telegram.org/bots/api#messageentity).
        var word = text[1..mark.Length];
        var at = word.IndexOf('@', StringComparison.Ordinal);
        return new TypedCommand(at < 0 ? word : word[..at], at < 0 ? null : word[(at + 1)..], text[mark.Length..].Trim());
    }

    /// <summary>True when it was typed for another bot.</summary>
    public bool IsForOther(string username) => Bot is not null && !Bot.Equals(username, StringComparison.OrdinalIgnoreCase);
}
