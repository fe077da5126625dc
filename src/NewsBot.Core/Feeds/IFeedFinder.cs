namespace NewsBot.Core.Feeds;

/// <summary>Finds the feeds of an address that people know: a feed, a page, a site, a profile. Polite and bounded in requests, bytes and time; failures are values.</summary>
public interface IFeedFinder
{
    /// <param name="address">As typed, with a scheme. Not checked yet.</param>
    Task<FeedSearch> FindAsync(string address, CancellationToken cancellationToken);
}

/// <summary>What looking for feeds came to.</summary>
public abstract record FeedSearch
{
    private FeedSearch()
    {
    }

    /// <summary>One feed when it is clear, else those to choose from, the best first. Each was read as a feed, but for the last ones of a long list.</summary>
    public sealed record Found(IReadOnlyList<FoundFeed> Feeds) : FeedSearch;

    /// <param name="Advice">For people: what was tried and what works instead. Tells nothing of the network inside.</param>
    public sealed record NotFound(string Advice) : FeedSearch;
}

/// <summary>A feed that was found.</summary>
/// <param name="Title">As the page or the feed names it.</param>
public sealed record FoundFeed(string Url, string Title);
