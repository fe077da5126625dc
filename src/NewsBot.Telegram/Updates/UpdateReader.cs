using System.Text.Json;
using NewsBot.Core.Inbox;
using NewsBot.Telegram.Chats;
using NewsBot.Telegram.Sending;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace NewsBot.Telegram.Updates;

/// <summary>Tells what an update is, each by itself: what cannot be read is passed over and takes no other along. Pure.</summary>
internal static class UpdateReader
{
    /// <summary>What is asked of the server; everything else stays away.</summary>
    public static readonly IReadOnlyList<UpdateType> Kinds = [UpdateType.Message, UpdateType.ChannelPost, UpdateType.CallbackQuery, UpdateType.InlineQuery, UpdateType.MyChatMember];

    /// <summary>The same by the names of the API.</summary>
    public static readonly IReadOnlyList<string> KindNames = ["message", "channel_post", "callback_query", "inline_query", "my_chat_member"];

    /// <param name="now">When it came.</param>
    /// <param name="isBacklog">True for what waited at the server while we were away: then its own date tells its age.</param>
    public static ReadUpdate Read(JsonElement element, OwnAccount me, DateTimeOffset now, bool isBacklog)
    {
        var id = IdOf(element);
        if (id is null)
        {
            return new ReadUpdate.Unreadable(null, "it has no update_id");
        }

        try
        {
            return element.Deserialize<Update>(JsonBotAPI.Options) is { } update
                ? Read(update, element, me, now, isBacklog)
                : new ReadUpdate.Unreadable(id, "it is empty");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException or ArgumentException or FormatException or OverflowException)
        {
            return new ReadUpdate.Unreadable(id, e.GetType().Name);
        }
    }

    public static long? IdOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("update_id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number) ? number : null;

    private static ReadUpdate Read(Update update, JsonElement element, OwnAccount me, DateTimeOffset now, bool isBacklog)
    {
        if (update.InlineQuery is { } query)
        {
            return isBacklog ? new ReadUpdate.Unwanted() : new ReadUpdate.Inline(query);
        }

        var (lane, isLasting) = update switch
        {
            { Message: { } message } when IsMove(message) => (new ChatAddress(message.Chat.Id).Place.Value, true),
            { Message: { ForumTopicReopened: not null } message } => (Incoming.AddressOf(message).Place.Value, true),
            { Message: { } message } when IsWanted(message, me) => (Incoming.AddressOf(message).Place.Value, false),
            { ChannelPost: { } post } when IsForUs(post, me) => (new ChatAddress(post.Chat.Id).Place.Value, false),
            { CallbackQuery: { Message: { } pressed } } => (Incoming.AddressOf(pressed).Place.Value, false),
            { CallbackQuery: { } press } => (new ChatAddress(press.From.Id).Place.Value, false),
            { MyChatMember: { } change } => (new ChatAddress(change.Chat.Id).Place.Value, true),
            _ => (null, false),
        };
        if (lane is null)
        {
            return new ReadUpdate.Unwanted();
        }

        var sent = isBacklog && update.Message is { } dated ? new DateTimeOffset(DateTime.SpecifyKind(dated.Date, DateTimeKind.Utc)) : now;
        return new ReadUpdate.Wanted(new InboxRow { Source = me.Source, Update = update.Id, Lane = lane, Payload = element.GetRawText(), Sent = sent < now ? sent : now, IsLasting = isLasting });
    }

    private static bool IsMove(Message message) => message.MigrateToChatId is not null || message.MigrateFromChatId is not null;

    /// <summary>Where other people talk only commands and replies to us are kept; the rest is read by nobody and stored nowhere.</summary>
    private static bool IsWanted(Message message, OwnAccount me) => message.Chat.Type switch
    {
        ChatType.Private => message.Text is not null || message.Document is not null || message.ChatShared is not null,
        ChatType.Group or ChatType.Supergroup => IsForUs(message, me) || (message.ReplyToMessage?.From?.Id == me.Id && (message.Text is not null || message.Document is not null)),
        _ => false,
    };

    private static bool IsForUs(Message message, OwnAccount me) => TypedCommand.Read(message) is { } command && !command.IsForOther(me.Username);
}

/// <summary>What an update is to us.</summary>
internal abstract record ReadUpdate
{
    private ReadUpdate()
    {
    }

    /// <summary>To be kept until it is answered.</summary>
    public sealed record Wanted(InboxRow Row) : ReadUpdate;

    /// <summary>To be answered within seconds or not at all.</summary>
    public sealed record Inline(InlineQuery Query) : ReadUpdate;

    public sealed record Unwanted : ReadUpdate;

    /// <param name="Update">Its number where that could be read.</param>
    public sealed record Unreadable(long? Update, string Reason) : ReadUpdate;
}
