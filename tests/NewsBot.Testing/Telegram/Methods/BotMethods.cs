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
    }

    private void AddChats(ChatMethods chats)
    {
        _methods["getMe"] = _ => chats.GetMe();
        _methods["getChat"] = chats.GetChat;
        _methods["getChatMember"] = chats.GetMember;
        _methods["getChatAdministrators"] = chats.GetAdministrators;
        _methods["getChatMemberCount"] = chats.GetMemberCount;
        _methods["leaveChat"] = chats.Leave;
    }

    private void AddMenus(MenuMethods menus)
    {
        _methods["setMyCommands"] = menus.SetCommands;
        _methods["getMyCommands"] = menus.GetCommands;
        _methods["deleteMyCommands"] = menus.DeleteCommands;
        foreach (var (method, field) in (IEnumerable<(string, string)>)[("Name", "name"), ("Description", "description"), ("ShortDescription", "short_description")])
        {
            _methods[$"setMy{method}"] = call => menus.SetText(call, field);
            _methods[$"getMy{method}"] = call => menus.GetText(call, field);
        }
    }
}
