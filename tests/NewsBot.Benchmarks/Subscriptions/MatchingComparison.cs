using System.Diagnostics;
using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text.Queries;
using NewsBot.Search;

namespace NewsBot.Benchmarks.Subscriptions;

/// <summary>The matcher against a loop over all queries, analysis included in both, results compared.</summary>
internal static class MatchingComparison
{
    private const int Warmup = 600;
    private const int Articles = 1_500;
    private const int LoopArticles = 20;
    private const int Changes = 10_000;
    private const int CommonWords = 1_000;

    public static int Run(int queries)
    {
        var news = new SyntheticNews();
        var feeds = new FeedRegistry();
        foreach (var id in Enumerable.Range(1, SyntheticNews.Feeds))
        {
            feeds.Put(new Feed { Id = new FeedId(id), Kind = FeedKind.Web, Url = "https://feed.example/" + id, Title = "Feed", InCatalogue = true });
        }

        var registry = new SubscriptionRegistry(feeds);
        var analyzer = new StemmingAnalyzer();
        var matcher = new SubscriptionMatcher(registry, feeds, analyzer);
        var random = new Random(7);
        var common = Enumerable.Range(0, CommonWords).Select(news.Word).ToHashSet(StringComparer.Ordinal);
        var subscriptions = Enumerable.Range(1, queries).Select(id => SubscriptionOf(id, QueryOf(news, common, random))).ToList();
        var start = Stopwatch.GetTimestamp();
        subscriptions.ForEach(registry.Put);
        Say($"{queries} queries added in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms, memory {GC.GetTotalMemory(forceFullCollection: true) / 1_000_000} MB");

        var articles = Enumerable.Range(1, Warmup + Articles).Select(id => news.Article(id, 100_000)).ToList();
        articles.Take(Warmup).ToList().ForEach(article => matcher.Match(article));
        var analysed = Rate(Articles, () => articles.Skip(Warmup).ToList().ForEach(article => SearchText.Of(article, [], analyzer)));
        var matches = 0L;
        var rate = Rate(Articles, () => matches = articles.Skip(Warmup).Sum(article => (long)matcher.Match(article).Count));
        Say($"analysis alone: {analysed:F0} articles a second of processor time");
        Say($"matcher: {rate:F0} articles a second of processor time, {matches / (double)Articles:F1} matches an article");

        var parsed = subscriptions.Select(subscription => (subscription.Id, ((QueryParseResult.Parsed)QueryParser.Parse(subscription.Value)).Query)).ToList();
        List<List<SubscriptionId>> looped = [];
        var loopRate = Rate(LoopArticles, () => looped = [.. articles.Skip(Warmup).Take(LoopArticles).Select(article => Loop(article, parsed, analyzer))]);
        var same = looped.Zip(articles.Skip(Warmup)).All(pair => pair.First.SequenceEqual(matcher.Match(pair.Second).Select(match => match.Id)));
        Say($"loop: {loopRate:F0} articles a second of processor time; matcher/loop {rate / loopRate:F1}x; results {(same ? "the same" : "DIFFER")}");

        start = Stopwatch.GetTimestamp();
        foreach (var changed in subscriptions.Take(Changes))
        {
            registry.Remove(changed.Id);
            registry.Put(changed);
        }

        Say($"removing and adding one: {Stopwatch.GetElapsedTime(start).TotalMilliseconds / Changes:F4} ms");
        return same ? 0 : 1;
    }

    /// <summary>A second of processor time: other work on the machine does not count.</summary>
    private static double Rate(int count, Action action)
    {
        var start = Environment.CpuUsage.TotalTime;
        action();
        return count / (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }

    private static List<SubscriptionId> Loop(Article article, List<(SubscriptionId Id, Query Query)> queries, StemmingAnalyzer analyzer)
    {
        var text = SearchText.Of(article, [], analyzer);
        return [.. queries.Where(query => query.Query.Matches(text)).Select(query => query.Id)];
    }

    /// <summary>One to three words of an article that are not among the commonest thousand, as nobody follows "the"; a fifth a phrase, a fifth with an excluded word.</summary>
    private static string QueryOf(SyntheticNews news, HashSet<string> common, Random random)
    {
        var words = news.Article(random.Next(1, 100_000), 100_000).Body.Split(' ');
        var telling = words.Where(word => !common.Contains(word)).ToList();
        var at = random.Next(words.Length - 3);
        var count = random.Next(1, 4);
        var text = random.Next(5) == 0 && count > 1
            ? "\"" + string.Join(' ', words.Skip(at).Take(count)) + "\""
            : string.Join(' ', Enumerable.Range(0, count).Select(_ => telling[random.Next(telling.Count)]));
        return random.Next(5) == 0 ? text + " -" + words[random.Next(words.Length)] : text;
    }

    private static Subscription SubscriptionOf(long id, string query) => new()
    {
        Id = new SubscriptionId(id),
        Number = (int)id,
        Home = new HomeId("terminal:home"),
        Place = new PlaceId("terminal:place" + (id % 1_000).ToString(CultureInfo.InvariantCulture)),
        Kind = SubscriptionKind.Query,
        Value = query,
        Since = default,
        ChangedBy = new PersonId("terminal:me"),
        ChangedAt = default,
    };

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
