using System.Diagnostics;
using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Subscriptions;
using NewsBot.Storage.LiteDb;
using NewsBot.Testing;

namespace NewsBot.Storage.Tests;

/// <summary>Prints the rates that docs/figures.md tells; TEST_NEWSBOT_ARTICLES and TEST_NEWSBOT_PLACES set the sizes. It checks that all was stored, not how fast.</summary>
[Collection(Alone.Name)]
public sealed class StoreFigures(ITestOutputHelper output) : IDisposable
{
    private static readonly int Places = int.Parse(Environment.GetEnvironmentVariable("TEST_NEWSBOT_PLACES") ?? "10000", CultureInfo.InvariantCulture);

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Articles_are_taken_in_walked_and_opened_again()
    {
        var rate = await TakeInAsync();
        var memory = Process.GetCurrentProcess().WorkingSet64 / 1_048_576;
        var opening = Stopwatch.StartNew();
        await using var host = _folder.Open();
        using var store = new LiteNewsStore(host, TimeProvider.System);
        var last = await store.LastArticleIdAsync(CancellationToken.None);

        Assert.Equal(ManyArticles.Count, last.Value);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ManyArticles.Count} articles at {rate:F0}/s, memory after the walk {memory} MB, open again after {opening.Elapsed.TotalSeconds:F2} s"));
    }

    /// <summary>Stores and walks the articles; how many a second were stored.</summary>
    private async Task<double> TakeInAsync()
    {
        await using var host = _folder.Open();
        using var store = new LiteNewsStore(host, TimeProvider.System);
        var clock = Stopwatch.StartNew();
        await ManyArticles.StoreAsync(store, CancellationToken.None);
        var rate = ManyArticles.Count / clock.Elapsed.TotalSeconds;
        var walked = 0;
        for (var last = default(ArticleId); await store.ArticlesAfterAsync(last, 500, CancellationToken.None) is { Count: > 0 } chunk; last = chunk[^1].Id)
        {
            walked += chunk.Count;
        }

        Assert.Equal(ManyArticles.Count, walked);
        return rate;
    }

    [Fact]
    public async Task An_article_for_many_places_is_taken_in_and_queued()
    {
        await using var host = _folder.Open();
        using var store = new LiteNewsStore(host, TimeProvider.System);
        var (feeds, outbox) = (new FeedRegistry(), new Outbox());
        using var registry = new SubscriptionRegistry(feeds);
        var added = await store.AddFeedAsync(new NewFeed(FeedKind.Web, "https://morning.example/feed", "Morning of Larkfield") { Topics = ["town"], InCatalogue = true }, CancellationToken.None);
        var feed = (await store.SaveFeedAsync(added with { Health = added.Health with { FirstRead = store.Now.AddDays(-1), LastCheck = store.Now } }, CancellationToken.None))!;
        feeds.Put(feed);
        registry.Load(new SubscriptionSnapshot(
            [.. Enumerable.Range(0, Places).Select(number => new Home { Id = new HomeId($"test:{number}"), Created = store.Now })],
            [.. Enumerable.Range(0, Places).Select(number => new Place { Id = new PlaceId($"test:{number}"), Home = new HomeId($"test:{number}"), Created = store.Now })],
            [.. Enumerable.Range(0, Places).Select(SubscriptionOf)]));
        using var lane = SomeLane.Over(store, feeds, registry, outbox);
        var story = new ArticleDraft { Key = "ferry", Title = "Ferry to Marrow Island resumes", Source = feed.Title, Language = "en", Paragraphs = ["The ferry runs again."], Summary = ["The ferry runs again."], ContentHash = "1" };

        var queued = await TimeAsync(() => lane.IngestAsync(feed, [story], CancellationToken.None));
        Assert.Equal(Places, outbox.Count);
        var corrected = await TimeAsync(async () => await lane.IngestAsync((await store.FindFeedAsync(feed.Id, CancellationToken.None))!, [story with { Title = "Ferry to Marrow Island runs again", ContentHash = "2" }], CancellationToken.None));

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Places} places: an article queued after {queued:F2} s, its correction after {corrected:F2} s"));
        Assert.Equal(2 * Places, outbox.Count);
        Assert.Equal(2 * Places, (await store.OpenDeliveriesAsync(CancellationToken.None)).Count);
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        return clock.Elapsed.TotalSeconds;
    }

    private static Subscription SubscriptionOf(int number) => new()
    {
        Id = new SubscriptionId(number + 1),
        Number = 1,
        Home = new HomeId($"test:{number}"),
        Place = new PlaceId($"test:{number}"),
        Kind = SubscriptionKind.Topic,
        Value = "town",
        Since = default,
        ChangedBy = new PersonId($"test:{number}"),
        ChangedAt = default,
    };
}
