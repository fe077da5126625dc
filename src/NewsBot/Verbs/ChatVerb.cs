using System.CommandLine;
using NewsBot.Hosting;
using NewsBot.Terminal;

namespace NewsBot.Verbs;

/// <summary>The terminal chat: one command, piped commands, or a conversation while feeds are read and alerts arrive.</summary>
internal static class ChatVerb
{
    public const string VerbName = "chat";

    private static readonly Argument<string[]> Words = new("COMMAND") { Arity = ArgumentArity.ZeroOrMore, Description = "One command to answer, such as /headlines; without it a conversation." };
    private static readonly Option<string> Name = new("--as") { Description = "Who speaks.", DefaultValueFactory = _ => TerminalPlace.DefaultName, HelpName = "NAME" };
    private static readonly Option<bool> Json = new("--json") { Description = "Print one JSON object a command." };

    public static (Command Command, Func<VerbContext, CancellationToken, Task<int>> Act) Create() => (new Command(VerbName, "Talk to the bot in the terminal.") { Words, Name, Json }, RunAsync);

    /// <summary>The command of the line, or null for a conversation.</summary>
    public static string? CommandOf(ParseResult arguments) => arguments.GetValue(Words) is { Length: > 0 } words ? string.Join(' ', words) : null;

    public static string NameOf(ParseResult arguments) => arguments.GetValue(Name)!;

    public static bool IsJson(ParseResult arguments) => arguments.GetValue(Json);

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        await using var chat = new LocalChat(context.Bot, context.Console, NameOf(context.Arguments), IsJson(context.Arguments));
        if (CommandOf(context.Arguments) is { } command)
        {
            return await chat.AskAsync(command, cancellationToken);
        }

        await using var work = BotWork.Start(context.Bot, [], cancellationToken);
        return await TerminalSession.RunAsync(chat, context.Console, cancellationToken);
    }
}
