using NewsBot.Control;
using NewsBot.Core.Commands;
using NewsBot.Core.Platforms;
using NewsBot.Hosting;
using NewsBot.Terminal;
using Serilog.Core;
using Serilog.Events;

namespace NewsBot.Verbs;

/// <summary>Starts everything configured and runs until it is told to stop. Without a token of a platform that is the chat in the terminal; with standard input that is no terminal it answers one command a line and ends with the input.</summary>
internal static class RunVerb
{
    public static Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken) =>
        context.Get<IEnumerable<IChatPlatform>>().ToList() is { Count: > 0 } platforms ? ServeAsync(context, platforms, cancellationToken) : TalkAsync(context, cancellationToken);

    private static async Task<int> TalkAsync(VerbContext context, CancellationToken cancellationToken)
    {
        await using var work = BotWork.Start(context.Bot, [], cancellationToken);
        await using var control = ControlServer.Start(context.Bot);
        await using var chat = new LocalChat(context.Bot, context.Console, TerminalPlace.DefaultName, isJson: false);
        return await TerminalSession.RunAsync(chat, context.Console, cancellationToken);
    }

    /// <summary>Never reads standard input: containers give it its end at once.</summary>
    private static async Task<int> ServeAsync(VerbContext context, IReadOnlyList<IChatPlatform> platforms, CancellationToken cancellationToken)
    {
        context.Get<LoggingLevelSwitch>().MinimumLevel = LogEventLevel.Information;
        foreach (var platform in platforms)
        {
            if (!await BeginAsync(platform, context.Console, cancellationToken))
            {
                return 1;
            }
        }

        if (context.Get<OperatorClaim>() is var claim && await claim.IsOpenAsync(cancellationToken))
        {
            await context.Console.Out.WriteLineAsync($"Nobody has claimed this instance yet: send \"/claim {claim.Code}\" to the bot in a private chat to become its operator. The code holds until the next start.");
        }

        await context.Console.Out.FlushAsync(cancellationToken);
        await using var work = BotWork.Start(context.Bot, [.. platforms.SelectMany(platform => platform.Loops)], cancellationToken);
        await using var control = ControlServer.Start(context.Bot);
        await Task.Delay(Timeout.InfiniteTimeSpan, context.Get<TimeProvider>(), cancellationToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return 0;
    }

    /// <summary>False when the platform will never take the bot as it is set up.</summary>
    private static async Task<bool> BeginAsync(IChatPlatform platform, VerbConsole console, CancellationToken cancellationToken)
    {
        switch (await platform.StartAsync(cancellationToken))
        {
            case PlatformStart.Refused(var problem):
                await console.FailAsync(problem);
                return false;
            case PlatformStart.Answering(var name):
                await console.Out.WriteLineAsync($"On {platform.Name} as {name}. Ctrl+C stops.");
                return true;
            case PlatformStart.Waiting(var reason):
                await console.Out.WriteLineAsync($"{platform.Name} does not answer yet ({reason}); it is tried again. Ctrl+C stops.");
                return true;
            default:
                throw new InvalidOperationException("Unknown start.");
        }
    }
}
