using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram.Http;
using NewsBot.Testing.Telegram.Text;

namespace NewsBot.Testing.Telegram.Methods;

/// <summary>Rich messages, and drafts that show a text while it is being made.</summary>
internal sealed class RichMethods(World world, MessageMethods messages)
{
    private static readonly TimeSpan DraftLife = TimeSpan.FromSeconds(30);

    public JsonNode SendRich(ApiCall call)
    {
        var target = SendTarget.Of(world, call);
        if (call.Text("link_preview_options") is not null)
        {
            throw RefusedCall.Bad("rich messages have no link preview");
        }

        return messages.Deliver(target, call, Read(call) with { Keyboard = ReplyMarkup.Inline(call) }).ToJson(world);
    }

    public JsonNode SendDraft(ApiCall call) => Draft(call, call.Text("text") is { } text
        ? SentText.Message(text, call.Text("parse_mode"), call.Json("entities", "entities")).Text
        : "");

    public JsonNode SendRichDraft(ApiCall call) => Draft(call, Read(call).Text.Text);

    /// <summary>The content that the parameter rich_message describes.</summary>
    public static MessageContent Read(ApiCall call)
    {
        if (call.Json("rich_message", "rich message") is not JsonObject rich)
        {
            throw RefusedCall.Bad("rich message is not specified");
        }

        var forms = ((string[])["html", "markdown", "blocks"]).Where(rich.ContainsKey).ToList();
        var text = forms switch
        {
            ["html"] => RichHtml.TextOf(rich["html"]!.GetValue<string>()),
            ["blocks"] when rich["blocks"] is JsonArray blocks => RichBlocks.TextOf(blocks),
            _ => throw RefusedCall.Bad("exactly one of html, markdown and blocks must be given"),
        };
        return new MessageContent { Text = new FormattedText(text, []), Rich = rich.ToJsonString() };
    }

    private JsonNode Draft(ApiCall call, string text)
    {
        var target = SendTarget.Of(world, call);
        if (target.Chat.Kind != ChatKind.Private)
        {
            throw RefusedCall.Bad("drafts can be sent to private chats only");
        }

        var id = call.Number("draft_id") is { } given and not 0 ? given : throw RefusedCall.Bad("draft_id must be non-zero");
        target.Chat.Draft = new MessageDraft(id, text, world.Now + DraftLife) { CanStop = call.Flag("can_stop"), ThreadId = target.ThreadId };
        return true;
    }
}
