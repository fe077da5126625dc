using System.CommandLine;
using NewsBot.Storage.LiteDb;

namespace NewsBot.Verbs;

/// <summary>Copies the store to one file, also while the bot runs.</summary>
internal static class BackupVerb
{
    private static readonly Argument<string> Target = new("FILE") { Description = "A file that does not exist, such as backup.zip." };

    public static (Command Command, Func<VerbContext, CancellationToken, Task<int>> Act) Create() => (new Command("backup", "Copy the store to a file.") { Target }, RunAsync);

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var path = context.Console.PathOf(context.Arguments.GetValue(Target)!);
        try
        {
            await context.Get<LiteDatabaseHost>().BackupAsync(path, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await context.Console.FailAsync($"{path} cannot be written: {e.Message} Name a new file in a folder that this user may write to.");
            return 1;
        }

        await context.Console.Out.WriteLineAsync($"The store was copied to {path}. \"newsbot restore\" makes a data folder of it.");
        return 0;
    }
}
