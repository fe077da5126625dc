using System.Text.Json.Nodes;

namespace NewsBot.Testing.Telegram;

/// <summary>A message as it stands in its chat now. What an edit changes is swapped as a whole, so that any thread may read it.</summary>
public sealed class VirtualMessage
{
    internal VirtualMessage(VirtualChat chat, int id, DateTimeOffset date, MessageContent content)
    {
        Chat = chat;
        Id = id;
        Date = date;
        Content = content;
    }

    public VirtualChat Chat { get; }

    /// <summary>Counted in each chat by itself, from 1.</summary>
    public int Id { get; }

    public DateTimeOffset Date { get; }

    public DateTimeOffset? EditDate { get; internal set; }

    public MessageContent Content { get; internal set; }

    /// <summary>Null in channels and for anonymous administrators.</summary>
    public VirtualUser? From { get; init; }

    /// <summary>The chat in whose name it was written.</summary>
    public VirtualChat? SenderChat { get; init; }

    public int? ThreadId { get; init; }

    public VirtualMessage? ReplyTo { get; init; }

    public string? AlbumId { get; init; }

    /// <summary>The only one who sees it; null for everybody.</summary>
    public VirtualUser? Receiver { get; init; }

    public bool IsSilent { get; init; }

    /// <summary>Sent through the bot's inline mode.</summary>
    public bool IsViaBot { get; init; }

    /// <summary>A post of the linked channel that Telegram put into its discussion group.</summary>
    public bool IsAutomaticForward { get; init; }

    public bool IsDeleted { get; internal set; }

    /// <summary>The bot under test wrote it, in a channel too.</summary>
    public bool IsByBot { get; init; }

    public string Text => Content.Text.Text;

    /// <summary>The rows of inline buttons.</summary>
    public IReadOnlyList<IReadOnlyList<VirtualButton>> Buttons => VirtualButton.RowsOf(Content.Keyboard, "inline_keyboard");

    /// <summary>The link of that label, or null.</summary>
    public string? LinkOf(string label) => Content.Text.Entities.Where(entity => entity.Type == "text_link" && Content.Text.Covered(entity) == label).Select(entity => entity.Url).FirstOrDefault();

    public override string ToString() => $"{From?.FirstName ?? Chat.Title}: {Text}";

    internal JsonObject ToJson(World world, bool withReply = true)
    {
        var json = new JsonObject { ["message_id"] = Receiver is null ? Id : 0, ["date"] = Date.ToUnixTimeSeconds(), ["chat"] = Chat.ToJson() };
        Set(json, "from", SenderJson(world));
        Set(json, "sender_chat", (SenderChat ?? (Chat.Kind == ChatKind.Channel ? Chat : null))?.ToJson());
        Set(json, "receiver_user", Receiver?.ToJson());
        Set(json, "ephemeral_message_id", Receiver is null ? null : Id);
        Set(json, "edit_date", EditDate?.ToUnixTimeSeconds());
        Set(json, "media_group_id", AlbumId);
        Set(json, "via_bot", IsViaBot ? world.Bot.ToJson() : null);
        SetTrue(json, "is_automatic_forward", IsAutomaticForward);
        if (ThreadId is { } thread)
        {
            json["message_thread_id"] = thread;
            SetTrue(json, "is_topic_message", Chat.IsForum || Chat.Kind == ChatKind.Private);
        }

        Set(json, "reply_to_message", withReply ? ReplyTo?.ToJson(world, withReply: false) : null);
        MessageJson.AddContent(json, Content, world);
        return json;
    }

    /// <summary>Groups show a made-up user where a chat is the sender (core.telegram.org/bots/api#message, field from).</summary>
    private JsonObject? SenderJson(World world) => (From, SenderChat) switch
    {
        ({ } user, null) => user.ToJson(),
        (_, { } chat) when Chat.Kind != ChatKind.Channel => world.StandInFor(chat == Chat),
        _ => null,
    };

    private static void Set(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }

    private static void SetTrue(JsonObject json, string name, bool value)
    {
        if (value)
        {
            json[name] = true;
        }
    }
}
