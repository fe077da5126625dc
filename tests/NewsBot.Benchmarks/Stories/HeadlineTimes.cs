using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Feeds;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;
using NewsBot.Storage.LiteDb;
using NewsBot.Testing;

namespace NewsBot.Benchmarks.Stories;

/// <summary>How long /headlines takes over the articles of two days in a store on disk, and whether it takes longer when many other places follow many feeds of their own.</summary>
internal static class HeadlineTimes
{
    private const int Feeds = 200;
    private const int Others = 100_000;
    private const int Runs = 300;
    private const int Refresh = 500;
    private static readonly PlaceId Place = new("test:anna");

    public static async Task<int> RunAsync(int count)
    {
        var folder = Directory.CreateTempSubdirectory("newsbot-benchmark-").FullName;
        try
        {
            await using var host = ((OpenResult.Opened)LiteDatabaseHost.Open(new LiteDatabaseOptions(folder), NullLogger.Instance)).Host;
            using var store = new LiteNewsStore(host, TimeProvider.System);
            var feeds = new FeedRegistry();
            using var registry = new SubscriptionRegistry(feeds);
            await FillAsync(store, feeds, count);
            Say($"{count} articles of 48 hours in {Feeds} feeds, {Runs} times each");
            await MeasureAllAsync(store, feeds, registry, "nobody else");
            Crowd(feeds, registry);
            await MeasureAllAsync(store, feeds, registry, $"{Others} subscriptions elsewhere");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAllAsync(LiteNewsStore store, FeedRegistry feeds, SubscriptionRegistry registry, string when)
    {
        using var recent = new RecentArticles();
        var headlines = new HeadlineReader(store, recent, feeds, registry);
        var pager = new ListPager(store, feeds);
        var lists = new ListHandler(store, headlines, new SearchHandler(store, new NoIndex(), FoldingAnalyzer.Instance, registry, pager), pager);
        var request = new Request(
            new Caller { Person = new PersonId("test:anna"), Place = Place, Home = new HomeId("test:anna"), Role = Role.Admin, IsPrivate = true },
            new Home { Id = new HomeId("test:anna"), Created = store.Now },
            new Place { Id = Place, Home = new HomeId("test:anna"), Created = store.Now },
            Core.Commands.Languages.For("en"));
        Say($"{when}: what the place may see, {await TimesAsync(() => Task.FromResult(registry.SightOf(Place)))}");
        Say($"{when}: ranked, {await TimesAsync(() => headlines.ReadAsync(request.Home, Place, "", CancellationToken.None))}");
        Say($"{when}: ranked of one topic, {await TimesAsync(() => headlines.ReadAsync(request.Home, Place, "topic 3", CancellationToken.None))}");
        Say($"{when}: the whole command with its list kept on disk, {await TimesAsync(() => lists.HeadlinesAsync(request, new Command.Headlines(""), CancellationToken.None))}");
    }

    private static async Task<Percentiles> TimesAsync(Func<Task> work)
    {
        for (var run = 0; run < Runs / 10; run++)
        {
            await work();
        }

        var times = new Percentiles();
        for (var run = 0; run < Runs; run++)
        {
            await times.MeasureAsync(work);
        }

        return times;
    }

    private static async Task FillAsync(LiteNewsStore store, FeedRegistry feeds, int count)
    {
        var random = new Random(1);
        var all = new List<Feed>();
        for (var at = 0; at < Feeds; at++)
        {
            all.Add(await store.AddFeedAsync(new NewFeed(FeedKind.Web, $"https://f{at}.example/feed", $"Paper {at}") { Topics = [$"topic {at % 12}"], InCatalogue = true }, CancellationToken.None));
        }

        for (var first = 1; first <= count; first += Refresh)
        {
            var at = first / Refresh % Feeds;
            var articles = Enumerable.Range(first, Math.Min(Refresh, count + 1 - first)).Select(id => ArticleOf(id, count, all, random, store.Now)).ToList();
            all[at] = (await store.CommitRefreshAsync(new RefreshOutcome { Feed = all[at], NewArticles = articles }, CancellationToken.None))!.Feed;
        }

        all.ForEach(feeds.Put);
    }

    /// <summary>Half of all articles belong to a story of several; the wider a story, the rarer.</summary>
    private static Article ArticleOf(long id, int count, List<Feed> feeds, Random random, DateTimeOffset now)
    {
        var feed = feeds[random.Next(Feeds)];
        var story = random.Next(2) == 0 ? id : Math.Max(1, id - (long)Math.Pow(random.Next(1, 60), 2));
        var published = now.AddHours(-48.0 * (count - id) / count);
        return Some.Article(id: id) with { Feed = feed.Id, Story = new StoryId(story), Source = feed.Title, Url = $"https://{feed.Title.Replace(' ', '-')}.example/{id}", Published = published, FirstSeen = published };
    }

    /// <summary>Other places with a feed of their own for each ten subscriptions.</summary>
    private static void Crowd(FeedRegistry feeds, SubscriptionRegistry registry)
    {
        for (var at = 0; at < Others; at++)
        {
            var (home, place, feed) = (new HomeId($"other:{at / 10}"), new PlaceId($"other:{at / 10}"), new FeedId(10_000 + (at / 10)));
            if (at % 10 == 0)
            {
                registry.Put(new Home { Id = home, Created = SyntheticNews.Now });
                registry.Put(new Place { Id = place, Home = home, Created = SyntheticNews.Now });
                feeds.Put(Some.Feed($"https://own{at}.example/feed", feed.Value) with { InCatalogue = false });
            }

            registry.Put(new Subscription
            {
                Id = new SubscriptionId(at + 1),
                Home = home,
                Place = place,
                Number = (at % 10) + 1,
                Kind = at % 10 == 0 ? SubscriptionKind.Feed : SubscriptionKind.Query,
                Value = "word" + at.ToString(CultureInfo.InvariantCulture),
                Feed = at % 10 == 0 ? feed : null,
                Since = default,
                ChangedBy = new PersonId(home.Value),
                ChangedAt = SyntheticNews.Now,
            });
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
