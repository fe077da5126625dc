using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using NewsBot.Control;
using NewsBot.Core.Text;
using NewsBot.Hosting;

namespace NewsBot.Verbs;

/// <summary>The verbs of the program and the options they share. Exit code 0 only on success, 2 when it was typed wrong; errors go to standard error.</summary>
/// <param name="console">Where the verb reads and prints.</param>
/// <param name="attached">The running bot when the verb came over its control socket, else null.</param>
internal sealed class CommandLine(VerbConsole console, Bot? attached)
{
    /// <summary>What was typed means nothing; nothing was done.</summary>
    public const int TypedWrong = 2;

    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(8);

    private readonly Option<string> _data = new("--data") { Description = "Folder of the store.", Recursive = true, DefaultValueFactory = _ => "data", HelpName = "DIR" };
    private readonly Option<string?> _config = new("--config") { Description = "Settings file; default config/newsbot.json here or beside the program.", Recursive = true, HelpName = "FILE" };

    public async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var root = Root(args);
        var configuration = new InvocationConfiguration { Output = console.Out, Error = console.Error, ProcessTerminationTimeout = attached is null ? StopTime : null, EnableDefaultExceptionHandler = false };

        // Without this a word such as "@news" would name a file with arguments.
        var rules = new ParserConfiguration { ResponseFileTokenReplacer = null };
        var parsed = root.Parse(args, rules);

        // "newsbot help" and "newsbot help chat" are what people try first.
        if (parsed.Errors.Count > 0 && Array.IndexOf(args, "help") is >= 0 and var at)
        {
            parsed = root.Parse([.. args[..at], .. args[(at + 1)..], "--help"], rules);
        }

