using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Core.Feeds;
using NewsBot.Core.Search;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text.Queries;
using NewsBot.Search;

namespace NewsBot.Benchmarks.Search;

/// <summary>Our index against SQLite FTS5 on the same articles and queries in one run: rate, size, memory, times.</summary>
internal static class SearchComparison
{
    private const int Queries = 2_000;
    private const int VisibleFeeds = 90;
    private const int CommonWords = 40;
    private const int Hits = 10;

    /// <param name="alone">Leaves out the peer, which takes minutes for a million articles.</param>
    public static async Task<int> RunAsync(int count, bool alone)
    {
        var news = new SyntheticNews();
        var folder = Directory.CreateTempSubdirectory("newsbot-benchmark-").FullName;
        try
        {
            Say($"{count} articles, {Queries} queries of 1 to 3 words within {VisibleFeeds} of {SyntheticNews.Feeds} feeds, best {Hits}");
            Say($"making the articles alone: {Made(news, count)}");
            var ours = await OursAsync(news, count, Path.Combine(folder, "index"));
            if (alone)
            {
                return 0;
            }

            var theirs = await TheirsAsync(news, count, Path.Combine(folder, "fts5.db"));
            Say($"ours/FTS5: p50 {theirs.At(0.5) / ours.At(0.5):F1}x faster, p99 {theirs.At(0.99) / ours.At(0.99):F1}x faster");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Percentiles> OursAsync(SyntheticNews news, int count, string folder)
    {
        var store = new SyntheticStore(news, count);
        await using (var index = Open(store, folder))
        {
            var work = new Work(count);
            await index.CatchUpAsync(CancellationToken.None);
            Say($"ours: indexed {work.StopWithout(store.Making)} (making left out), {Memory.Now()}");
        }

        Say($"ours: {Megabytes(new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length))} MB on disk");
        await using var reopened = Open(store, folder);
        var times = await MeasureAsync(news, count, async words => await reopened.SearchAsync(SearchFor(words), CancellationToken.None), "ours");
        Say($"ours: after searching {Memory.Now()}, managed {Megabytes(GC.GetTotalMemory(forceFullCollection: true))} MB");
        return times;
    }

    private static async Task<Percentiles> TheirsAsync(SyntheticNews news, int count, string file)
    {
        using var index = new Fts5Index(file);
        var work = new Work(count);
        foreach (var chunk in Enumerable.Range(1, count).Chunk(500))
        {
            index.Add(chunk.Select(id => news.Article(id, count)));
        }

        Say($"FTS5: indexed {work} (making included), {Megabytes(new FileInfo(file).Length)} MB on disk");
        return await MeasureAsync(news, count, words => Task.FromResult(index.Search(words, VisibleFeeds, Hits)), "FTS5");
    }

    private static async Task<Percentiles> MeasureAsync(SyntheticNews news, int count, Func<string, Task> search, string name)
    {
        var random = new Random(1);
        var queries = Enumerable.Range(0, Queries).Select(_ => news.Query(random, count)).ToList();
        foreach (var query in queries.Take(200))
        {
            await search(query);
        }

        var times = new Percentiles();
        foreach (var query in queries)
        {
            await times.MeasureAsync(() => search(query));
        }

        var common = new Percentiles();
        for (var rank = 0; rank < CommonWords; rank++)
        {
            await common.MeasureAsync(() => search(news.Word(rank)));
        }

        Say($"{name}: {times}; the {CommonWords} commonest words alone: {common}");
        return times;
    }

    private static ArticleSearch SearchFor(string words) => new()
    {
        Query = ((QueryParseResult.Parsed)QueryParser.Parse(words, QueryUse.Search)).Query,
        Sight = new Sight(Enumerable.Range(1, VisibleFeeds).Select(id => new FeedId(id)).ToHashSet()),
        Limit = Hits,
    };

    private static LuceneArticleIndex Open(SyntheticStore store, string folder) =>
        new(new SearchOptions(folder), store, new StemmingAnalyzer(), new FeedRegistry(), TimeProvider.System, NullLogger<LuceneArticleIndex>.Instance);

    private static Work Made(SyntheticNews news, int count)
    {
        var made = Math.Min(count, 20_000);
        var work = new Work(made);
        for (var id = 1; id <= made; id++)
        {
            news.Article(id, count);
        }

        return work;
    }

    private static long Megabytes(long bytes) => bytes / 1_000_000;

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
