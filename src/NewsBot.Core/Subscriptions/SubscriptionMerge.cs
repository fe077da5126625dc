namespace NewsBot.Core.Subscriptions;

/// <summary>Makes one subscription of two that came to follow the same feed. Pure.</summary>
internal static class SubscriptionMerge
{
    /// <summary>What stands for both, with nothing lost that either would have got; null where no single one can, as their filters or digests differ.</summary>
    /// <param name="kept">Its number and its settings stay where both have some.</param>
    /// <param name="other">As it was before its feed moved.</param>
    /// <param name="moved">The same afterwards.</param>
    public static Subscription? Of(Subscription kept, Subscription other, Subscription moved)
    {
        var isOneFilter = kept.Filter is null || other.Filter is null || string.Equals(kept.Filter, other.Filter, StringComparison.Ordinal);
        var isOneDigest = kept.Digest is null || other.Digest is null || kept.Digest == other.Digest;
        if (kept.Place != other.Place || kept.Kind != other.Kind || !isOneFilter || !isOneDigest)
        {
            return null;
        }

        return kept with
        {
            Filter = kept.Filter is null ? null : other.Filter,
            Folder = kept.Folder ?? other.Folder,
            Limit = kept.Limit ?? other.Limit,
            Style = kept.Style ?? other.Style,
            Pause = Shorter(kept.Pause, other.Pause),
            Mode = Both(kept.Mode, other.Mode),
            Digest = kept.Digest ?? other.Digest,
            Since = kept.Since.Value < other.Since.Value ? kept.Since : other.Since,
            FormerFeeds = [.. kept.FormerFeeds.Union(moved.FormerFeeds)],
            Merged = [.. kept.Merged, .. other.Merged, .. other.Feed is { } feed ? [new MergedSubscription(other.Id, other.Number, feed)] : (MergedSubscription[])[]],
        };
    }

    private static Pause? Shorter(Pause? one, Pause? other) =>
        one is null || other is null ? null : (one.Until ?? DateTimeOffset.MaxValue) <= (other.Until ?? DateTimeOffset.MaxValue) ? one : other;

    private static SubscriptionMode Both(SubscriptionMode one, SubscriptionMode other) => (one, other) switch
    {
        _ when one == other => one,
        (SubscriptionMode.Archive, _) => other,
        (_, SubscriptionMode.Archive) => one,
        _ => SubscriptionMode.AtOnceAndDigest,
    };
}
