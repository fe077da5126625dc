using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;
using NewsBot.Feeds.Html;
using NewsBot.Feeds.Http;
using NewsBot.Feeds.Parsing;
using NewsBot.Testing;
using NewsBot.Testing.Time;
using NewsBot.Testing.Web;

namespace NewsBot.Feeds.Tests.Http;

/// <summary>The news path from the poller to the store in virtual time: real code over a web and a store in memory.</summary>
internal sealed class FetchRig : IDisposable
{
    public const string Url = "https://morning.example/feed";
    private readonly GuardedHttp _http;
    private readonly IngestLane _lane;

    private FetchRig(VirtualTime time, MemoryRefreshStore store, FeedsOptions options)
    {
        (Time, Store) = (time, store);
        Web = new InMemoryWeb(time);
        Random = new Random(7);
        Subscriptions = new SubscriptionRegistry(Feeds);
        _http = new GuardedHttp(new HttpOptions { UserAgent = "NewsBot/1.0 (test)" }, time, Web, options.HostPace);
        _lane = SomeLane.Over(store, Feeds, Subscriptions, new Outbox());
        var wrapped = Options.Create(options);
        Parser = new CountingParser();
        var (fetcher, intake) = (new HttpFeedFetcher(_http, time), new ArticleIntake(Reader));
        var moves = new FeedMoves(fetcher, Parser, store, _lane, intake, Feeds, Subscriptions, Access, NullLogger<FeedMoves>.Instance);
        Pipeline = new NewsPipeline(fetcher, Parser, intake, _lane, store, Feeds, Access, moves, wrapped, Random, NullLogger<NewsPipeline>.Instance);
        Poller = new FeedPoller(Pipeline, Feeds, Subscriptions, wrapped, time, Random, NullLogger<FeedPoller>.Instance);
    }

    public VirtualTime Time { get; }

    public InMemoryWeb Web { get; }

    public MemoryRefreshStore Store { get; }

    public FeedRegistry Feeds { get; } = new();

    public SubscriptionRegistry Subscriptions { get; }

    public FeedAccessRegistry Access { get; } = new();

    public Random Random { get; }

    public CountingParser Parser { get; }

    public CountingReader Reader { get; } = new();

    public NewsPipeline Pipeline { get; }

    public FeedPoller Poller { get; }

    /// <summary>The only feed, as last committed.</summary>
    public Feed Feed => Feeds.All[0];

    public FeedHealth Health => Feed.Health;

    public RecordedRequest Last => Web.Requests[^1];

    public TimeSpan Wait => Health.NextCheck - Time.GetUtcNow();

    /// <summary>Runs a test in virtual time with one followed feed at <see cref="Url"/>.</summary>
    public static void Run(Func<FetchRig, Task> test, FeedsOptions? options = null) => VirtualTime.Run(async time =>
    {
        using var rig = new FetchRig(time, new MemoryRefreshStore(time), options ?? new FeedsOptions());
        await rig.FollowAsync(Url);
        await test(rig);
    });

    /// <summary>Another program over the same store, as after a restart.</summary>
    public async Task<FetchRig> RestartAsync()
    {
        var again = new FetchRig(Time, Store, new FeedsOptions());
        foreach (var feed in await Store.ListFeedsAsync(CancellationToken.None))
        {
            again.Feeds.Put(feed);
        }

        return again;
    }

    public async Task<Feed> FollowAsync(string url)
    {
        var feed = await Store.AddFeedAsync(new NewFeed(FeedKind.Web, url, "Morning of Larkfield") { InCatalogue = true }, CancellationToken.None);
        Feeds.Put(feed);
        return feed;
    }

    /// <summary>Refreshes the only feed at once, due or not.</summary>
    public Task<RefreshReport> RefreshAsync() => Pipeline.RefreshAsync(Feed, CancellationToken.None);

    /// <summary>Waits until the only feed is due, then refreshes it.</summary>
    public async Task<RefreshReport> RefreshWhenDueAsync()
    {
        await Time.PassAsync(Wait);
        return await RefreshAsync();
    }

    /// <summary>Lets the poller work for this long; beyond a month in turns, as timers reach 49 days.</summary>
    public async Task PollAsync(TimeSpan duration)
    {
        var month = TimeSpan.FromDays(30);
        for (var left = duration; left > TimeSpan.Zero; left -= month)
        {
            using var stop = new CancellationTokenSource(left < month ? left : month, Time);
            try
            {
                await Poller.RunAsync(stop.Token);
            }
            catch (OperationCanceledException)
            {
                // The time is over.
            }
        }
    }

    public void Dispose()
    {
        Poller.Dispose();
        Subscriptions.Dispose();
        _lane.Dispose();
        _http.Dispose();
    }

    /// <summary>The real parser, counted.</summary>
    internal sealed class CountingParser : IFeedParser
    {
        private readonly FeedParser _parser = new();

        public int Parsed { get; private set; }

        public FeedParseResult Parse(FeedDocument document)
        {
            Parsed++;
            return _parser.Parse(document);
        }
    }
}

/// <summary>The real reader of HTML, counted.</summary>
internal sealed class CountingReader : IHtmlReader
{
    private readonly HtmlReader _reader = new();

    public int Texts { get; private set; }

    public IReadOnlyList<HtmlBlock> ReadBlocks(string html, Uri? baseUrl)
    {
        Texts++;
        return _reader.ReadBlocks(html, baseUrl);
    }

    public string ReadLine(string html) => _reader.ReadLine(html);
}

internal static class VirtualTimeExtensions
{
    public static Task PassAsync(this VirtualTime time, TimeSpan span) => span > TimeSpan.Zero ? Task.Delay(span, time) : Task.CompletedTask;
}
