using NewsBot.Core.Commands;

namespace NewsBot.Discord.Interactions;

/// <summary>The help in Discord's form: commands with what is filled in. They stand by their names of the catalogue in the lines, as in all words of the bot; the renderer names them as they are found here. Pure.</summary>
internal static class HelpPage
{
    /// <param name="line">The command that was given: "/help", or with the name of another behind it.</param>
    public static Reply Of(string line, Request request)
    {
        var texts = request.Texts;
        var topic = line.Split(' ', 2) is [_, var named] ? named.TrimStart('/') : "";
        var allowed = CommandForms.All.Where(form => CommandCatalog.Find(form.Core) is { } spec && spec.Role <= request.Caller.Role).ToList();
        return allowed.Find(form => form.Core == topic || form.FullName == topic) is { } asked
            ? new Reply.Explanation("/" + asked.FullName, [texts.Summary(asked.Core), .. asked.Options.Select(option => $"{option.Name}: {texts.Option(option.Help)}"), .. Grammar(asked, texts)])
            : new Reply.Explanation(texts.HelpTitle, [.. allowed.Where(form => CommandCatalog.Find(form.Core)!.IsListed).Select(form => $"/{form.Core} - {texts.Summary(form.Core)}")]);
    }

    private static IEnumerable<string> Grammar(CommandForm form, Texts texts) => form.Core is "search" or "subscribe" or "filter" ? [texts.QueryHelp] : [];
}
