using System.CommandLine;
using NewsBot.Storage.LiteDb;

namespace NewsBot.Verbs;

/// <summary>Makes a data folder of a backup; never touches a folder that holds a store or is in use.</summary>
internal static class RestoreVerb
{
    private static readonly Argument<string> Source = new("FILE") { Description = "A file that \"newsbot backup\" wrote." };

    public static Command Create(VerbConsole console, Func<ParseResult, string> dataFolder)
    {
        var restore = new Command("restore", "Make a data folder of a backup.") { Source };
        restore.SetAction(async (result, _) =>
        {
            var options = new LiteDatabaseOptions(dataFolder(result));
            using var dataLock = DataLock.TryTake(Path.Combine(options.Directory, "newsbot.lock"), out var _);
            if (dataLock is null)
            {
                await console.FailAsync($"{options.Directory} is in use by a running newsbot. Stop it first, or name another folder with --data.");
                return 1;
            }

            if (BackupFile.Restore(console.PathOf(result.GetValue(Source)!), options) is { } problem)
            {
                await console.FailAsync(problem);
                return 1;
            }

            await console.Out.WriteLineAsync($"The backup was restored into {options.Directory}.");
            return 0;
        });
        return restore;
    }
}
