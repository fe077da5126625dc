using System.Globalization;
using NewsBot.Core.Subscriptions;
using NewsBot.Telegram.Sending;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Chats;

/// <summary>Who wrote or pressed something.</summary>
/// <param name="User">Null for an admin who writes in the name of the group.</param>
/// <param name="Person">In whose name bookmarks and lists are kept; that of the group for its anonymous admins.</param>
/// <param name="Language">Of the person's app, where told.</param>
internal sealed record Sender(long? User, PersonId Person, string? Language)
{
    public static Sender Of(User user) => new(user.Id, new PersonId(new ChatAddress(user.Id).Place.Value), user.LanguageCode);

    /// <summary>Null for what is not to be answered: bots, linked channels, people who write in the name of a channel.</summary>
    public static Sender? Of(Message message)
    {
        if (message.SenderChat is { } name)
        {
            return name.Id == message.Chat.Id && !message.IsAutomaticForward ? new Sender(null, new PersonId(new ChatAddress(name.Id).Place.Value), null) : null;
        }

        return message.From is { IsBot: false } user && message.ViaBot is null ? Of(user) : null;
    }

    /// <summary>The number of the home that a chat is.</summary>
    public static HomeId HomeOf(long chat) => new(string.Create(CultureInfo.InvariantCulture, $"{ChatAddress.Platform}:{chat}"));
}
