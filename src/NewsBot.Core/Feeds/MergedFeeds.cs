using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Feeds;

/// <summary>What a merge made of both feeds and of the subscriptions that named one of them.</summary>
/// <param name="Saved">As they are now.</param>
/// <param name="Removed">Those that became part of one of <paramref name="Saved"/>.</param>
public sealed record MergedFeeds(Feed From, Feed Into, FeedMemory Memory, IReadOnlyList<Subscription> Saved, IReadOnlyList<Subscription> Removed)
{
    /// <summary>
    /// Pure. Nothing is lost: every subscription goes over with its number, folder, filter, limit and position. Nothing comes twice: what either feed had is known, and two subscriptions of a place become one where one can stand for both.
    /// </summary>
    /// <param name="subscriptions">All, or at least those that name one of the two.</param>
    public static MergedFeeds Of(FeedMerge merge, FeedMemory fromMemory, FeedMemory intoMemory, IEnumerable<Subscription> subscriptions)
    {
        var saved = new Dictionary<SubscriptionId, Subscription>();
        var removed = new List<Subscription>();
        var all = subscriptions.OrderBy(subscription => subscription.Id.Value).ToList();
        var staying = all.Where(subscription => IsOf(subscription, merge.Into.Id, merge.Into.Title)).ToList();
        foreach (var moving in all.Where(subscription => subscription.Feed == merge.From.Id || (merge.HasOwnName && IsSource(subscription, merge.From.Title))))
        {
            var moved = Moved(moving, merge);
            var known = staying.FindIndex(kept => SubscriptionMerge.Of(kept, moving, moved) is not null);
            if (known < 0)
            {
                staying.Add(moved);
                saved[moved.Id] = moved;
                continue;
            }

            staying[known] = SubscriptionMerge.Of(staying[known], moving, moved)!;
            saved[staying[known].Id] = staying[known];
            removed.Add(moving);
        }

        return new MergedFeeds(Left(merge), Joined(merge), merge.IsSameDocument ? Joined(fromMemory, intoMemory) : intoMemory, [.. saved.Values], removed);
    }

    private static bool IsOf(Subscription subscription, FeedId feed, string title) => subscription.Feed == feed || IsSource(subscription, title);

    private static bool IsSource(Subscription subscription, string title) =>
        subscription.Kind == SubscriptionKind.Source && string.Equals(subscription.Value, title, StringComparison.OrdinalIgnoreCase);

    private static Subscription Moved(Subscription subscription, FeedMerge merge) => subscription.Kind == SubscriptionKind.Source
        ? subscription with { Value = merge.Into.Title }
        : subscription with { Feed = merge.Into.Id, FormerFeeds = [.. subscription.FormerFeeds.Append(merge.From.Id).Distinct()] };

    private static Feed Left(FeedMerge merge) => merge.From with { MergedInto = merge.Into.Id, Health = merge.From.Health with { Move = null } };

    /// <summary>A feed that was given up is fetched again: the other one was just read from its address.</summary>
    private static Feed Joined(FeedMerge merge)
    {
        var (from, into) = (merge.From, merge.Into);
        return into with
        {
            InCatalogue = into.InCatalogue || from.InCatalogue,
            Topics = from.InCatalogue ? [.. into.Topics.Union(from.Topics, StringComparer.OrdinalIgnoreCase)] : into.Topics,
            Health = into.IsFetched ? into.Health : from.Health with { Move = null, Noticed = into.Health.Noticed, FirstRead = into.Health.FirstRead },
        };
    }

    private static FeedMemory Joined(FeedMemory from, FeedMemory into)
    {
        var known = into.Items.Select(item => item.Key).ToHashSet(StringComparer.Ordinal);
        return into with { Items = [.. into.Items.Concat(from.Items.Where(item => known.Add(item.Key))).Take(FeedMemory.MostItems)], Boilerplate = into.Boilerplate ?? from.Boilerplate };
    }
}
