using System.CommandLine;
using NewsBot.Control;
using NewsBot.Terminal;

namespace NewsBot.Verbs;

/// <summary>Runs a verb inside the process that holds the data folder and shows here what it prints.</summary>
internal static class RemoteVerb
{
    public static async Task<int> RunAsync(ControlClient client, string[] args, ParseResult arguments, VerbConsole console, CancellationToken cancellationToken)
    {
        if (!await client.IsAnsweringAsync(cancellationToken))
        {
            await console.FailAsync($"{client.Folder} is in use by another newsbot that does not take commands: a chat, or one that is just starting or stopping. Leave it, or name another folder with --data.");
            return 1;
        }

        if (arguments.CommandResult.Command.Name == ChatVerb.VerbName && ChatVerb.CommandOf(arguments) is null)
        {
            await using var chat = new RemoteChat(client, console, ChatVerb.NameOf(arguments), ChatVerb.IsJson(arguments));
            return await TerminalSession.RunAsync(chat, console, cancellationToken);
        }

        return await client.RunAsync(args, console, cancellationToken);
    }
}
