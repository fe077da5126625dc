using System.Globalization;
using System.Text;
using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Discovery;

/// <summary>
/// Looks for feeds in the order that costs least and guesses least: the address itself, what is known of its site, what its page names, usual addresses, a news sitemap at last. A candidate that is no feed makes way for the next.
/// </summary>
public sealed class FeedFinder(SearchedAnswers answers, IFeedParser parser, TimeProvider time) : IFeedFinder
{
    private const int MostVerified = 5;
    private const int MostChoices = 10;

    /// <summary>Requests kept back for robots.txt and the sitemap that it names.</summary>
    private const int SitemapRequests = 2;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    public async Task<FeedSearch> FindAsync(string address, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await SearchAsync(new FeedProbe(answers, parser), address, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FeedSearch.NotFound("The site answers too slowly to be searched. Give the address of its feed itself, or try again later.");
        }
    }

    private static async Task<FeedSearch> SearchAsync(FeedProbe probe, string address, CancellationToken cancellationToken)
    {
        var known = SiteRules.Find(address);
        if (known is SiteAnswer.Impossible(var reason))
        {
            return new FeedSearch.NotFound(reason);
        }

        if (await ByRuleAsync(probe, known, cancellationToken) is { } ruled)
        {
            return ruled;
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var url))
        {
            return new FeedSearch.NotFound("This cannot be read as an address. Copy it from the browser's address line.");
        }

        return await probe.AskAsync(url, FeedAccess.Public, cancellationToken) switch
        {
            Probed.Feed feed => One(feed, null),
            Probed.Document { Kind: NotAFeedKind.Html } page => await OnSiteAsync(probe, SitePage.Of(page.Answer.Document, page.Url ?? url), known, cancellationToken),
            Probed.Document other => new FeedSearch.NotFound(other.Reason),
            Probed.Failed({ Trace.Status: 401 or 403 or 404 or 410 }) failed => await UsualAsync(probe, url, cancellationToken) ?? new FeedSearch.NotFound(Advice(failed.Result)),
            Probed.Failed failed => new FeedSearch.NotFound(Advice(failed.Result)),
            _ => Nothing(probe, url),
        };
    }

    private static async Task<FeedSearch?> ByRuleAsync(FeedProbe probe, SiteAnswer known, CancellationToken cancellationToken)
    {
        switch (known)
        {
            case SiteAnswer.Candidates candidates:
                return await ReadAsync(probe, [.. candidates.Urls.Select(url => new FeedLink(url, null, null))], all: candidates.IsChoice, cancellationToken);
            case SiteAnswer.InPage rule when Uri.TryCreate(rule.PageUrl, UriKind.Absolute, out var url) && await probe.AskAsync(url, FeedAccess.Public, cancellationToken) is Probed.Document page:
                return SitePage.Of(page.Answer.Document, url).Complete(rule) is { } feed ? await ReadAsync(probe, [new FeedLink(feed, null, null)], all: false, cancellationToken) : null;
            default:
                return null;
        }
    }

    private static async Task<FeedSearch> OnSiteAsync(FeedProbe probe, SitePage page, SiteAnswer known, CancellationToken cancellationToken)
    {
        var canonical = page.Canonical;
        if (known is SiteAnswer.Unknown && await ByRuleAsync(probe, SiteRules.Find(canonical.AbsoluteUri), cancellationToken) is { } ruled)
        {
            return ruled;
        }

        return await ReadAsync(probe, page.Links, all: true, cancellationToken)
            ?? await UsualAsync(probe, canonical, cancellationToken)
            ?? await SitemapAsync(probe, canonical, cancellationToken)
            ?? Nothing(probe, page.Url);
    }

    /// <summary>Those of the links that are feeds; null when none is.</summary>
    /// <param name="all">False when the first that works stands for all.</param>
    private static async Task<FeedSearch?> ReadAsync(FeedProbe probe, IReadOnlyList<FeedLink> links, bool all, CancellationToken cancellationToken)
    {
        var found = new List<FoundFeed>();
        foreach (var link in links.Take(MostVerified))
        {
            if (Uri.TryCreate(link.Url, UriKind.Absolute, out var url) && await probe.AskAsync(url, FeedAccess.Public, cancellationToken) is Probed.Feed feed)
            {
                found.Add(feed.As(link.Title));
                if (!all)
                {
                    break;
                }
            }
        }

        if (found.Count == 0)
        {
            return null;
        }

        var unread = all ? links.Skip(MostVerified).Take(MostChoices - found.Count).Select(link => new FoundFeed(link.Url, Feed.NameFor(link.Title, link.Url))) : [];
        return new FeedSearch.Found([.. found, .. unread]);
    }

    /// <summary>Usual addresses in the root of the site and in the folder of the page.</summary>
    private static async Task<FeedSearch?> UsualAsync(FeedProbe probe, Uri page, CancellationToken cancellationToken)
    {
        Uri[] folders = [new(page, "/"), new(page, ".")];
        foreach (var url in FeedPaths.WellKnown.SelectMany(path => folders.Distinct().Select(folder => new Uri(folder, path))))
        {
            switch (await probe.AskAsync(url, FeedAccess.Public, cancellationToken, SitemapRequests))
            {
                case Probed.Feed feed:
                    return One(feed, null);
                case Probed.Failed({ Trace.Status: null or 429 or 503 }):
                    return null;
            }
        }

        return null;
    }

    /// <summary>News sites without a feed have a news sitemap, which robots.txt names (sitemaps.org/protocol.html#submit_robots).</summary>
    private static async Task<FeedSearch?> SitemapAsync(FeedProbe probe, Uri page, CancellationToken cancellationToken)
    {
        var robots = await probe.AskAsync(new Uri(page, "/robots.txt"), FeedAccess.Public, cancellationToken);
        var named = robots is Probed.Document text ? NewsSitemapOf(text.Answer.Document.Body, page) : null;
        return await probe.AskAsync(named ?? new Uri(page, "/news-sitemap.xml"), FeedAccess.Public, cancellationToken) is Probed.Feed feed ? One(feed, null) : null;
    }

    private static Uri? NewsSitemapOf(ReadOnlyMemory<byte> robots, Uri page) =>
        Encoding.UTF8.GetString(robots.Span[..Math.Min(robots.Length, 100_000)]).Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("sitemap:", StringComparison.OrdinalIgnoreCase) && line.Contains("news", StringComparison.OrdinalIgnoreCase))
            .Select(line => Uri.TryCreate(page, line["sitemap:".Length..].Trim(), out var url) ? url : null)
            .FirstOrDefault(url => url is not null);

    private static FeedSearch.Found One(Probed.Feed feed, string? title) => new([feed.As(title)]);

    private static string Advice(FetchResult result) => result switch
    {
        FetchResult.Failed(_, _, var detail) => detail + " Check the address in a browser.",
        FetchResult.Throttled => "The server asks us to wait. Try again in an hour.",
        FetchResult.Gone => "The publisher ended this address (HTTP 410). Look for a new one on the site.",
        _ => "The server gave no document. Check the address in a browser.",
    };

    private static FeedSearch.NotFound Nothing(FeedProbe probe, Uri page) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"This is a web page without a feed: {page.Host} names none, and {probe.Seen.Count - 1} usual addresses gave none. Follow the words you look for instead, or the publisher's page on Mastodon, Bluesky or YouTube."));
}
