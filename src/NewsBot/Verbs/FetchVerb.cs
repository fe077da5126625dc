using System.CommandLine;
using NewsBot.Core.Feeds;
using NewsBot.Core.Search;

namespace NewsBot.Verbs;

/// <summary>Refreshes feeds now and says what came.</summary>
internal static class FetchVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(10);
    private static readonly Argument<string[]> Urls = new("URL") { Arity = ArgumentArity.ZeroOrMore, Description = "Feeds to refresh, due or not; without any all that are due." };

    public static (Command Command, Func<VerbContext, CancellationToken, Task<int>> Act) Create() => (new Command("fetch", "Refresh the feeds that are due, or those named, and exit.") { Urls }, RunAsync);

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var named = context.Arguments.GetValue(Urls) ?? [];
        if (named.FirstOrDefault(word => !IsKnown(context, word) && AddressOf(word) is null) is { } bad)
        {
            var verb = context.Arguments.CommandResult.Command;
            await context.Console.FailAsync($"{bad} is no address of a feed.");
            await context.Console.FailAsync(CommandLine.UsageOf(verb, context.Arguments.RootCommandResult.Command));
            return CommandLine.TypedWrong;
        }

        var (reports, unknown) = named.Length == 0
            ? (await context.Get<FeedPoller>().RefreshDueAsync(null, cancellationToken), 0)
            : await RefreshNamedAsync(context, named, cancellationToken);
        await context.Get<IArticleIndex>().CatchUpAsync(cancellationToken);
        return await ReportAsync(context, reports, unknown);
    }

    private static bool IsKnown(VerbContext context, string word) => context.Get<FeedRegistry>().FindByUrl(word) is not null;

    /// <summary>As feeds are kept, also of one without "https://"; null for what is no address.</summary>
    private static string? AddressOf(string word)
    {
        var whole = word.Contains("://", StringComparison.Ordinal) ? word : "https://" + word;
        return Uri.TryCreate(whole, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && IsServer(url) ? url.AbsoluteUri : null;
    }

    /// <summary>False for a word alone, which a scheme in front makes a host of.</summary>
    private static bool IsServer(Uri url) => url.Host.Contains('.', StringComparison.Ordinal) || url.HostNameType == UriHostNameType.IPv6 || url.Host == "localhost";

    private static async Task<(IReadOnlyList<RefreshReport> Reports, int Unknown)> RefreshNamedAsync(VerbContext context, string[] named, CancellationToken cancellationToken)
    {
        var reports = new List<RefreshReport>();
        var unknown = 0;
        foreach (var url in named)
        {
            if (context.Get<FeedRegistry>().FindByUrl(IsKnown(context, url) ? url : AddressOf(url)!) is not { } feed)
            {
                unknown++;
                await context.Console.FailAsync($"{url} is not followed. Follow it in the chat: /subscribe {url}");
                continue;
            }

            var report = await RefreshAsync(context, feed, cancellationToken);
            if (report.NotBefore is { } notBefore)
            {
                await context.Console.Out.WriteLineAsync($"{url} was read a moment ago and is not read again before {notBefore:HH:mm:ss} UTC (Feeds:MinimumInterval).");
                continue;
            }

            reports.Add(report);
            if (report.Error is { } problem)
            {
                await context.Console.FailAsync($"{url}: {problem}");
            }
        }

        return (reports, unknown);
    }

    /// <summary>Refreshes now; where the feed was read less than the minimum interval ago and that ends soon, then.</summary>
    private static async Task<RefreshReport> RefreshAsync(VerbContext context, Feed feed, CancellationToken cancellationToken)
    {
        var (poller, time) = (context.Get<FeedPoller>(), context.Get<TimeProvider>());
        var end = time.GetUtcNow() + Patience;
        while (true)
        {
            var report = await poller.RefreshNowAsync(feed, cancellationToken);
            if (report.NotBefore is not { } notBefore || notBefore > end)
            {
                return report;
            }

            // A timer may fire a little before its time by the clock; then it is asked again.
            var wait = notBefore - time.GetUtcNow();
            await Task.Delay(wait > Least ? wait : Least, time, cancellationToken);
        }
    }

    private static async Task<int> ReportAsync(VerbContext context, IReadOnlyList<RefreshReport> reports, int unknown)
    {
        var failed = reports.Count(report => report.Error is not null);
        await context.Console.Out.WriteLineAsync($"Feeds read: {reports.Count}, failed: {failed}. New articles: {reports.Sum(report => report.New)}.");
        return unknown > 0 || (failed > 0 && failed == reports.Count) ? 1 : 0;
    }
}
