using System.CommandLine;
using NewsBot.Hosting;

namespace NewsBot.Verbs;

/// <summary>The verbs of the program and the options they share. Exit code 0 only on success; errors go to standard error.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder of the store.", Recursive = true, DefaultValueFactory = _ => new DirectoryInfo("data") };
        var config = new Option<FileInfo?>("--config") { Description = "Settings file; default config/newsbot.json here or beside the program.", Recursive = true };
        var root = new RootCommand("NewsBot: news from feeds, stored, summarized and sent to chats. Without a verb it opens the chat in the terminal.") { data, config };
        root.SetAction((result, token) => WithBotAsync(result, data, config, (bot, stop) => ChatVerb.RunAsync(bot, "me", null, stop), token));

        var run = new Command("run", "Start everything that is configured.");
        run.SetAction((result, token) => WithBotAsync(result, data, config, (bot, stop) => ChatVerb.RunAsync(bot, "me", null, stop), token));
        var words = new Argument<string[]>("command") { Arity = ArgumentArity.ZeroOrMore, Description = "One command to answer, such as /headlines." };
        var name = new Option<string>("--as") { Description = "Who speaks.", DefaultValueFactory = _ => "me" };
        var chat = new Command("chat", "Talk to the bot in the terminal.") { words, name };
        chat.SetAction((result, token) => WithBotAsync(result, data, config, (bot, stop) => ChatVerb.RunAsync(bot, result.GetValue(name)!, result.GetValue(words) is { Length: > 0 } typed ? string.Join(' ', typed) : null, stop), token));
        var paths = new Argument<string[]>("path") { Arity = ArgumentArity.OneOrMore, Description = "Text files with an article each, or folders of them." };
        var import = new Command("import", "Store articles from files.") { paths };
        import.SetAction((result, token) => WithBotAsync(result, data, config, (bot, stop) => ImportVerb.RunAsync(bot, result.GetValue(paths)!, stop), token));
        var fetch = new Command("fetch", "Refresh the feeds that are due and exit.");
        fetch.SetAction((result, token) => WithBotAsync(result, data, config, FetchVerb.RunAsync, token));

        // Verbs for developers: what each stage makes of a file. They never open the data folder.
        Command[] stages = [ExtractVerb.Create()];
        foreach (var verb in (Command[])[run, chat, import, fetch, .. stages])
        {
            root.Subcommands.Add(verb);
        }

        var settings = new ParserConfiguration { ResponseFileTokenReplacer = null };
        return await root.Parse(args, settings).InvokeAsync();
    }

    private static async Task<int> WithBotAsync(ParseResult result, Option<DirectoryInfo> data, Option<FileInfo?> config, Func<Bot, CancellationToken, Task<int>> act, CancellationToken cancellationToken)
    {
        switch (await Bot.OpenAsync(result.GetValue(data)!.FullName, result.GetValue(config)?.FullName, cancellationToken))
        {
            case BotOpening.Opened(var bot):
                await using (bot)
                {
                    return await act(bot, cancellationToken);
                }

            case BotOpening.Failed(var message):
                await Console.Error.WriteLineAsync("newsbot: " + message);
                return 1;
            case var other:
                throw new InvalidOperationException($"Unknown result {other.GetType().Name}.");
        }
    }
}
