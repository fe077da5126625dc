using NewsBot.Telegram.Chats;
using NewsBot.Telegram.Sending;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace NewsBot.Telegram.Updates;

/// <summary>A message that somebody wrote, with what is known of where and by whom.</summary>
/// <param name="Address">The chat and the topic that is answered in.</param>
internal sealed record Incoming(Message Message, ChatAddress Address, Sender Sender)
{
    public Chat Chat => Message.Chat;

    public bool IsPrivate => Chat.Type == ChatType.Private;

    /// <summary>The message to answer to where other people talk, so that it is seen whom we mean.</summary>
    public int? ReplyTo => IsPrivate ? null : Message.Id;

    /// <summary>Null for what nobody is to be answered for.</summary>
    public static Incoming? Of(Message message) => Sender.Of(message) is { } sender ? new Incoming(message, AddressOf(message), sender) : null;

    /// <summary>A thread is a topic only where the server says so, and General, topic 1, is the chat itself: the server takes no messages for "1".</summary>
    public static ChatAddress AddressOf(Message message) => new(message.Chat.Id, message is { IsTopicMessage: true, MessageThreadId: { } topic and > 1 } ? topic : null);
}
