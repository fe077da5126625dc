using Microsoft.Extensions.Options;
using NewsBot.Control;
using NewsBot.Hosting;
using NewsBot.Telegram.Hosting;
using NewsBot.Terminal;
using Serilog.Core;
using Serilog.Events;

namespace NewsBot.Verbs;

/// <summary>Starts everything configured and runs until it is told to stop. Without a token of a platform that is the chat in the terminal; with standard input that is no terminal it answers one command a line and ends with the input.</summary>
internal static class RunVerb
{
    public static Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken) =>
        context.Get<IOptions<TelegramOptions>>().Value.IsOn ? ServeAsync(context, cancellationToken) : TalkAsync(context, cancellationToken);

    private static async Task<int> TalkAsync(VerbContext context, CancellationToken cancellationToken)
    {
        await using var work = BotWork.Start(context.Bot, [], cancellationToken);
        await using var control = ControlServer.Start(context.Bot);
        await using var chat = new LocalChat(context.Bot, context.Console, TerminalPlace.DefaultName, isJson: false);
        return await TerminalSession.RunAsync(chat, context.Console, cancellationToken);
    }

    /// <summary>Never reads standard input: containers give it its end at once.</summary>
    private static async Task<int> ServeAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var (console, telegram) = (context.Console, context.Get<TelegramService>());
        context.Get<LoggingLevelSwitch>().MinimumLevel = LogEventLevel.Information;
        switch (await telegram.StartAsync(cancellationToken))
        {
            case TelegramStart.Refused(var problem):
                await console.FailAsync(problem);
                return 1;
            case TelegramStart.Answering(var name):
                await console.Out.WriteLineAsync($"On Telegram as {name}. Ctrl+C stops.");
                break;
            case TelegramStart.Waiting(var reason):
                await console.Out.WriteLineAsync($"Telegram does not answer yet ({reason}); it is tried again. Ctrl+C stops.");
                break;
        }

        await console.Out.FlushAsync(cancellationToken);
        await using var work = BotWork.Start(context.Bot, telegram.Loops, cancellationToken);
        await using var control = ControlServer.Start(context.Bot);
        await Task.Delay(Timeout.InfiniteTimeSpan, context.Get<TimeProvider>(), cancellationToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return 0;
    }
}
