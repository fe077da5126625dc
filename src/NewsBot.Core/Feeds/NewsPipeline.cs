using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Feeds;

/// <summary>
/// The news path: from an address to committed articles and planned deliveries, a call per stage. Running a refresh twice changes nothing, as the commit is guarded by the feed version that was read.
/// </summary>
public sealed partial class NewsPipeline(
    IFeedFetcher fetcher,
    IFeedParser parser,
    ArticleIntake intake,
    IngestLane lane,
    IRefreshStore store,
    FeedRegistry registry,
    FeedAccessRegistry access,
    FeedMoves moves,
    IOptions<FeedsOptions> options,
    Random random,
    ILogger<NewsPipeline> logger)
{
    /// <summary>Servers that answer 304 to anything exist: after this time a whole body is asked for once (NetNewsWire).</summary>
    private static readonly TimeSpan ValidatorsTrusted = TimeSpan.FromDays(8);

    /// <summary>Fetches the feed, takes in what is new or changed and plans when to come back.</summary>
    public async Task<RefreshReport> RefreshAsync(Feed feed, CancellationToken cancellationToken)
    {
        var fetched = await fetcher.FetchAsync(RequestFor(feed), cancellationToken);
        var reading = await ReadAsync(feed, fetched, cancellationToken);
        var match = Match(reading);
        var refreshed = await moves.FollowAsync(Schedule(Described(feed, reading), reading, match), cancellationToken);
        var report = await CommitAsync(refreshed, match, cancellationToken);
        registry.Put(report.Feed ?? await OvertakenAsync(refreshed, cancellationToken));
        Log(refreshed, report);
        if (report.Feed is { } stored)
        {
            await moves.MergeAsync(stored, reading, cancellationToken);
        }

        return report with { Error = reading.Error, HostPausedUntil = fetched is FetchResult.Throttled { WholeHost: true } ? refreshed.Health.NextCheck : null };
    }

    private FetchRequest RequestFor(Feed feed)
    {
        var health = feed.Health;
        var conditional = health.ValidatorsSince is { } since && store.Now - since < ValidatorsTrusted ? health.Validators : Validators.None;
        return new(new Uri(feed.Url))
        {
            ETag = conditional.ETag,
            LastModified = conditional.LastModified,
            ValidatorsUrl = health.ValidatorsUrl is { } url ? new Uri(url) : null,
            Access = access.For(feed.Id),
        };
    }

    private async Task<FeedReading> ReadAsync(Feed feed, FetchResult result, CancellationToken cancellationToken) => result switch
    {
        FetchResult.Fetched fetched => await ReadBodyAsync(feed, fetched, cancellationToken),
        FetchResult.NotModified => new FeedReading(result),
        FetchResult.Throttled throttled => new FeedReading(result) { Error = $"The server asks us to wait (HTTP {throttled.Status})." },
        FetchResult.Gone => new FeedReading(result) { Error = "The publisher ended this feed (HTTP 410)." },
        FetchResult.Failed failed => new FeedReading(result) { Error = failed.Detail },
        _ => throw new InvalidOperationException($"Unknown fetch result {result.GetType().Name}."),
    };

    private async Task<FeedReading> ReadBodyAsync(Feed feed, FetchResult.Fetched fetched, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(fetched.Document.Body.Span));
        if (hash == feed.Health.BodyHash)
        {
            return new FeedReading(fetched);
        }

        return parser.Parse(fetched.Document) switch
        {
            FeedParseResult.Parsed(var parsed) => ReadItems(feed, fetched, parsed, await store.GetFeedMemoryAsync(feed.Id, cancellationToken)) with { BodyHash = hash },
            FeedParseResult.NotAFeed(_, var reason) => new FeedReading(fetched) { Error = reason },
            var other => throw new InvalidOperationException($"Unknown parse result {other.GetType().Name}."),
        };
    }

    private FeedReading ReadItems(Feed feed, FetchResult.Fetched fetched, ParsedFeed parsed, FeedMemory memory)
    {
        var read = intake.ReadItems(feed with { Title = TitleOf(feed, parsed) }, parsed, store.Now, memory);
        return new FeedReading(fetched) { Parsed = parsed, Memory = memory, Drafts = read.Drafts, Unchanged = read.Unchanged };
    }

    /// <summary>A feed takes the title it gives itself when it is first read; the catalogue's name stays.</summary>
    private static string TitleOf(Feed feed, ParsedFeed? parsed) =>
        feed.Health.FirstRead is null && !feed.InCatalogue && parsed?.Title?.Value is { Length: > 0 } own ? own : feed.Title;

    /// <summary>Tells new drafts from known ones and learns the feed's boilerplate from the new ones.</summary>
    private MemoryMatch Match(FeedReading reading)
    {
        var match = reading.Memory.Match(reading.Drafts, reading.Unchanged);
        if (reading.Parsed is not { } parsed || match.New.Count == 0)
        {
            return match;
        }

        var learned = intake.Learn(parsed, match.Memory.Boilerplate ?? BoilerplateMemory.Empty, match.New.Select(draft => draft.Key).ToHashSet(StringComparer.Ordinal));
        return match with { Memory = match.Memory with { Boilerplate = learned } };
    }

    private static Feed Described(Feed feed, FeedReading reading) => reading.Parsed is not { } parsed ? feed : feed with
    {
        Title = TitleOf(feed, parsed),
        Site = feed.Site ?? parsed.Link,
        Language = feed.Language ?? parsed.Language,
    };

    private Feed Schedule(Feed feed, FeedReading reading, MemoryMatch match)
    {
        var now = store.Now;
        var firstRead = feed.Health.FirstRead is null;
        var seen = new RefreshObservation(reading.Result, reading.Error, feed.Health, now)
        {
            NewItems = [.. match.New.Select(draft => firstRead ? draft.Published ?? DateTimeOffset.MinValue : now)],
            Pace = reading.Parsed?.Pace ?? feed.Health.Pace,
            BodyHash = reading.BodyHash,
            Parsed = reading.Parsed,
            IsOurs = reading.Result is FetchResult.Failed { Status: null } && registry.MostAreUnreachable,
        };
        var health = HealthRecord.After(seen, feed.Url, RefreshPlan.After(seen, options.Value, random));
        return feed with { Health = health };
    }

    /// <summary>Only items need their turn in the lane; the bookkeeping of a feed without any is written beside it.</summary>
    private async Task<RefreshReport> CommitAsync(Feed feed, MemoryMatch match, CancellationToken cancellationToken) =>
        match.Drafts.Count > 0 ? await lane.IngestAsync(feed, match, cancellationToken) : new RefreshReport(await store.SaveFeedAsync(feed, cancellationToken), 0, 0);

    /// <summary>Somebody else saved the feed meanwhile: theirs counts, and the items are taken in at the next check, which keeps its time.</summary>
    private async Task<Feed> OvertakenAsync(Feed refreshed, CancellationToken cancellationToken) =>
        await store.FindFeedAsync(refreshed.Id, cancellationToken) is { } stored
            ? stored with { Health = stored.Health with { NextCheck = refreshed.Health.NextCheck, NextCheckReason = "it was changed during the last check" } }
            : refreshed;

    private void Log(Feed feed, RefreshReport report)
    {
        if (feed.Health.LastError is { } error)
        {
            LogFailure(feed.Id, feed.Title, error, feed.Health.NextCheck);
            return;
        }

        LogRefresh(feed.Id, feed.Title, report.New, report.Changed, feed.Health.NextCheck, feed.Health.NextCheckReason);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Feed {Feed} ({Title}): {New} new, {Changed} changed; next check {Next:u} ({Reason})")]
    private partial void LogRefresh(FeedId feed, string title, int @new, int changed, DateTimeOffset next, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Feed {Feed} ({Title}) failed: {Error} Next check {Next:u}")]
    private partial void LogFailure(FeedId feed, string title, string error, DateTimeOffset next);
}
