using System.Diagnostics;
using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Storage.LiteDb;
using NewsBot.Testing;

namespace NewsBot.Storage.Tests;

/// <summary>Prints the rates that docs/figures.md tells; TEST_NEWSBOT_ARTICLES and TEST_NEWSBOT_PLACES set the sizes. It checks that all was stored, not how fast.</summary>
[Collection(Alone.Name)]
public sealed class StoreFigures(ITestOutputHelper output) : IDisposable
{
    private const int Refresh = 20;
    private const int Lanes = 8;
    private static readonly int Articles = int.Parse(Environment.GetEnvironmentVariable("TEST_NEWSBOT_ARTICLES") ?? "1600", CultureInfo.InvariantCulture);
    private static readonly int Places = int.Parse(Environment.GetEnvironmentVariable("TEST_NEWSBOT_PLACES") ?? "10000", CultureInfo.InvariantCulture);

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Articles_are_taken_in_and_walked()
    {
        await using var host = _folder.Open();
        using var store = new LiteNewsStore(host, TimeProvider.System);
        var text = string.Join(' ', Enumerable.Range(0, 300).Select(word => $"word{word}"));
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(async lane =>
        {
            var feed = await store.AddFeedAsync(new NewFeed(FeedKind.Web, $"https://morning.example/{lane}", "Morning of Larkfield"), CancellationToken.None);
            for (var first = lane * Refresh; first < Articles; first += Lanes * Refresh)
            {
                var commit = await store.CommitRefreshAsync(new RefreshOutcome { Feed = feed, NewArticles = [.. Enumerable.Range(first + 1, Refresh).Select(id => Some.Article(id: id) with { Paragraphs = [text] })] }, CancellationToken.None);
                feed = commit!.Feed;
            }
        }));
        var rate = Articles / clock.Elapsed.TotalSeconds;
        var walked = 0;
        for (var last = default(ArticleId); await store.ArticlesAfterAsync(last, 500, CancellationToken.None) is { Count: > 0 } chunk; last = chunk[^1].Id)
        {
            walked += chunk.Count;
        }

        Assert.Equal(Articles, walked);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Articles} articles at {rate:F0}/s, memory after the walk {Process.GetCurrentProcess().WorkingSet64 / 1_048_576} MB"));
    }

    [Fact]
    public async Task An_article_for_many_places_is_stored_as_deliveries()
    {
        await using var host = _folder.Open();
        using var store = new LiteNewsStore(host, TimeProvider.System);
        var outbox = new Outbox();
        var planned = Enumerable.Range(0, Places).Select(place => new PlannedDelivery(new PlaceId($"test:{place}"), new ArticleId(1), new StoryId(1), new SubscriptionId(place + 1), store.Now)).ToList();
        var clock = Stopwatch.StartNew();

        var rows = await store.AddDeliveriesAsync(planned, null, CancellationToken.None);
        var stored = clock.Elapsed;
        outbox.Enqueue(rows);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Places} deliveries stored in {stored.TotalSeconds:F2} s, queued after {clock.Elapsed.TotalSeconds:F2} s"));
        Assert.Equal(Places, outbox.Count);
    }
}
