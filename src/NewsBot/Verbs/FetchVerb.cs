using NewsBot.Core.Feeds;
using NewsBot.Hosting;

namespace NewsBot.Verbs;

/// <summary>Refreshes what is due and says what came.</summary>
internal static class FetchVerb
{
    public static async Task<int> RunAsync(Bot bot, CancellationToken cancellationToken)
    {
        var reports = await bot.Get<FeedPoller>().RefreshDueAsync(null, cancellationToken);
        var failed = reports.Count(report => report.Error is not null);
        await Console.Out.WriteLineAsync($"{reports.Count} feeds read, {reports.Sum(report => report.New)} new articles, {failed} feeds failed.");
        return reports.Count > 0 && failed == reports.Count ? 1 : 0;
    }
}
