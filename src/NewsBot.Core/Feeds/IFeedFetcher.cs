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

    /// <summary>The address the validators came from, after redirects; null stands for <see cref="Url"/>.</summary>
    public Uri? ValidatorsUrl { get; init; }

    public FeedAccess Access { get; init; } = FeedAccess.Public;

    public int MostRedirects { get; init; } = FeedLimits.Redirects;

    /// <summary>The host only: addresses may carry tokens.</summary>
    public override string ToString() => $"fetch from {Url.Host}";
}

/// <summary>The outcome of one request, redirects included.</summary>
public abstract record FetchResult
{
    private FetchResult()
    {
    }

    public FetchTrace Trace { get; init; } = FetchTrace.None;

    public sealed record Fetched(FeedDocument Document, Validators Validators, CacheLifetime Lifetime) : FetchResult;

    /// <param name="Validators">Those that this answer named; the others stay as they were (RFC 9111 4.3.4).</param>
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

/// <summary>How an answer came about.</summary>
/// <param name="Status">Null when there was no answer.</param>
/// <param name="Bytes">Length of the body on the wire.</param>
/// <param name="FinalUrl">Where the redirects ended; null when there was no answer.</param>
/// <param name="PermanentUrl">Where the leading run of 301 and 308 answers led, or null.</param>
public sealed record FetchTrace(int? Status, long Bytes, Uri? FinalUrl, Uri? PermanentUrl)
{
    public static readonly FetchTrace None = new(null, 0, null, null);

    /// <summary>How many redirects led to the answer.</summary>
    public int Redirects { get; init; }
}

/// <summary>The validators of a response byte for byte; null where the server sent none.</summary>
public sealed record Validators(string? ETag, string? LastModified)
{
    public static readonly Validators None = new(null, null);

    public bool Exist => ETag is not null || LastModified is not null;

    /// <summary>What a 304 names replaces the old value, each on its own.</summary>
    public Validators UpdatedBy(Validators named) => new(named.ETag ?? ETag, named.LastModified ?? LastModified);
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
