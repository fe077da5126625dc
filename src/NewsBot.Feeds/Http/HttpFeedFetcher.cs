using System.Globalization;
using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Http;

/// <summary>Fetches feeds conditionally over <see cref="GuardedHttp"/>; validators go back byte for byte.</summary>
public sealed class HttpFeedFetcher(GuardedHttp http, TimeProvider time) : IFeedFetcher
{
    private const string Accept = "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";
    private static readonly TimeSpan RetryCeiling = TimeSpan.FromDays(1);

    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var headers = new List<KeyValuePair<string, string>> { new("Accept", Accept) };
        if (request.ETag is { } tag)
        {
            headers.Add(new("If-None-Match", tag));
        }

        if (request.LastModified is { } date)
        {
            headers.Add(new("If-Modified-Since", date));
        }

        return await http.GetAsync(request.Url, headers, cancellationToken) switch
        {
            GuardedResult.Answered(var response) => Read(response),
            GuardedResult.Failed(var failure, var detail) => new FetchResult.Failed(failure, null, detail),
            var other => throw new InvalidOperationException($"Unknown result {other.GetType().Name}."),
        };
    }

    private FetchResult Read(GuardedResponse response)
    {
        var status = response.Status;
        return status switch
        {
            >= 200 and < 300 => new FetchResult.Fetched(
                new FeedDocument(response.Body, BaseOf(response), response.Header("Content-Type")), ValidatorsOf(response), LifetimeOf(response), response.FinalUrl, response.PermanentUrl),
            304 => new FetchResult.NotModified(ValidatorsOf(response), LifetimeOf(response)),
            410 => new FetchResult.Gone(),
            429 or 503 => new FetchResult.Throttled(status, RetryAfter(response), WholeHost: status == 429),
            404 => new FetchResult.Failed(FetchFailure.NotFound, status, "The address does not exist any more (HTTP 404)."),
            401 or 402 or 403 or 451 => new FetchResult.Failed(FetchFailure.AccessDenied, status, $"The server refuses to show the feed (HTTP {status})."),
            >= 500 => new FetchResult.Failed(FetchFailure.ServerError, status, $"The server has a fault (HTTP {status})."),
            _ => new FetchResult.Failed(FetchFailure.UnexpectedStatus, status, $"The server answered with HTTP {status}."),
        };
    }

    private static Uri BaseOf(GuardedResponse response) =>
        response.Header("Content-Location") is { } text && Uri.TryCreate(response.FinalUrl, text, out var location) ? location : response.FinalUrl;

    /// <summary>"Expires: 0" comes from servers whose validators are not to be trusted (miniflux).</summary>
    private static Validators ValidatorsOf(GuardedResponse response) =>
        response.Header("Expires")?.Trim() == "0" ? Validators.None : new(response.Header("ETag"), response.Header("Last-Modified"));

    private CacheLifetime LifetimeOf(GuardedResponse response)
    {
        var cache = response.Headers.CacheControl;
        if (cache is { NoCache: true } or { NoStore: true })
        {
            return new(TimeSpan.Zero);
        }

        if (cache?.MaxAge is { } age)
        {
            return new(Positive(age - (response.Headers.Age ?? TimeSpan.Zero)));
        }

        return DateTimeOffset.TryParse(response.Header("Expires"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var expires)
            ? new(Positive(expires - (response.Headers.Date ?? time.GetUtcNow())))
            : CacheLifetime.Unstated;
    }

    private TimeSpan? RetryAfter(GuardedResponse response)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => Positive(date - time.GetUtcNow()),
            _ => (TimeSpan?)null,
        };
        return wait > RetryCeiling ? RetryCeiling : wait;
    }

    private static TimeSpan Positive(TimeSpan span) => span < TimeSpan.Zero ? TimeSpan.Zero : span;
}
