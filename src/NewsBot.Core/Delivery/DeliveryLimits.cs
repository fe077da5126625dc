using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>Tells whether a place or a subscription had as many messages as it wants for now. Counts what was sent, so that a restart changes nothing.</summary>
public sealed class DeliveryLimits(INewsStore store, SubscriptionRegistry subscriptions)
{
    private static readonly TimeSpan Waited = TimeSpan.FromDays(7);

    /// <summary>What is passed on to other places is held to this unless the place has a limit of its own.</summary>
    private static readonly SendLimit OfPublished = new(10, LimitPeriod.Hour);

    /// <summary>For each row when it may come; null when no limit is reached.</summary>
    public async Task<Func<OutboxRow, DateTimeOffset?>> LimitsAsync(Home home, Place place, IReadOnlyList<OutboxRow> open, CancellationToken cancellationToken)
    {
        var isPublished = (place.Style ?? Style.None).Over(home.Style ?? Style.None).Publish == true;
        var ofPlace = place.Limit ?? home.Limit ?? (isPublished ? OfPublished : null);
        var own = open.Select(row => row.Subscription).Distinct().Select(subscriptions.Find).Where(one => one?.Limit is not null).ToDictionary(one => one!.Id, one => one!.Limit!);
        if (ofPlace is null && own.Count == 0)
        {
            return _ => null;
        }

        var now = store.Now;
        var start = own.Values.Append(ofPlace).OfType<SendLimit>().Min(limit => limit.PeriodStart(now, home.TimeZone));

        // A row may have waited long before it was sent.
        var recent = await store.RecentDeliveriesAsync(place.Id, start - Waited, cancellationToken);
        var sent = recent.Where(row => row is { State: DeliveryState.Sent, Kind: DeliveryKind.Alert, Digest: null }).ToList();
        var placeUntil = Until(ofPlace, home, sent, now);
        var ownUntil = own.ToDictionary(pair => pair.Key, pair => Until(pair.Value, home, [.. sent.Where(row => row.Subscription == pair.Key)], now));
        return row => Later(placeUntil, ownUntil.GetValueOrDefault(row.Subscription));
    }

    private static DateTimeOffset? Until(SendLimit? limit, Home home, IReadOnlyList<OutboxRow> sent, DateTimeOffset now)
    {
        if (limit is null)
        {
            return null;
        }

        // The rows of one roll-up share one message.
        var start = limit.PeriodStart(now, home.TimeZone);
        var messages = sent.Where(row => row.Finished >= start).Select(row => row.Message ?? row.Id).Distinct().Count();
        return messages >= limit.Count ? limit.PeriodEnd(now, home.TimeZone) : null;
    }

    private static DateTimeOffset? Later(DateTimeOffset? left, DateTimeOffset? right) => left is null || right > left ? right ?? left : left;
}
