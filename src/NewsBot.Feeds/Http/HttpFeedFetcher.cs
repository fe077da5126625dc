using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Http;

/// <summary>Fetches feeds conditionally over <see cref="GuardedHttp"/>; validators go back byte for byte.</summary>
public sealed class HttpFeedFetcher(GuardedHttp http, TimeProvider time) : IFeedFetcher
{
    private const string Accept = "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";

    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var guarded = new GuardedRequest(request.Url)
        {
            Headers = [new("Accept", Accept)],
            Validators = new(request.ETag, request.LastModified),
            ValidatorsUrl = request.ValidatorsUrl,
            Access = request.Access,
            MostRedirects = request.MostRedirects,
        };
        return await http.GetAsync(guarded, cancellationToken) switch
        {
            GuardedResult.Answered(var response) => Read(response) with { Trace = new(response.Status, response.WireBytes, response.FinalUrl, response.PermanentUrl) { Redirects = response.Redirects } },
            GuardedResult.Failed(var failure, var detail) => new FetchResult.Failed(failure, null, detail),
            var other => throw new InvalidOperationException($"Unknown result {other.GetType().Name}."),
        };
    }

    private FetchResult Read(GuardedResponse response)
    {
        var status = response.Status;
        if (IsChallenge(response))
        {
            return new FetchResult.Failed(FetchFailure.AccessDenied, status, $"The site's Cloudflare protection asks for a browser (HTTP {status}); its owner can let feed readers through.");
        }

        return status switch
        {
            >= 200 and < 300 => new FetchResult.Fetched(new FeedDocument(response.Body, BaseOf(response), response.Header("Content-Type")), ValidatorsOf(response), LifetimeOf(response)),
            304 => new FetchResult.NotModified(ValidatorsOf(response), LifetimeOf(response)),
            410 => new FetchResult.Gone(),
            429 or 503 => new FetchResult.Throttled(status, CacheHeaders.RetryAfter(response, time.GetUtcNow()), WholeHost: status == 429),
            404 => new FetchResult.Failed(FetchFailure.NotFound, status, "The address does not exist any more (HTTP 404)."),
            401 or 402 or 403 or 451 => new FetchResult.Failed(FetchFailure.AccessDenied, status, $"The server refuses to show the feed (HTTP {status})."),
            >= 500 => new FetchResult.Failed(FetchFailure.ServerError, status, $"The server has a fault (HTTP {status})."),
            _ => new FetchResult.Failed(FetchFailure.UnexpectedStatus, status, $"The server answered with HTTP {status}."),
        };
    }

    /// <summary>developers.cloudflare.com: challenge pages carry this header.</summary>
    private static bool IsChallenge(GuardedResponse response) =>
        string.Equals(response.Header("cf-mitigated"), "challenge", StringComparison.OrdinalIgnoreCase)
        && (response.Header("Content-Type") ?? "").StartsWith("text/html", StringComparison.OrdinalIgnoreCase);

    private static Uri BaseOf(GuardedResponse response) =>
        response.Header("Content-Location") is { Length: > 0 } text && Uri.TryCreate(response.FinalUrl, text, out var location) && location.Scheme is "http" or "https" ? location : response.FinalUrl;

    /// <summary>"Expires: 0" comes from servers whose validators are not to be trusted (miniflux).</summary>
    private static Validators ValidatorsOf(GuardedResponse response) =>
        response.Header("Expires")?.Trim() == "0" ? Validators.None : new(response.Header("ETag"), response.Header("Last-Modified"));

    private CacheLifetime LifetimeOf(GuardedResponse response) => CacheHeaders.Lifetime(response, time.GetUtcNow());
}
