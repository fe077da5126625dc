using NewsBot.Verbs;

namespace NewsBot.Terminal;

/// <summary>Runs a conversation: line by line from a pipe, or with a person at the terminal.</summary>
internal static class TerminalSession
{
    private static readonly string[] Leaving = ["exit", "quit", "/exit", "/quit"];

    /// <summary>Returns at the end of the input: 0, or 1 when a piped command was refused.</summary>
    public static async Task<int> RunAsync(IChat chat, VerbConsole console, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var screen = console.Screen.IsInteractive ? new LineEditor(console.Out, console.Screen.Width) : null;
        var posts = chat.ShowPostsAsync((text, token) => screen is not null ? screen.PrintAsync(text, token) : PrintAsync(console, text), stop.Token);
        try
        {
            return screen is not null ? await TalkAsync(chat, console, screen, cancellationToken) : await AnswerLinesAsync(chat, console, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
        finally
        {
            await stop.CancelAsync();
            await posts.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private static async Task<int> AnswerLinesAsync(IChat chat, VerbConsole console, CancellationToken cancellationToken)
    {
        var worst = 0;
        var lines = new LineInput(console.In);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Trim().Length > 0)
            {
                worst = Math.Max(worst, await chat.AskAsync(line, cancellationToken));
            }
        }

        // What is due for this place goes out before the end, rather than waiting for the next start.
        await chat.SettleAsync(cancellationToken);
        return worst;
    }

    private static async Task<int> TalkAsync(IChat chat, VerbConsole console, LineEditor screen, CancellationToken cancellationToken)
    {
        await console.Out.WriteLineAsync("NewsBot. /help lists the commands; Ctrl+D leaves.\n");
        while (await screen.ReadLineAsync(cancellationToken) is { } line)
        {
            if (Leaving.Contains(line.Trim(), StringComparer.OrdinalIgnoreCase))
            {
                return 0;
            }

            if (line.Trim().Length > 0)
            {
                await chat.AskAsync(line, cancellationToken);
            }
        }

        return 0;
    }

    private static async Task PrintAsync(VerbConsole console, string text)
    {
        await console.Out.WriteAsync(text);
        await console.Out.FlushAsync();
    }
}
