using NewsBot.Control;
using NewsBot.Hosting;
using NewsBot.Terminal;

namespace NewsBot.Verbs;

/// <summary>Starts everything configured. Without a token of a platform that is the chat in the terminal; with standard input that is no terminal it answers one command a line and ends with the input.</summary>
internal static class RunVerb
{
    public static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        await using var work = BotWork.Start(context.Bot, cancellationToken);
        await using var control = ControlServer.Start(context.Bot);
        await using var chat = new LocalChat(context.Bot, context.Console, TerminalPlace.DefaultName, isJson: false);
        return await TerminalSession.RunAsync(chat, context.Console, cancellationToken);
    }
}
