using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Core.Articles;
using NewsBot.Core.Storage;

namespace NewsBot.Core.Feeds;

/// <summary>
/// The news path: from an address to committed articles and planned deliveries, a call per stage. Running a refresh twice changes nothing, as the commit is guarded by the feed version that was read.
/// </summary>
public sealed partial class NewsPipeline(
    IFeedFetcher fetcher,
    IFeedParser parser,
    ArticleIntake intake,
    IngestLane lane,
    INewsStore store,
    FeedRegistry registry,
    IOptions<FeedsOptions> options,
    Random random,
    ILogger<NewsPipeline> logger)
{
    /// <summary>Fetches the feed, takes in what is new or changed and plans when to come back.</summary>
    public async Task<RefreshReport> RefreshAsync(Feed feed, CancellationToken cancellationToken)
    {
        var fetched = await fetcher.FetchAsync(RequestFor(feed), cancellationToken);
        var reading = Read(feed, fetched);
        var memory = reading.Drafts.Count > 0 ? await store.GetFeedMemoryAsync(feed.Id, cancellationToken) : FeedMemory.Empty;
        var fresh = reading.Drafts.Count(draft => memory.Items.All(item => item.Key != draft.Key));
        var refreshed = feed with
        {
            Title = TitleOf(feed, reading.Title),
            Site = feed.Site ?? reading.Parsed?.Link,
            Language = feed.Language ?? reading.Parsed?.Language,
            Health = Schedule(feed, reading, fresh),
        };
        var report = await lane.IngestAsync(refreshed, reading.Drafts, cancellationToken);
        Log(refreshed, reading, report);
        return report with { Error = reading.Error };
    }

    /// <summary>A feed takes the title it gives itself when it is first read; the catalogue's name stays.</summary>
    private static string TitleOf(Feed feed, string? ownTitle) =>
        feed.Health.LastSuccess is null && !feed.InCatalogue && ownTitle is { Length: > 0 } ? ownTitle : feed.Title;

    private static FetchRequest RequestFor(Feed feed) => new(new Uri(feed.Url))
    {
        ETag = feed.Health.Validators.ETag,
        LastModified = feed.Health.Validators.LastModified,
    };

    private FeedReading Read(Feed feed, FetchResult result)
    {
        switch (result)
        {
            case FetchResult.Fetched fetched:
                return Read(feed, fetched);
            case FetchResult.NotModified unchanged:
                return new FeedReading(unchanged) { Validators = unchanged.Validators, Lifetime = unchanged.Lifetime };
            case FetchResult.Throttled throttled:
                return new FeedReading(throttled) { Error = $"The server asks us to wait (HTTP {throttled.Status})." };
            case FetchResult.Gone gone:
                return new FeedReading(gone) { Error = "The publisher ended this feed (HTTP 410)." };
            case FetchResult.Failed failed:
                return new FeedReading(failed) { Error = failed.Detail };
            default:
                throw new InvalidOperationException($"Unknown fetch result {result.GetType().Name}.");
        }
    }

    private FeedReading Read(Feed feed, FetchResult.Fetched fetched)
    {
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(fetched.Document.Body.Span));
        var reading = new FeedReading(fetched) { Validators = fetched.Validators, Lifetime = fetched.Lifetime, BodyHash = hash };
        if (hash == feed.Health.BodyHash)
        {
            return reading;
        }

        return parser.Parse(fetched.Document) switch
        {
            FeedParseResult.Parsed(var parsed) => reading with { Parsed = parsed, Drafts = intake.ReadItems(feed with { Title = TitleOf(feed, parsed.Title?.Value) }, parsed, store.Now), Title = parsed.Title?.Value },
            FeedParseResult.NotAFeed(_, var reason) => reading with { Error = reason, BodyHash = null, Validators = Validators.None },
            var other => throw new InvalidOperationException($"Unknown parse result {other.GetType().Name}."),
        };
    }

    private FeedHealth Schedule(Feed feed, FeedReading reading, int fresh)
    {
        var now = store.Now;
        var health = feed.Health;
        var pace = reading.Parsed?.Pace ?? health.Pace;
        var failed = reading.Error is not null;
        var errors = failed ? health.Errors + 1 : 0;
        var next = RefreshPlan.After(new RefreshObservation(reading.Result, failed, errors, fresh, reading.Drafts.Count, pace, reading.Lifetime), now, options.Value, random);
        return health with
        {
            Status = reading.Result is FetchResult.Gone ? FeedStatus.Gone : failed ? FeedStatus.Failing : FeedStatus.Working,
            Validators = reading.Validators ?? health.Validators,
            BodyHash = reading.BodyHash ?? (failed ? null : health.BodyHash),
            NextCheck = next.At,
            NextCheckReason = next.Reason,
            LastCheck = now,
            LastSuccess = failed ? health.LastSuccess : now,
            FailingSince = failed ? health.FailingSince ?? now : null,
            Errors = errors,
            LastError = reading.Error,
            Pace = pace,
            Requests = health.Requests + 1,
            NotModifiedAnswers = health.NotModifiedAnswers + (reading.Result is FetchResult.NotModified ? 1 : 0),
        };
    }

    private void Log(Feed feed, FeedReading reading, RefreshReport report)
    {
        registry.Put(report.Feed ?? feed);
        if (reading.Error is { } error)
        {
            LogFailure(feed.Id, feed.Title, error, feed.Health.NextCheck);
            return;
        }

        LogRefresh(feed.Id, feed.Title, report.New, report.Changed, feed.Health.NextCheck, feed.Health.NextCheckReason);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Feed {Feed} ({Title}): {New} new, {Changed} changed; next check {Next:u} ({Reason})")]
    private partial void LogRefresh(FeedId feed, string title, int @new, int changed, DateTimeOffset next, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Feed {Feed} ({Title}) failed: {Error} Next check {Next:u}")]
    private partial void LogFailure(FeedId feed, string title, string error, DateTimeOffset next);

    /// <summary>What one answer gave, before anything is stored.</summary>
    private sealed record FeedReading(FetchResult Result)
    {
        public ParsedFeed? Parsed { get; init; }

        public IReadOnlyList<ArticleDraft> Drafts { get; init; } = [];

        public string? Title { get; init; }

        public Validators? Validators { get; init; }

        public CacheLifetime Lifetime { get; init; } = CacheLifetime.Unstated;

        public string? BodyHash { get; init; }

        public string? Error { get; init; }
    }
}
