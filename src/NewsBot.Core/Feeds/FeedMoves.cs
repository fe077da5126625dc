using Microsoft.Extensions.Logging;
using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Feeds;

/// <summary>
/// What comes of a move that is trusted: the feed gets its new address or, where another feed has that already, the two become one. That waits for a check after which both know the same items, so that nobody gets one twice or misses one.
/// </summary>
public sealed partial class FeedMoves(
    IFeedFetcher fetcher,
    IFeedParser parser,
    IRefreshStore store,
    IngestLane lane,
    ArticleIntake intake,
    FeedRegistry feeds,
    SubscriptionRegistry subscriptions,
    FeedAccessRegistry access,
    ILogger<FeedMoves> logger)
{
    /// <summary>The feed under its new address, or as it is. Validators stay, as they belong to the address that was read.</summary>
    internal async Task<Feed> FollowAsync(Feed feed, CancellationToken cancellationToken)
    {
        if (feed.Health.Move is not { } move || !move.IsTrusted(store.Now) || (feeds.FindByUrl(move.Target) is { } other && other.Id != feed.Id) || WouldTellSecrets(feed, move))
        {
            return feed;
        }

        return !move.IsOfDocument || await IsFeedAsync(move.Target, cancellationToken)
            ? feed with { Url = move.Target, Health = feed.Health with { Move = null } }
            : feed with { Health = feed.Health with { Move = move with { Since = store.Now, Checks = 1 } } };
    }

    /// <summary>Publishes what it commits; what is not possible now is tried again after the next check.</summary>
    /// <param name="from">As committed after the check that <paramref name="reading"/> is of.</param>
    internal async Task MergeAsync(Feed from, FeedReading reading, CancellationToken cancellationToken)
    {
        if (from.Health.Move is not { } move || !move.IsTrusted(store.Now) || reading.Error is not null || feeds.FindByUrl(move.Target) is not { } target || !IsMergeable(from, target))
        {
            return;
        }

        if (await CaughtUpAsync(from, target, move, reading, cancellationToken) is not { } into)
        {
            return;
        }

        var isOnlyName = !feeds.All.Any(feed => feed.Id != from.Id && feed.MergedInto is null && string.Equals(feed.Title, from.Title, StringComparison.OrdinalIgnoreCase));
        var merge = new FeedMerge(from, into) { IsSameDocument = !move.IsOfDocument, HasOwnName = isOnlyName };
        if (await subscriptions.MergeAsync(stop => store.MergeFeedsAsync(merge, stop), cancellationToken) is { } merged)
        {
            feeds.Put(merged.Into);
            feeds.Put(merged.From);
            LogMerged(from.Id, from.Title, into.Id, into.Title, merged.Saved.Count, merged.Removed.Count);
        }
    }

    /// <summary>Credentials and headers were meant for the host that they were entered for.</summary>
    private bool WouldTellSecrets(Feed feed, FeedMove move) =>
        access.IsGuarded(feed.Id) && (move.IsOfDocument || !string.Equals(new Uri(move.Target).Authority, new Uri(feed.Url).Authority, StringComparison.OrdinalIgnoreCase));

    private async Task<bool> IsFeedAsync(string url, CancellationToken cancellationToken) =>
        await fetcher.FetchAsync(new FetchRequest(new Uri(url)), cancellationToken) is FetchResult.Fetched fetched && parser.Parse(fetched.Document) is FeedParseResult.Parsed;

    /// <summary>A feed that is read with credentials stays by itself, or others would see what they open; so does one that was not read twice, as what it held at first is announced to nobody.</summary>
    private bool IsMergeable(Feed from, Feed into) =>
        into.Id != from.Id && into.Kind == FeedKind.Web && into.Health.FirstRead < into.Health.LastCheck && !access.IsGuarded(from.Id) && !access.IsGuarded(into.Id);

    /// <summary>The feed that stays, once it knows all items that the moved one knows; null when that is not sure yet. What a document only says about another feed makes no items of that feed.</summary>
    private async Task<Feed?> CaughtUpAsync(Feed from, Feed into, FeedMove move, FeedReading reading, CancellationToken cancellationToken)
    {
        if (move.IsOfDocument)
        {
            return into.IsFetched && into.Health.Status == FeedStatus.Working ? into : null;
        }

        if (reading.Parsed is null)
        {
            return into.Health.BodyHash == from.Health.BodyHash || into.Health.LastSuccess >= from.Health.ValidatorsSince ? into : null;
        }

        var memory = await store.GetFeedMemoryAsync(into.Id, cancellationToken);
        var read = intake.ReadItems(into, reading.Parsed, store.Now, memory);
        var match = memory.Match(read.Drafts, read.Unchanged);
        if (match.New.Count == 0)
        {
            return into;
        }

        var report = await lane.IngestAsync(into, match, cancellationToken);
        if (report.Feed is { } stored)
        {
            feeds.Put(stored);
        }

        return report.Feed;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Feed {From} ({FromTitle}) moved onto feed {Into} ({IntoTitle}); they are one now. {Saved} subscriptions went over or were joined, {Removed} became part of another")]
    private partial void LogMerged(FeedId from, string fromTitle, FeedId into, string intoTitle, int saved, int removed);
}
