using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram.Http;
using NewsBot.Testing.Telegram.Text;

namespace NewsBot.Testing.Telegram.Methods;

/// <summary>Methods that change or delete a message.</summary>
internal sealed class EditMethods(World world)
{
    private const string NotModified =
        "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

    /// <summary>Own messages older than this can't be deleted (core.telegram.org/bots/api#deletemessage).</summary>
    private static readonly TimeSpan DeletableFor = TimeSpan.FromHours(48);

    public JsonNode EditText(ApiCall call) => Edit(call, content => content.MediaKind is not null
        ? throw RefusedCall.Bad("there is no text in the message to edit")
        : NewText(call) with { Keyboard = ReplyMarkup.Inline(call) });

    public JsonNode EditReplyMarkup(ApiCall call) => Edit(call, content => content with { Keyboard = ReplyMarkup.Inline(call) });

    public JsonNode Delete(ApiCall call)
    {
        var chat = world.ChatOf(call);
        SendTarget.CheckAccess(chat);
        var message = chat.Message(call.Number("message_id") ?? 0) ?? throw RefusedCall.Bad("message to delete not found");
        DeleteOne(chat, message);
        return true;
    }

    public JsonNode DeleteMany(ApiCall call)
    {
        var chat = world.ChatOf(call);
        SendTarget.CheckAccess(chat);
        if (call.Json("message_ids", "message_ids") is not JsonArray { Count: >= 1 and <= 100 } ids)
        {
            throw RefusedCall.Bad("message identifiers are not specified");
        }

        foreach (var message in ids.Select(id => chat.Message(id!.GetValue<long>())).OfType<VirtualMessage>())
        {
            DeleteOne(chat, message);
        }

        return true;
    }

    /// <summary>Changes what the call names, if it is the bot's own and differs.</summary>
    public JsonNode Edit(ApiCall call, Func<MessageContent, MessageContent> change)
    {
        var chat = world.ChatOf(call);
        SendTarget.CheckAccess(chat);
        var message = chat.Message(call.Number("message_id") ?? 0) ?? throw RefusedCall.Bad("message to edit not found");
        if (!message.IsByBot && !(chat.Kind == ChatKind.Channel && chat.MembershipOf(world.Bot).CanEdit))
        {
            throw RefusedCall.Bad("message can't be edited");
        }

        var changed = change(message.Content);
        if (changed.IsSameAs(message.Content))
        {
            throw RefusedCall.Bad(NotModified);
        }

        message.Content = changed;
        message.EditDate = world.Now;
        return message.ToJson(world);
    }

    public static MessageContent NewText(ApiCall call) => call.Text("rich_message") is not null
        ? RichMethods.Read(call)
        : new MessageContent
        {
            Text = SentText.Message(call.Text("text"), call.Text("parse_mode"), call.Json("entities", "entities")),
            LinkPreview = MessageMethods.LinkPreview(call),
        };

    private void DeleteOne(VirtualChat chat, VirtualMessage message)
    {
        var mayDelete = message.IsByBot || chat.Kind == ChatKind.Private || chat.MembershipOf(world.Bot).CanDelete;
        if (!mayDelete || world.Now - message.Date > DeletableFor)
        {
            throw RefusedCall.Bad("message can't be deleted");
        }

        message.IsDeleted = true;
    }
}
