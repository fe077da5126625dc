using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram.Http;
using NewsBot.Testing.Telegram.Text;

namespace NewsBot.Testing.Telegram.Methods;

/// <summary>Methods that send a text.</summary>
internal sealed class MessageMethods(World world)
{
    public JsonNode SendMessage(ApiCall call)
    {
        var target = SendTarget.Of(world, call);
        var content = new MessageContent
        {
            Text = SentText.Message(call.Text("text"), call.Text("parse_mode"), call.Json("entities", "entities")),
            Keyboard = ReplyMarkup.Inline(call),
            LinkPreview = LinkPreview(call),
        };
        return Deliver(target, call, content).ToJson(world);
    }

    public JsonNode SendChatAction(ApiCall call)
    {
        var target = SendTarget.Of(world, call);
        target.Chat.Action = call.Text("action") ?? throw RefusedCall.Bad("wrong parameter action in request");
        return true;
    }

    /// <summary>Puts the message into its chat.</summary>
    public VirtualMessage Deliver(SendTarget target, ApiCall call, MessageContent content, string? albumId = null)
    {
        if (ReplyMarkup.Keyboard(call, target.Chat) is { } keyboard)
        {
            target.Chat.Keyboard = keyboard["remove_keyboard"]?.GetValue<bool>() == true ? null : keyboard;
        }

        return target.Chat.Add(id => new VirtualMessage(target.Chat, id, world.Now, content)
        {
            From = target.Chat.Kind == ChatKind.Channel ? null : world.Bot,
            IsByBot = true,
            ThreadId = target.ThreadId,
            ReplyTo = target.ReplyTo,
            IsSilent = call.Flag("disable_notification"),
            AlbumId = albumId,
            Receiver = target.Receiver,
        });
    }

    public static JsonObject? LinkPreview(ApiCall call) => call.Json("link_preview_options", "link preview options") switch
    {
        null => null,
        JsonObject options => options,
        _ => throw RefusedCall.Bad("object expected as link preview options"),
    };
}
