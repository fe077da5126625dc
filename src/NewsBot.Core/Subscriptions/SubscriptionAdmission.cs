using Microsoft.Extensions.Options;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;

namespace NewsBot.Core.Subscriptions;

/// <summary>The one way to a new subscription: nothing is followed twice in a place, homes and people have quotas, and nothing older than the subscription is ever sent for it.</summary>
public sealed class SubscriptionAdmission(INewsStore store, SubscriptionRegistry registry, FeedPoller poller, IOptions<QuotaOptions> quotas)
{
    /// <param name="feed">The feed to follow for <see cref="SubscriptionKind.Feed"/>, else null. It need not have been read yet.</param>
    public async Task<AdmissionResult> AddAsync(Place place, PersonId person, SubscriptionEntry entry, Feed? feed, CancellationToken cancellationToken)
    {
        var own = registry.Of(place.Home);
        if (own.FirstOrDefault(known => known.Place == place.Id && IsSame(known, entry, feed)) is { } existing)
        {
            return new AdmissionResult.Known(existing);
        }

        if (Exhausted(place.Home, person, own.Count) is { } full)
        {
            return full;
        }

        var wanted = new Subscription
        {
            Id = default,
            Number = 0,
            Home = place.Home,
            Place = place.Id,
            Kind = entry.Kind,
            Feed = feed?.Id,
            Value = entry.Title,
            Filter = entry.Filter,
            Folder = entry.Folder,
            Since = await store.LastArticleIdAsync(cancellationToken),
            ChangedBy = person,
            ChangedAt = store.Now,
        };
        var added = await store.AddSubscriptionAsync(wanted, cancellationToken);
        registry.Put(added);
        poller.Wake();
        return new AdmissionResult.Added(added);
    }

    private AdmissionResult.Full? Exhausted(HomeId id, PersonId person, int own)
    {
        var quota = quotas.Value;
        if (registry.Find(id)?.HasFullPlan == true)
        {
            return own < quota.Subscriptions ? null : new AdmissionResult.Full(quota.Subscriptions, IsOfPerson: false);
        }

        if (own >= quota.GuestSubscriptions)
        {
            return new AdmissionResult.Full(quota.GuestSubscriptions, IsOfPerson: false);
        }

        return registry.CountOf(person) < quota.PersonSubscriptions ? null : new AdmissionResult.Full(quota.PersonSubscriptions, IsOfPerson: true);
    }

    private static bool IsSame(Subscription known, SubscriptionEntry entry, Feed? feed) =>
        known.Kind == entry.Kind && known.Feed == feed?.Id && (feed is not null || string.Equals(known.Value, entry.Title, StringComparison.OrdinalIgnoreCase));
}

/// <summary>What following something came to.</summary>
public abstract record AdmissionResult
{
    private AdmissionResult()
    {
    }

    public sealed record Added(Subscription Subscription) : AdmissionResult;

    public sealed record Known(Subscription Subscription) : AdmissionResult;

    /// <param name="Most">How many subscriptions the home, or the person over all homes, may have.</param>
    public sealed record Full(int Most, bool IsOfPerson) : AdmissionResult;
}
