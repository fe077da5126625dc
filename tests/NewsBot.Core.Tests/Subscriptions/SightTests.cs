using NewsBot.Core.Feeds;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing;

namespace NewsBot.Core.Tests.Subscriptions;

public sealed class SightTests
{
    private static readonly PlaceId Anna = new("test:anna");
    private readonly FeedRegistry _feeds = new();

    [Fact]
    public void A_place_sees_the_catalogue_what_was_imported_what_it_follows_and_its_own_pages()
    {
        using var registry = new SubscriptionRegistry(_feeds);
        Put(1, FeedKind.Web, "https://morning.example/feed", inCatalogue: true);
        Put(2, FeedKind.Imported, "import:archive");
        Put(3, FeedKind.Web, "https://anna.example/feed");
        Put(4, FeedKind.Web, "https://ben.example/feed");
        Put(5, FeedKind.Pages, SubscriptionRegistry.PagesUrl(Anna));
        Put(6, FeedKind.Pages, SubscriptionRegistry.PagesUrl(new PlaceId("test:ben")));
        registry.Put(Follow(1, Anna, 3));
        registry.Put(Follow(2, new PlaceId("test:ben"), 4));

        Assert.Equal([1, 2, 3, 5], Seen(registry));
    }

    [Fact]
    public void Samples_are_seen_until_the_first_article_is_stored()
    {
        using var registry = new SubscriptionRegistry(_feeds);
        Put(1, FeedKind.Samples, "samples:");
        var web = Put(2, FeedKind.Web, "https://morning.example/feed", inCatalogue: true);
        Assert.Equal([1, 2], Seen(registry));

        _feeds.Put(web with { Version = web.Version + 1, Health = web.Health with { NewestItem = Some.Morning } });

        Assert.Equal([2], Seen(registry));
    }

    [Fact]
    public void A_feed_that_leaves_the_catalogue_is_no_longer_seen()
    {
        using var registry = new SubscriptionRegistry(_feeds);
        var web = Put(1, FeedKind.Web, "https://morning.example/feed", inCatalogue: true);

        _feeds.Put(web with { Version = web.Version + 1, InCatalogue = false });

        Assert.Empty(Seen(registry));
    }

    private static IEnumerable<long> Seen(SubscriptionRegistry registry) => registry.SightOf(Anna).Feeds.Select(feed => (long)feed.Value).Order();

    private Feed Put(long id, FeedKind kind, string url, bool inCatalogue = false)
    {
        var feed = Some.Feed(url, id) with { Kind = kind, InCatalogue = inCatalogue };
        _feeds.Put(feed);
        return feed;
    }

    private static Subscription Follow(long id, PlaceId place, long feed) => new()
    {
        Id = new SubscriptionId(id),
        Number = 1,
        Home = new HomeId(place.Value),
        Place = place,
        Kind = SubscriptionKind.Feed,
        Feed = new FeedId(feed),
        Value = "a feed",
        Since = default,
        ChangedBy = new PersonId(place.Value),
        ChangedAt = Some.Morning,
    };
}
