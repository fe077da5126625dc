using System.CommandLine;
using NewsBot.Storage.LiteDb;

namespace NewsBot.Verbs;

/// <summary>Reads the whole store and tells what is wrong with it, also while the bot runs.</summary>
internal static class VerifyVerb
{
    public static (Command Command, Func<VerbContext, CancellationToken, Task<int>> Act) Create() => (new Command("verify", "Read the whole store and tell what is wrong with it."), RunAsync);

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var store = context.Get<LiteNewsStore>();
        var problems = await store.VerifyAsync(cancellationToken);
        foreach (var problem in problems)
        {
            await context.Console.FailAsync($"{problem} Restore the last backup into another folder.");
        }

        if (problems.Count > 0)
        {
            return 1;
        }

        await context.Console.Out.WriteLineAsync($"{await store.CountArticlesAsync(cancellationToken)} articles; nothing is wrong.");
        return 0;
    }
}
