using System.CommandLine;
using NewsBot.Core.Feeds;

namespace NewsBot.Verbs;

/// <summary>Refreshes feeds now and says what came.</summary>
internal static class FetchVerb
{
    private static readonly Argument<string[]> Urls = new("URL") { Arity = ArgumentArity.ZeroOrMore, Description = "Feeds to refresh, due or not; without any all that are due." };

    public static (Command Command, Func<VerbContext, CancellationToken, Task<int>> Act) Create() => (new Command("fetch", "Refresh the feeds that are due, or those named, and exit.") { Urls }, RunAsync);

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var named = context.Arguments.GetValue(Urls) ?? [];
        var poller = context.Get<FeedPoller>();
        if (named.Length == 0)
        {
            return await ReportAsync(context, await poller.RefreshDueAsync(null, cancellationToken), unknown: 0);
        }

        var reports = new List<RefreshReport>();
        var unknown = 0;
        foreach (var url in named)
        {
            var address = Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? parsed.AbsoluteUri : url;
            if (context.Get<FeedRegistry>().FindByUrl(address) is not { } feed)
            {
                unknown++;
                await context.Console.FailAsync($"{url} is not followed. Follow it in the chat: /subscribe {url}");
                continue;
            }

            var report = await poller.RefreshNowAsync(feed, cancellationToken);
            reports.Add(report);
            if (report.Error is { } problem)
            {
                await context.Console.FailAsync($"{url}: {problem}");
            }
        }

        return await ReportAsync(context, reports, unknown);
    }

    private static async Task<int> ReportAsync(VerbContext context, IReadOnlyList<RefreshReport> reports, int unknown)
    {
        var failed = reports.Count(report => report.Error is not null);
        await context.Console.Out.WriteLineAsync($"{reports.Count} feeds read, {reports.Sum(report => report.New)} new articles, {failed} feeds failed.");
        return unknown > 0 || (failed > 0 && failed == reports.Count) ? 1 : 0;
    }
}
