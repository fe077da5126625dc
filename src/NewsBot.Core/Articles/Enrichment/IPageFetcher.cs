namespace NewsBot.Core.Articles.Enrichment;

/// <summary>Fetches one page politely: bounded in bytes and time, never from a private address. Failures are values; only cancellation throws.</summary>
public interface IPageFetcher
{
    Task<PageFetch> FetchAsync(Uri url, CancellationToken cancellationToken);
}

/// <summary>The outcome of asking for a page.</summary>
public abstract record PageFetch
{
    private PageFetch()
    {
    }

    public sealed record Fetched(WebPage Page) : PageFetch;

    /// <summary>The server is busy or out of reach for now.</summary>
    /// <param name="After">As the server asked; null when it did not say.</param>
    public sealed record TryLater(TimeSpan? After) : PageFetch;

    /// <summary>Asking again would give the same.</summary>
    public sealed record Refused(string Reason) : PageFetch;
}
