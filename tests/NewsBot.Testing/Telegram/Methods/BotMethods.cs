using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram.Http;

namespace NewsBot.Testing.Telegram.Methods;

/// <summary>All methods by name, in any case, as the server takes them. A method that is not here answers "method not found".</summary>
internal sealed class BotMethods
{
    private readonly Dictionary<string, Func<ApiCall, JsonNode>> _methods = new(StringComparer.OrdinalIgnoreCase);

    public BotMethods(World world)
    {
        AddMessages(world);
        AddChats(new ChatMethods(world));
        AddMenus(new MenuMethods(world));
        AddWebhook(new WebhookMethods(world));
    }

    /// <exception cref="RefusedCall">The call is wrong.</exception>
    public JsonNode Call(ApiCall call) =>
        _methods.TryGetValue(call.Method, out var method) ? method(call) : throw new RefusedCall(404, "Not Found: method not found");

    private void AddMessages(World world)
    {
        var (messages, edits, queries) = (new MessageMethods(world), new EditMethods(world), new QueryMethods(world));
        _methods["sendMessage"] = messages.SendMessage;
        _methods["sendChatAction"] = messages.SendChatAction;
        _methods["editMessageText"] = edits.EditText;
        _methods["editMessageReplyMarkup"] = edits.EditReplyMarkup;
        _methods["deleteMessage"] = edits.Delete;
        _methods["deleteMessages"] = edits.DeleteMany;
        _methods["answerCallbackQuery"] = queries.AnswerCallback;
        _methods["answerInlineQuery"] = new InlineMethods(queries).Answer;
        var rich = new RichMethods(world, messages);
        _methods["sendRichMessage"] = rich.SendRich;
        _methods["sendRichMessageDraft"] = rich.SendRichDraft;
        _methods["sendMessageDraft"] = rich.SendDraft;
        AddEphemeral(new EphemeralMethods(world));
        AddMedia(new MediaMethods(world, messages, edits));
    }

    private void AddEphemeral(EphemeralMethods ephemeral)
    {
        _methods["editEphemeralMessageText"] = ephemeral.EditText;
        _methods["editEphemeralMessageCaption"] = ephemeral.EditCaption;
        _methods["editEphemeralMessageReplyMarkup"] = ephemeral.EditReplyMarkup;
        _methods["deleteEphemeralMessage"] = ephemeral.Delete;
    }

    private void AddMedia(MediaMethods media)
    {
        foreach (var kind in (string[])["photo", "video", "animation", "audio", "document"])
        {
            _methods[$"send{kind}"] = call => media.Send(call, kind);
        }

        _methods["sendMediaGroup"] = media.SendGroup;
        _methods["editMessageCaption"] = media.EditCaption;
        _methods["editMessageMedia"] = media.EditMedia;
        _methods["getFile"] = media.GetFile;
    }

    private void AddWebhook(WebhookMethods webhook)
    {
        _methods["setWebhook"] = webhook.Set;
        _methods["deleteWebhook"] = webhook.Delete;
        _methods["getWebhookInfo"] = _ => webhook.Info();
        _methods["close"] = _ => true;
        _methods["logOut"] = _ => true;
    }

    private void AddChats(ChatMethods chats)
    {
        _methods["getMe"] = _ => chats.GetMe();
        _methods["getChat"] = chats.GetChat;
        _methods["getChatMember"] = chats.GetMember;
        _methods["getChatAdministrators"] = chats.GetAdministrators;
        _methods["getChatMemberCount"] = chats.GetMemberCount;
        _methods["leaveChat"] = chats.Leave;
        _methods["pinChatMessage"] = chats.Pin;
        _methods["unpinChatMessage"] = chats.Unpin;
    }

    private void AddMenus(MenuMethods menus)
    {
        _methods["setMyCommands"] = menus.SetCommands;
        _methods["getMyCommands"] = menus.GetCommands;
        _methods["deleteMyCommands"] = menus.DeleteCommands;
        _methods["setChatMenuButton"] = _ => true;
        _methods["setMyDefaultAdministratorRights"] = _ => true;
        foreach (var (method, field) in (IEnumerable<(string, string)>)[("Name", "name"), ("Description", "description"), ("ShortDescription", "short_description")])
        {
            _methods[$"setMy{method}"] = call => menus.SetText(call, field);
            _methods[$"getMy{method}"] = call => menus.GetText(call, field);
        }
    }
}
