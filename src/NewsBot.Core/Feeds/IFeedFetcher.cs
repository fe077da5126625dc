namespace NewsBot.Core.Feeds;

/// <summary>Fetches one feed document politely: conditionally, bounded in bytes and time, never from a private address. Failures are values; only cancellation throws.</summary>
public interface IFeedFetcher
{
    Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken);
}

/// <summary>What to fetch, with the validators of the last answer byte for byte as they were sent.</summary>
public sealed record FetchRequest(Uri Url)
{
    public string? ETag { get; init; }

    public string? LastModified { get; init; }
}

/// <summary>The outcome of one request, redirects included.</summary>
public abstract record FetchResult
{
    private FetchResult()
    {
    }

    /// <param name="PermanentUrl">Where the leading run of 301 and 308 answers led, or null.</param>
    public sealed record Fetched(FeedDocument Document, Validators Validators, CacheLifetime Lifetime, Uri FinalUrl, Uri? PermanentUrl) : FetchResult;

    public sealed record NotModified(Validators Validators, CacheLifetime Lifetime) : FetchResult;

    /// <summary>429 or 503.</summary>
    /// <param name="RetryAfter">As the server asked, capped at 24 h; null when it did not say.</param>
    /// <param name="WholeHost">True for 429: every feed of the host waits.</param>
    public sealed record Throttled(int Status, TimeSpan? RetryAfter, bool WholeHost) : FetchResult;

    /// <summary>410: the publisher ended the feed.</summary>
    public sealed record Gone : FetchResult;

    /// <param name="Status">The HTTP status when there was an answer.</param>
    public sealed record Failed(FetchFailure Failure, int? Status, string Detail) : FetchResult;
}

/// <summary>The validators of a response byte for byte; null where the server sent none.</summary>
public sealed record Validators(string? ETag, string? LastModified)
{
    public static readonly Validators None = new(null, null);
}

/// <summary>How long an answer said that it stays fresh. Null where it did not say; zero for no-cache and no-store.</summary>
public sealed record CacheLifetime(TimeSpan? FreshFor)
{
    public static readonly CacheLifetime Unstated = new((TimeSpan?)null);
}

/// <summary>The classes of failure that people are told apart.</summary>
public enum FetchFailure
{
    /// <summary>The address may not be fetched (private network, odd port, forbidden scheme).</summary>
    Refused,
    NotFound,
    AccessDenied,
    ServerError,
    UnexpectedStatus,
    NameNotResolved,
    ConnectionFailed,
    TlsFailed,
    TimedOut,
    TooLarge,
    BrokenAnswer,
    BadRedirect,
}
