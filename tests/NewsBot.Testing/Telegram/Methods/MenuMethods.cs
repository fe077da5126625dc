using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NewsBot.Testing.Telegram.Http;

namespace NewsBot.Testing.Telegram.Methods;

/// <summary>Methods that set what people see of the bot before they write: commands and descriptions.</summary>
internal sealed partial class MenuMethods(World world)
{
    private const int MostCommands = 100;
    private const int MostDescription = 256;
    private static readonly Dictionary<string, int> Longest = new(StringComparer.Ordinal) { ["name"] = 64, ["description"] = 512, ["short_description"] = 120 };
    private readonly Dictionary<(string Field, string Language), string> _texts = [];

    public JsonNode SetCommands(ApiCall call)
    {
        if (call.Json("commands", "commands") is not JsonArray commands)
        {
            throw RefusedCall.Bad("expected an Array of BotCommand");
        }

        foreach (var command in commands)
        {
            Check(command as JsonObject ?? throw RefusedCall.Bad("can't parse BotCommand: expected an Object"));
        }

        if (commands.Count > MostCommands)
        {
            throw RefusedCall.Bad("BOT_COMMANDS_TOO_MUCH");
        }

        world.Menus.Set(ScopeOf(call), call.Text("language_code") ?? "", (JsonArray)commands.DeepClone());
        return true;
    }

    public JsonNode GetCommands(ApiCall call) => world.Menus.Get(ScopeOf(call), call.Text("language_code") ?? "").DeepClone();

    public JsonNode DeleteCommands(ApiCall call)
    {
        world.Menus.Delete(ScopeOf(call), call.Text("language_code") ?? "");
        return true;
    }

    public JsonNode SetText(ApiCall call, string field)
    {
        var text = call.Text(field) ?? "";
        if (text.Length > Longest[field])
        {
            throw RefusedCall.Bad($"{field.Replace('_', ' ')} is too long");
        }

        _texts[(field, call.Text("language_code") ?? "")] = text;
        return true;
    }

    public JsonNode GetText(ApiCall call, string field) => new JsonObject { [field] = _texts.GetValueOrDefault((field, call.Text("language_code") ?? ""), "") };

    private string ScopeOf(ApiCall call)
    {
        if (call.Json("scope", "BotCommandScope") is not { } scope)
        {
            return "default";
        }

        var type = scope["type"]?.GetValue<string>() ?? "";
        return type switch
        {
            "default" or "all_private_chats" or "all_group_chats" or "all_chat_administrators" => type,
            "chat" or "chat_administrators" or "chat_member" => $"{type} {scope["chat_id"]} {scope["user_id"]}".TrimEnd(),
            _ => throw RefusedCall.Bad("can't parse BotCommandScope: Unsupported type specified"),
        };
    }

    private static void Check(JsonObject command)
    {
        var name = command["command"]?.GetValue<string>() ?? "";
        if (!CommandName().IsMatch(name))
        {
            throw RefusedCall.Bad(name.Length == 0 ? "command must be non-empty" : "BOT_COMMAND_INVALID");
        }

        if ((command["description"]?.GetValue<string>() ?? "").Length is 0 or > MostDescription)
        {
            throw RefusedCall.Bad("BOT_COMMAND_DESCRIPTION_INVALID");
        }
    }

    [GeneratedRegex("^[a-z0-9_]{1,32}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommandName();
}
