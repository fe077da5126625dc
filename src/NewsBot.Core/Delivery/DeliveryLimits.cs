using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>Tells whether a place had as many messages as it wants for now. Counts what was sent, so that a restart changes nothing.</summary>
public sealed class DeliveryLimits(INewsStore store)
{
    private static readonly TimeSpan Waited = TimeSpan.FromDays(7);

    /// <summary>When the next message may come; null when no limit is reached.</summary>
    public async Task<DateTimeOffset?> LimitedUntilAsync(Home home, Place place, CancellationToken cancellationToken)
    {
        if ((place.Limit ?? home.Limit) is not { } limit)
        {
            return null;
        }

        var now = store.Now;
        var start = limit.PeriodStart(now, home.TimeZone);

        // A row may have waited long before it was sent.
        var rows = await store.RecentDeliveriesAsync(place.Id, start - Waited, cancellationToken);

        // The rows of one roll-up share one message.
        var messages = rows.Where(row => row is { State: DeliveryState.Sent, Kind: DeliveryKind.Alert, Digest: null } && row.Finished >= start).Select(row => row.MessageId ?? row.Id.ToString()).Distinct(StringComparer.Ordinal).Count();
        return messages >= limit.Count ? limit.PeriodEnd(now, home.TimeZone) : null;
    }
}