        string[] problems = parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction ? [.. parsed.Errors.Select(error => error.Message)] : UnknownOption(parsed) is { } option ? [$"{option} is no option of {parsed.CommandResult.Command.Name}."] : [];
        return problems.Length > 0 ? await FailAsync(parsed, root, problems) : await parsed.InvokeAsync(configuration, cancellationToken);
    }

    /// <summary>A word that looks like an option where the verb takes words; behind "--" all are words. Of the chat only the first one counts: a search may hold -word.</summary>
    private static string? UnknownOption(ParseResult parsed)
    {
        if (parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash))
        {
            return null;
        }

        var words = parsed.CommandResult.Tokens.Select(token => token.Value);
        return parsed.CommandResult.Command.Name == ChatVerb.VerbName
            ? words.Take(1).FirstOrDefault(word => word.StartsWith("--", StringComparison.Ordinal))?.Split(' ')[0]
            : words.FirstOrDefault(word => word.Length > 1 && word[0] == '-');
    }

    /// <summary>What is wrong and where to look, without pages of help that hide it.</summary>
    private async Task<int> FailAsync(ParseResult parsed, RootCommand root, IReadOnlyList<string> problems)
    {
        var verb = parsed.CommandResult.Command;
        foreach (var problem in problems)
        {
            await console.FailAsync(problem);
        }

        var typed = verb == root && parsed.UnmatchedTokens is [var first, ..] ? first : null;
        var nearest = typed is null ? null : root.Subcommands.Select(command => command.Name).MinBy(name => TextDistance.Between(name, typed));
        var isNear = nearest is not null && TextDistance.Between(nearest, typed!) <= Math.Max(1, typed!.Length / 3);
        await console.FailAsync($"{(isNear ? $"did you mean \"newsbot {nearest}\"? " : "")}{UsageOf(verb, root)}");
        return TypedWrong;
    }

    /// <summary>How the verb is typed, and what says more.</summary>
    public static string UsageOf(Command verb, Command root)
    {
        var name = verb == root ? "newsbot" : $"newsbot {verb.Name}";
        var words = string.Concat(verb.Arguments.Select(argument => argument.Arity.MinimumNumberOfValues == 0 ? $" [{WordOf(argument)}]" : $" {WordOf(argument)}"));
        return $"usage: {name}{(verb == root ? " [VERB]" : words)} [options]. \"{name} --help\" lists what there is.";
    }

    private static string WordOf(Argument argument) => argument.Arity.MaximumNumberOfValues > 1 ? argument.Name + "..." : argument.Name;

    private RootCommand Root(string[] args)
    {
        var root = new RootCommand("NewsBot: news from feeds, stored, summarized and sent to chats. Without a verb it opens the chat in the terminal.") { _data, _config };

        // "/?" and "/h" would swallow commands of the chat.
        foreach (var alias in (string[])["/?", "/h", "-?"])
        {
            root.Options.OfType<HelpOption>().First().Aliases.Remove(alias);
        }

        root.SetAction((result, token) => ExclusiveAsync(result, RunVerb.RunAsync, token));
        var run = new Command("run", "Start everything that is configured; the default.");
        run.SetAction((result, token) => ExclusiveAsync(result, RunVerb.RunAsync, token));
        root.Subcommands.Add(run);
        foreach (var (command, act) in (ReadOnlySpan<(Command, Func<VerbContext, CancellationToken, Task<int>>)>)[ChatVerb.Create(), FetchVerb.Create(), ImportVerb.Create(), ExportVerb.Create(), ReportsVerb.Create(), BackupVerb.Create(), VerifyVerb.Create()])
        {
            command.SetAction((result, token) => WithBotAsync(result, args, act, token));
            root.Subcommands.Add(command);
        }

        var check = new Command(CheckVerb.Name, CheckVerb.Description);
        check.SetAction((result, token) => CheckAsync(result, args, token));
        root.Subcommands.Add(check);

        // Verbs for developers: what each stage makes of a file. They never open the data folder.
        Command[] stages = [ParseVerb.Create(), ExtractVerb.Create(), SummarizeVerb.Create(), StoriesVerb.Create()];
        foreach (var command in (Command[])[HealthCheckVerb.Create(console, result => result.GetValue(_data)!), VersionVerb.Create(console), RestoreVerb.Create(console, DataFolder), .. stages])
        {
            root.Subcommands.Add(command);
        }

        return root;
    }

    /// <summary>Runs the verb on the store; in the running process when another one holds the store.</summary>
    private async Task<int> WithBotAsync(ParseResult result, string[] args, Func<VerbContext, CancellationToken, Task<int>> act, CancellationToken cancellationToken)
    {
        if (attached is not null)
        {
            return await act(new VerbContext(attached, console, result), cancellationToken);
        }

        var opening = await OpenAsync(result, cancellationToken);
        if (opening is BotOpening.InUse)
        {
            return await RemoteVerb.RunAsync(new ControlClient(DataFolder(result)), args, result, console, cancellationToken);
        }

        return await ActAsync(opening, result, act, cancellationToken);
    }

    /// <summary>A store that cannot be opened is one of the findings, not the end.</summary>
    private async Task<int> CheckAsync(ParseResult result, string[] args, CancellationToken cancellationToken)
    {
        var opening = attached is null ? await OpenAsync(result, cancellationToken) : new BotOpening.Opened(attached);
        if (opening is BotOpening.InUse)
        {
            return await RemoteVerb.RunAsync(new ControlClient(DataFolder(result)), args, result, console, cancellationToken);
        }

        await using var own = attached is null && opening is BotOpening.Opened(var opened) ? opened : null;
        return await CheckVerb.RunAsync(opening, attached?.DataFolder ?? DataFolder(result), ConfigFile(result), console, cancellationToken);
    }

    /// <summary>Runs the verb only when no other process holds the store.</summary>
    private async Task<int> ExclusiveAsync(ParseResult result, Func<VerbContext, CancellationToken, Task<int>> act, CancellationToken cancellationToken)
    {
        if (attached is not null)
        {
            await console.FailAsync("this verb needs the data folder for itself. Stop the running newsbot first.");
            return 1;
        }

        return await ActAsync(await OpenAsync(result, cancellationToken), result, act, cancellationToken);
    }

    private async Task<int> ActAsync(BotOpening opening, ParseResult result, Func<VerbContext, CancellationToken, Task<int>> act, CancellationToken cancellationToken)
    {
        switch (opening)
        {
            case BotOpening.Opened(var bot):
                await using (bot)
                {
                    return await act(new VerbContext(bot, console, result), cancellationToken);
                }

            case BotOpening.InUse(var folder, var process):
                await console.FailAsync($"another newsbot{(process is { } id ? $" (process {id})" : "")} already runs on {folder}. \"newsbot chat\" talks to it; another folder is named with --data.");
                return 1;
            case BotOpening.Failed(var problems):
                foreach (var problem in problems)
                {
                    await console.FailAsync(problem);
                }

                return 1;
            default:
                throw new InvalidOperationException($"Unknown result {opening.GetType().Name}.");
        }
    }

    private Task<BotOpening> OpenAsync(ParseResult result, CancellationToken cancellationToken) =>
        Bot.OpenAsync(DataFolder(result), ConfigFile(result), console, TimeProvider.System, cancellationToken);

    private string? ConfigFile(ParseResult result) => result.GetValue(_config) is { } file ? console.PathOf(file) : null;

    private string DataFolder(ParseResult result) => console.PathOf(result.GetValue(_data)!);
}
