using System.CommandLine;
using NewsBot.Control;

namespace NewsBot.Verbs;

/// <summary>Tells containers whether the process that holds the data folder answers and its platforms take it.</summary>
internal static class HealthCheckVerb
{
    public static Command Create(VerbConsole console, Func<ParseResult, string> dataFolder)
    {
        var health = new Command("healthcheck", "Exit with 0 when the running newsbot answers and nothing keeps it from working; else say what to do.");
        health.SetAction(async (result, token) =>
        {
            var folder = console.PathOf(dataFolder(result));
            switch (await new ControlClient(folder).AskHealthAsync(token))
            {
                case "":
                    await console.Out.WriteLineAsync("healthy");
                    return 0;
                case { } problems:
                    await console.FailAsync(problems);
                    return 1;
                default:
                    await console.FailAsync($"no newsbot answers for {folder}. Start it with \"newsbot run\", or name its folder with --data.");
                    return 1;
            }
        });
        return health;
    }
}
