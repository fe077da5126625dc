namespace NewsBot.Telegram.Sending;

/// <summary>
/// Reads refusals. The server's texts are lower-case sentences of its own (https://github.com/tdlib/telegram-bot-api, Client.cpp) and UPPER_CASE codes that Telegram passes through; both are matched without case. Pure.
/// </summary>
internal static class TroubleTable
{
    /// <summary>What the server names is the least; it counts in whole seconds.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <summary>For a 429 that names no time.</summary>
    private static readonly TimeSpan UnnamedWait = TimeSpan.FromSeconds(5);

    /// <summary>The first that matches; order matters where one text contains another.</summary>
    private static readonly (string Text, Trouble Trouble)[] BadRequests =
    [
        ("message is not modified", new Trouble.NotModified()),
        ("can't parse entities", new Trouble.BadMarkup()),
        ("can't find end of the entity", new Trouble.BadMarkup()),
        ("ENTITY_BOUNDS_INVALID", new Trouble.BadMarkup()),
        ("ENTITIES_TOO_LONG", new Trouble.BadMarkup()),
        ("message is too long", new Trouble.TooLong()),
        ("caption is too long", new Trouble.TooLong()),
        ("MEDIA_CAPTION_TOO_LONG", new Trouble.TooLong()),
        ("MESSAGE_TOO_LONG", new Trouble.TooLong()),
        ("message to edit not found", new Trouble.MessageGone()),
        ("message to delete not found", new Trouble.MessageGone()),
        ("message can't be edited", new Trouble.MessageGone()),
        ("message can't be deleted", new Trouble.MessageGone()),
        ("MESSAGE_ID_INVALID", new Trouble.MessageGone()),
        ("query is too old", new Trouble.QueryTooOld()),
        ("QUERY_ID_INVALID", new Trouble.QueryTooOld()),
        ("message thread not found", new Trouble.TopicGone()),
        ("TOPIC_CLOSED", new Trouble.TopicGone()),
        ("TOPIC_DELETED", new Trouble.TopicGone()),
        ("TOPIC_ID_INVALID", new Trouble.TopicGone()),
        ("BUTTON_DATA_INVALID", new Trouble.BadKeyboard()),
        ("BUTTON_URL_INVALID", new Trouble.BadKeyboard()),
        ("BUTTON_TYPE_INVALID", new Trouble.BadKeyboard()),
        ("BUTTON_USER_INVALID", new Trouble.BadKeyboard()),
        ("reply markup is too long", new Trouble.BadKeyboard()),
        ("REPLY_MARKUP", new Trouble.BadKeyboard()),
        ("inline keyboard", new Trouble.BadKeyboard()),
        ("wrong HTTP URL", new Trouble.BadMedia()),
        ("failed to get HTTP URL content", new Trouble.BadMedia()),
        ("wrong type of the web page content", new Trouble.BadMedia()),
        ("wrong file identifier", new Trouble.BadMedia()),
        ("IMAGE_PROCESS_FAILED", new Trouble.BadMedia()),
        ("PHOTO_INVALID", new Trouble.BadMedia()),
        ("PHOTO_", new Trouble.BadMedia()),
        ("MEDIA_", new Trouble.BadMedia()),
        ("WEBPAGE_", new Trouble.BadMedia()),
        ("can't upload file by URL", new Trouble.BadMedia()),
        ("file is too big", new Trouble.BadMedia()),
        ("rights to send photos", new Trouble.BadMedia()),
        ("CHAT_SEND_PHOTOS_FORBIDDEN", new Trouble.BadMedia()),
        ("CHAT_SEND_MEDIA_FORBIDDEN", new Trouble.BadMedia()),
        ("chat not found", new Trouble.Unreachable("the chat is gone, or the bot was never started there")),
        ("PEER_ID_INVALID", new Trouble.Unreachable("the chat is gone, or the bot was never started there")),
        ("group chat was deactivated", new Trouble.Unreachable("the group is gone")),
        ("need administrator rights", new Trouble.Unreachable("the bot lacks the right to post")),
        ("not enough rights", new Trouble.Unreachable("the bot lacks the right to post")),
        ("have no rights", new Trouble.Unreachable("the bot lacks the right to post")),
        ("CHAT_ADMIN_REQUIRED", new Trouble.Unreachable("the bot lacks the right to post")),
        ("chat_restricted", new Trouble.Unreachable("the bot may not write there")),
        ("CHAT_WRITE_FORBIDDEN", new Trouble.Unreachable("the bot may not write there")),
        ("CHAT_SEND_PLAIN_FORBIDDEN", new Trouble.Unreachable("text may not be sent there")),
    ];

    public static Trouble Read<T>(ApiResult<T>.Failed failure) => failure switch
    {
        { MigrateTo: { } chat } => new Trouble.Migrated(chat),
        { Code: 429 } => new Trouble.Flood(failure.RetryAfter is { } wait ? wait + Margin : UnnamedWait),

        // A server that is older than the method; a bad token has no more words than "Not Found".
        { Code: 404 } when failure.Says("method not found") => new Trouble.Other(failure.Description),
        { Code: 401 or 404 } => new Trouble.BadToken(),
        { Code: 409 } => new Trouble.Conflict(),
        { Code: 403 } => new Trouble.Unreachable(Forbidden(failure.Description)),
        { Code: 413 } => new Trouble.BadMedia(),
        _ => BadRequests.FirstOrDefault(row => failure.Says(row.Text)).Trouble ?? new Trouble.Other(failure.Description),
    };

    private static string Forbidden(string description)
    {
        bool Says(string part) => description.Contains(part, StringComparison.OrdinalIgnoreCase);
        return Says("blocked by the user") ? "the bot was blocked"
            : Says("user is deactivated") ? "the account was deleted"
            : Says("kicked") || Says("not a member") ? "the bot was removed"
            : Says("group chat was deleted") ? "the group is gone"
            : Says("can't initiate conversation") ? "the bot was never started there"
            : "the bot may not write there";
    }
}
