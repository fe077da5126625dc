using System.Text.Json.Nodes;

namespace NewsBot.Testing.Telegram;

/// <summary>The command lists that the bot registered, by scope and language.</summary>
internal sealed class CommandMenus
{
    private readonly Dictionary<(string Scope, string Language), JsonArray> _menus = [];

    public void Set(string scope, string language, JsonArray commands) => _menus[(scope, language)] = commands;

    public void Delete(string scope, string language) => _menus.Remove((scope, language));

    public JsonArray Get(string scope, string language) => _menus.GetValueOrDefault((scope, language)) ?? [];
}
