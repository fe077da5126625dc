using System.Globalization;
using NewsBot.Configuration;
using NewsBot.Core.Platforms;
using NewsBot.Core.Subscriptions;
using NewsBot.Hosting;

namespace NewsBot.Verbs;

/// <summary>Tells in one line each how everything stands that the program needs, with the fix for what is wrong; also while the bot runs, with the settings of its next start.</summary>
internal static class CheckVerb
{
    public const string Name = "check";
    public const string Description = "Look at settings, tokens, folders, clock and zones, and tell what to fix.";

    /// <param name="opening">The store; a running bot is its own.</param>
    /// <param name="dataFolder">Absolute.</param>
    /// <param name="configFile">Absolute; null looks in the usual places.</param>
    public static async Task<int> RunAsync(BotOpening opening, string dataFolder, string? configFile, VerbConsole console, CancellationToken cancellationToken)
    {
        var loading = SettingsLoader.Load(configFile, console.Folder);
        List<Finding> findings = [.. SelfCheck.Settings(loading), .. await SelfCheck.DataFolderAsync(dataFolder, cancellationToken), SelfCheck.Clock(TimeProvider.System.GetUtcNow(), dataFolder)];
        if (loading is SettingsLoading.Loaded(var configuration, var folder))
        {
            findings.Add(SelfCheck.Catalogue(configuration, folder));
            findings.AddRange(opening is BotOpening.Failed(var problems) ? problems.Select(problem => Finding.Bad("store", problem)) : []);
        }

        findings.AddRange(opening is BotOpening.Opened(var bot)
            ? [.. SelfCheck.Zones(bot.Get<SubscriptionRegistry>().Homes), .. await SelfCheck.PlatformsAsync([.. bot.Get<IEnumerable<IChatPlatform>>()], cancellationToken)]
            : [Finding.Bad("zones and tokens", "not looked at. Correct what stands above first.")]);

        foreach (var finding in findings)
        {
            await console.Out.WriteLineAsync($"{(finding.IsGood ? "ok     " : "PROBLEM")} {finding.Subject}: {finding.Words}");
        }

        var bad = findings.Count(finding => !finding.IsGood);
        if (bad > 0)
        {
            await console.FailAsync(string.Create(CultureInfo.InvariantCulture, $"{bad} of {findings.Count} checks found a problem; the lines above say what to do."));
        }

        return bad == 0 ? 0 : 1;
    }
}
