using System.Globalization;
using NewsBot.Core.Feeds;
using NewsBot.Storage.LiteDb;
using NewsBot.Testing;

namespace NewsBot.Storage.Tests;

/// <summary>Fills a store as the program does, in refreshes of several feeds at once. TEST_NEWSBOT_ARTICLES sets how many articles.</summary>
internal static class ManyArticles
{
    private const int Refresh = 20;
    private const int Lanes = 8;

    public static int Count { get; } = int.Parse(Environment.GetEnvironmentVariable("TEST_NEWSBOT_ARTICLES") ?? "1600", CultureInfo.InvariantCulture);

    /// <summary>Stores <see cref="Count"/> articles of 2 KB with the ids from 1 on.</summary>
    public static async Task StoreAsync(LiteNewsStore store, CancellationToken cancellationToken)
    {
        var text = string.Join(' ', Enumerable.Range(0, 300).Select(word => $"word{word}"));
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(async lane =>
        {
            var feed = await store.AddFeedAsync(new NewFeed(FeedKind.Web, $"https://morning.example/{lane}", "Morning of Larkfield"), cancellationToken);
            for (var first = lane * Refresh; first < Count; first += Lanes * Refresh)
            {
                var commit = await store.CommitRefreshAsync(new RefreshOutcome { Feed = feed, NewArticles = [.. Enumerable.Range(first + 1, Refresh).Select(id => Some.Article(id: id) with { Paragraphs = [text] })] }, cancellationToken);
                feed = commit!.Feed;
            }
        }));
    }
}
