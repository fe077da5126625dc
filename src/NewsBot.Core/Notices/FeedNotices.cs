using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Notices;

/// <summary>
/// Tells those who follow a feed that it failed for a day, works again, was ended or became one with another: each once, also over a restart, as what was told lies with the feed and is committed with the message. When most feeds fail it is our network: <see cref="NetworkNotices"/> tells the operators.
/// </summary>
public sealed class FeedNotices(IRefreshStore store, FeedRegistry feeds, SubscriptionRegistry registry, Outbox outbox, TimeProvider time)
{
    private static readonly TimeSpan FailingLong = TimeSpan.FromHours(24);
    private static readonly TimeSpan ListPause = TimeSpan.FromHours(24);
    private static readonly TimeSpan LookPause = TimeSpan.FromMinutes(5);

    private readonly Dictionary<PlaceId, DateTimeOffset> _lists = [];
    private DateTimeOffset? _unreachableAt;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await PlanAsync(cancellationToken);
            await Task.Delay(LookPause, time, cancellationToken);
        }
    }

    /// <summary>Plans what is to be told now; the number of feeds it is about.</summary>
    public async Task<int> PlanAsync(CancellationToken cancellationToken)
    {
        var now = store.Now;
        if (feeds.MostAreUnreachable)
        {
            _unreachableAt = now;
            return 0;
        }

        var told = 0;
        foreach (var feed in feeds.All)
        {
            told += EventOf(feed, now) is { } happened && await TellAsync(feed, happened, now, cancellationToken) ? 1 : 0;
        }

        foreach (var (place, _) in _lists.Where(list => list.Value + ListPause <= now).ToList())
        {
            _lists.Remove(place);
        }

        return told;
    }

    private FeedEvent? EventOf(Feed feed, DateTimeOffset now) => feed.Health switch
    {
        { Noticed: not FeedEvent.Merged } when feed.MergedInto is not null => FeedEvent.Merged,
        _ when feed.MergedInto is not null => null,
        { Status: FeedStatus.Gone, Noticed: not FeedEvent.Ended } => FeedEvent.Ended,
        { Status: FeedStatus.Failing or FeedStatus.Disabled, Noticed: null, FailingSince: { } since } when now - since >= FailingLong && IsOwnFailure(feed) => FeedEvent.Failing,
        { Status: FeedStatus.Working, Noticed: FeedEvent.Failing } => FeedEvent.Recovered,
        _ => null,
    };

    /// <summary>What failed while our network was down says nothing about the feed.</summary>
    private bool IsOwnFailure(Feed feed) => !feed.Health.FailsForUs && (_unreachableAt is not { } down || feed.Health.LastCheck > down);

    /// <summary>False when nobody is to be told, or when the feed changed meanwhile: then the next look decides.</summary>
    private async Task<bool> TellAsync(Feed feed, FeedEvent happened, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var followers = ConcernedBy(feed, happened).Select(subscription => (Subscription: subscription, Place: PlaceFor(subscription)));
        var planned = followers.Where(follower => follower.Place is not null).DistinctBy(follower => follower.Place)
            .Select(follower => new PlannedDelivery(follower.Place!.Value, default, default, follower.Subscription.Id, DueFor(follower.Place.Value, happened, now)) { Kind = DeliveryKind.Notice, Feed = feed.Id, Event = happened })
            .ToList();
        if (planned.Count == 0)
        {
            return false;
        }

        var noticed = feed with { Health = feed.Health with { Noticed = happened == FeedEvent.Recovered ? null : happened } };
        if (await store.CommitRefreshAsync(new RefreshOutcome { Feed = noticed, Deliveries = planned }, cancellationToken) is not { } commit)
        {
            return false;
        }

        feeds.Put(commit.Feed);
        outbox.Enqueue(commit.Deliveries);
        return true;
    }

    /// <summary>Of a feed that moved onto another one those whose two subscriptions became one: for the others nothing changed.</summary>
    private IEnumerable<Subscription> ConcernedBy(Feed feed, FeedEvent happened) => happened != FeedEvent.Merged ? registry.FollowersOf(feed.Id)
        : feeds.FindByUrl(feed.Url) is { } standing ? registry.FollowersOf(standing.Id).Where(subscription => subscription.Merged.Any(merged => merged.Feed == feed.Id))
        : [];

    /// <summary>The place that the home chose, else the private chat of whoever changed the subscription last, whose id is the person's.</summary>
    private PlaceId? PlaceFor(Subscription subscription)
    {
        var place = registry.Find(subscription.Home)?.Notices ?? new PlaceId(subscription.ChangedBy.Value);
        return registry.Find(place)?.Id;
    }

    /// <summary>The first failure is told at once, those of the day after it together.</summary>
    private DateTimeOffset DueFor(PlaceId place, FeedEvent happened, DateTimeOffset now)
    {
        if (happened != FeedEvent.Failing)
        {
            return now;
        }

        if (_lists.TryGetValue(place, out var list))
        {
            return list >= now ? list : list + ListPause;
        }

        _lists[place] = now;
        return now;
    }
}
