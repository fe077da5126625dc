using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Core.Commands;
using NewsBot.Core.Storage;
using NewsBot.Telegram.Hosting;
using NewsBot.Telegram.Sending;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Chats;

/// <summary>The menus of commands that Telegram shows, for each kind of chat and each language; told to the server only when one of them changed.</summary>
internal sealed partial class CommandMenus(TelegramBotApi api, OwnAccount me, IStateStore store, IOptions<TelegramOptions> options, ILogger<CommandMenus> logger)
{
    /// <summary>https://core.telegram.org/bots/api#botcommand</summary>
    private const int LongestDescription = 256;

    /// <summary>False when the server did not take them all; then the next start tries again.</summary>
    public async Task<bool> SetAsync(CancellationToken cancellationToken)
    {
        var menus = Menus().ToList();
        var key = $"{me.Source}:menu";
        var print = PrintOf(menus);
        if (await store.FindStateAsync(key, cancellationToken) == print)
        {
            return true;
        }

        foreach (var menu in menus)
        {
            if (await api.SetMyCommandsAsync(menu.Commands, menu.Scope, menu.Language, cancellationToken) is not ApiResult<bool>.Ok)
            {
                LogNotSet(menu.Scope.Type.ToString(), menu.Language);
                return false;
            }
        }

        await store.SaveStateAsync(key, print, CancellationToken.None);
        return true;
    }

    private IEnumerable<Menu> Menus()
    {
        foreach (var code in Languages.Codes.Order(StringComparer.Ordinal))
        {
            // English is shown to everybody whose language has no menu of its own.
            var (texts, language) = (Languages.For(code), code == "en" ? null : code);
            yield return new Menu(BotCommandScope.Default(), language, Commands(texts, Role.Reader));
            yield return new Menu(BotCommandScope.AllPrivateChats(), language, [.. Commands(texts, Role.Admin), new BotCommand("manage", texts.Summary("manage"))]);
            yield return new Menu(BotCommandScope.AllGroupChats(), language, Commands(texts, Role.Reader));
            yield return new Menu(BotCommandScope.AllChatAdministrators(), language, Commands(texts, Role.Admin));
            foreach (var user in options.Value.Operators.Where(user => long.TryParse(user, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            {
                var chat = long.Parse(user, CultureInfo.InvariantCulture);
                yield return new Menu(BotCommandScope.Chat(chat), language, [.. Commands(texts, Role.Operator), new BotCommand("manage", texts.Summary("manage"))]);
            }
        }
    }

    private static IReadOnlyList<BotCommand> Commands(Texts texts, Role role) =>
        [.. CommandCatalog.All.Where(spec => spec.IsListed && spec.Role <= role).Select(spec => new BotCommand(spec.Name, Core.Text.TextCut.At(texts.Summary(spec.Name), LongestDescription)))];

    private static string PrintOf(IEnumerable<Menu> menus)
    {
        var text = new StringBuilder();
        foreach (var menu in menus)
        {
            text.Append(CultureInfo.InvariantCulture, $"{menu.Scope.Type} {(menu.Scope as BotCommandScopeChat)?.ChatId} {menu.Language}\n");
            foreach (var command in menu.Commands)
            {
                text.Append(CultureInfo.InvariantCulture, $"{command.Command} {command.Description}\n");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram did not take the menu for {Scope} in language {Language}; the next start tries again")]
    private partial void LogNotSet(string scope, string? language);

    private sealed record Menu(BotCommandScope Scope, string? Language, IReadOnlyList<BotCommand> Commands);
}
