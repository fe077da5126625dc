using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Discovery;

/// <summary>The requests of one search: counts them by host, redirects included, and reads each answer as a feed. Not thread-safe.</summary>
internal sealed class FeedProbe(SearchedAnswers answers, IFeedParser parser)
{
    /// <summary>Requests to one host that a search may cost.</summary>
    public const int MostOfHost = 12;

    private const int MostInAll = 24;

    private readonly Dictionary<string, int> _asked = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Addresses that were asked, in order.</summary>
    public IReadOnlyCollection<string> Seen => _seen;

    /// <summary>True when another request to the host, and <paramref name="reserve"/> more, are within bounds.</summary>
    public bool MayAsk(Uri url, int reserve = 0) =>
        _asked.GetValueOrDefault(url.Authority) + reserve < MostOfHost && _asked.Values.Sum() + reserve < MostInAll;

    /// <summary>Null when the address was asked before, or when asking would be too much.</summary>
    public async Task<Probed?> AskAsync(Uri url, FeedAccess access, CancellationToken cancellationToken, int reserve = 0)
    {
        if (!MayAsk(url, reserve) || !_seen.Add(url.AbsoluteUri))
        {
            return null;
        }

        var left = Math.Min(FeedLimits.Redirects, MostOfHost - 1 - reserve - _asked.GetValueOrDefault(url.Authority));
        var result = await answers.AskAsync(new FetchRequest(url) { Access = access, MostRedirects = left }, cancellationToken);
        var redirects = result is FetchResult.Failed { Failure: FetchFailure.BadRedirect } ? left : result.Trace.Redirects;
        _asked[url.Authority] = _asked.GetValueOrDefault(url.Authority) + 1 + redirects;
        if (result is not FetchResult.Fetched fetched)
        {
            return new Probed.Failed(result);
        }

        switch (parser.Parse(fetched.Document))
        {
            case FeedParseResult.Parsed(var feed) when feed.Format != FeedFormat.Sitemap || feed.Items.Count > 0:
                if (access == FeedAccess.Public)
                {
                    answers.Keep(url, fetched);
                }

                return new Probed.Feed(url, feed);
            case FeedParseResult.NotAFeed(var kind, var reason):
                return new Probed.Document(fetched, kind, reason);
            default:
                return new Probed.Document(fetched, NotAFeedKind.Unreadable, "This sitemap lists no news.");
        }
    }
}

/// <summary>What an address gave.</summary>
internal abstract record Probed
{
    private Probed()
    {
    }

    public sealed record Feed(Uri Url, ParsedFeed Parsed) : Probed
    {
        public FoundFeed As(string? title) => new(Url.AbsoluteUri, Core.Feeds.Feed.NameFor(title ?? Parsed.Title?.Value, Url.AbsoluteUri));
    }

    /// <summary>Something else, such as a page.</summary>
    public sealed record Document(FetchResult.Fetched Answer, NotAFeedKind Kind, string Reason) : Probed
    {
        /// <summary>After redirects.</summary>
        public Uri? Url => Answer.Trace.FinalUrl;
    }

    public sealed record Failed(FetchResult Result) : Probed;
}
