using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Articles.Enrichment;
using NewsBot.Core.Feeds;
using NewsBot.Feeds.Http;

namespace NewsBot.Feeds.Extraction;

/// <summary>Fetches pages over the guarded HTTP of the feeds.</summary>
public sealed class HttpPageFetcher(GuardedHttp http) : IPageFetcher
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    private static readonly KeyValuePair<string, string>[] Headers =
    [
        new("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5"),
    ];

    public async Task<PageFetch> FetchAsync(Uri url, CancellationToken cancellationToken) => await http.GetAsync(url, Headers, cancellationToken) switch
    {
        GuardedResult.Answered(var response) => Read(response),
        GuardedResult.Failed(FetchFailure.Refused or FetchFailure.BadRedirect or FetchFailure.TooLarge, var detail) => new PageFetch.Refused(detail),
        GuardedResult.Failed => new PageFetch.TryLater(null),
        var other => throw new InvalidOperationException($"Unknown result {other.GetType().Name}."),
    };

    private static PageFetch Read(GuardedResponse response)
    {
        var type = response.Header("Content-Type");
        return response.Status switch
        {
            200 when type is null || type.Contains("html", StringComparison.OrdinalIgnoreCase) || type.Contains("xml", StringComparison.OrdinalIgnoreCase) => new PageFetch.Fetched(new WebPage(response.Body, type, response.FinalUrl)),
            200 => new PageFetch.Refused("The address leads to no HTML page."),
            408 or 425 or 429 or >= 500 => new PageFetch.TryLater(RetryAfter(response)),
            _ => new PageFetch.Refused($"The server answered with HTTP {response.Status.ToString(CultureInfo.InvariantCulture)}."),
        };
    }

    private static TimeSpan? RetryAfter(GuardedResponse response) =>
        int.TryParse(response.Header("Retry-After"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(Math.Min(seconds, LongestWait.TotalSeconds)) : null;
}
