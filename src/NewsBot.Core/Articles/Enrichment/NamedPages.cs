using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Articles.Enrichment;

/// <summary>Articles that people point at by address: a stored one where the place may see it, else the page, read and stored for that place alone. Such pages are never alerted nor grouped.</summary>
public sealed class NamedPages(INewsStore store, IArticleAddresses addresses, IPageFetcher fetcher, IArticleExtractor extractor, IngestLane lane, FeedRegistry feeds, SubscriptionRegistry registry)
{
    private const string FeedTitle = "Pages";

    /// <summary>The newest stored article of the address that the place may see, or null.</summary>
    public async Task<Article?> FindAsync(PlaceId place, string address, CancellationToken cancellationToken)
    {
        var sight = registry.SightOf(place);
        var ids = await addresses.FindByAddressAsync(address, SubscriptionRegistry.PagesUrl(place), cancellationToken);
        var found = await store.GetArticlesAsync(ids, cancellationToken);
        return found.FirstOrDefault(sight.Sees);
    }

    /// <summary>Fetches the page and stores what it says.</summary>
    public async Task<NamedPage> ReadAsync(PlaceId place, string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url))
        {
            return new NamedPage.Unreachable(null);
        }

        return await fetcher.FetchAsync(url, cancellationToken) switch
        {
            PageFetch.Fetched(var page) => extractor.Extract(page, cancellationToken) switch
            {
                PageReading.Read(var article) => await StoreAsync(place, article, page.Url ?? url, cancellationToken),
                PageReading.NotAnArticle refused => new NamedPage.NoArticle(refused.Refusal),
                var other => throw new InvalidOperationException($"Unknown reading {other.GetType().Name}."),
            },
            PageFetch.TryLater => new NamedPage.Unreachable(null),
            PageFetch.Refused(var reason) => new NamedPage.Unreachable(reason),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }

    /// <summary>Two people of one place may ask at once: the one who is second finds what the first stored.</summary>
    private async Task<NamedPage> StoreAsync(PlaceId place, PageArticle page, Uri url, CancellationToken cancellationToken)
    {
        if (page.Draft(url, store.Now) is not { } draft)
        {
            return new NamedPage.NoArticle(PageRefusal.Empty);
        }

        var feed = await store.AddFeedAsync(new NewFeed(FeedKind.Pages, SubscriptionRegistry.PagesUrl(place), FeedTitle), cancellationToken);
        var report = await lane.IngestAsync(feed, [draft], cancellationToken);
        feeds.Put(report.Feed ?? await store.FindFeedAsync(feed.Id, cancellationToken) ?? feed);
        var memory = await store.GetFeedMemoryAsync(feed.Id, cancellationToken);
        var id = memory.Items.FirstOrDefault(item => item.Key == draft.Key)?.Article;
        return id is { } known && await store.GetArticlesAsync([known], cancellationToken) is [var stored]
            ? new NamedPage.Stored(stored, page.Access)
            : new NamedPage.Unreachable(null);
    }
}

/// <summary>What a page that somebody named turned out to be.</summary>
public abstract record NamedPage
{
    private NamedPage()
    {
    }

    public sealed record Stored(Article Article, PageAccess Access) : NamedPage;

    /// <summary>There is a page, but no article to be read.</summary>
    public sealed record NoArticle(PageRefusal Refusal) : NamedPage;

    /// <param name="Reason">A sentence for people; null when it may work later.</param>
    public sealed record Unreachable(string? Reason) : NamedPage;
}
