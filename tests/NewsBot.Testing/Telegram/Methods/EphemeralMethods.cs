using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram.Http;
using NewsBot.Testing.Telegram.Text;

namespace NewsBot.Testing.Telegram.Methods;

/// <summary>Messages in a group that one member alone sees (core.telegram.org/bots/api#ephemeral-messages-and-commands).</summary>
internal sealed class EphemeralMethods(World world)
{
    /// <summary>Whom the call writes to in private; null for everybody.</summary>
    public static VirtualUser? ReceiverOf(World world, VirtualChat chat, ApiCall call)
    {
        if (call.Json("ephemeral_message_parameters", "ephemeral message parameters") is not { } parameters)
        {
            return null;
        }

        if (chat.Kind is not (ChatKind.Group or ChatKind.Supergroup))
        {
            throw RefusedCall.Bad("ephemeral messages can be sent to groups only");
        }

        return Member(world, chat, parameters["receiver_user_id"]?.GetValue<long>());
    }

    public JsonNode EditText(ApiCall call)
    {
        var message = Find(call);
        message.Content = EditMethods.NewText(call) with { Keyboard = ReplyMarkup.Inline(call) };
        return true;
    }

    public JsonNode EditCaption(ApiCall call)
    {
        var message = Find(call);
        message.Content = message.Content with
        {
            Text = SentText.Caption(call.Text("caption"), call.Text("parse_mode"), call.Json("caption_entities", "caption entities")),
            Keyboard = ReplyMarkup.Inline(call),
        };
        return true;
    }

    public JsonNode EditReplyMarkup(ApiCall call)
    {
        var message = Find(call);
        message.Content = message.Content with { Keyboard = ReplyMarkup.Inline(call) };
        return true;
    }

    public JsonNode Delete(ApiCall call)
    {
        Find(call).IsDeleted = true;
        return true;
    }

    private VirtualMessage Find(ApiCall call)
    {
        var chat = world.ChatOf(call);
        SendTarget.CheckAccess(chat);
        var receiver = Member(world, chat, call.Number("receiver_user_id"));
        return chat.EphemeralMessage(receiver, call.Number("ephemeral_message_id") ?? 0) ?? throw RefusedCall.Bad("message to edit not found");
    }

    private static VirtualUser Member(World world, VirtualChat chat, long? id) =>
        id is { } known && world.User(known) is { } user && chat.MembershipOf(user).IsIn ? user : throw RefusedCall.Bad("USER_NOT_PARTICIPANT");
}
