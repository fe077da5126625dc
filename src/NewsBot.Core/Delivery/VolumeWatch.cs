using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>
/// Has a place that got very many alerts within a day asked whether it wants fewer: once, and again at the earliest after <see cref="DeliveryOptions.AskPause"/>, also over a restart, as what was asked is committed with the question. Where a limit holds nobody is asked. Thread-safe for different places.
/// </summary>
public sealed class VolumeWatch(INewsStore store, SubscriptionRegistry registry, Outbox outbox, IOptions<DeliveryOptions> options)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>For each place how many alerts may follow before it is worth counting again: so many at least are missing.</summary>
    private readonly ConcurrentDictionary<PlaceId, int> _missing = new();

    /// <summary>To be called after each alert that was sent.</summary>
    /// <param name="isBroadcast">True where many read and nobody answers: then whoever changed the subscription last is asked in private.</param>
    public async Task NoteAsync(OutboxRow sent, bool isBroadcast, CancellationToken cancellationToken)
    {
        var most = options.Value.AskAbove;
        if (most == 0 || registry.Find(sent.Place) is not { } place || !MayBeAsked(place))
        {
            _missing.TryRemove(sent.Place, out _);
            return;
        }

        if (_missing.AddOrUpdate(place.Id, 0, (_, missing) => missing - 1) > 0)
        {
            return;
        }

        var count = await CountAsync(place.Id, cancellationToken);
        _missing[place.Id] = Math.Max(1, most + 1 - count);
        if (count > most && WhereToAsk(sent, place, isBroadcast) is { } asked)
        {
            await AskAsync(place.Id, asked, cancellationToken);
        }
    }

    private bool MayBeAsked(Place place) =>
        (place.Limit ?? registry.Find(place.Home)?.Limit) is null && !(place.VolumeAsked > store.Now - options.Value.AskPause);

    /// <summary>Messages of the last day. What waited longer than that came as a roll-up and is one message.</summary>
    private async Task<int> CountAsync(PlaceId place, CancellationToken cancellationToken)
    {
        var since = store.Now - Day;
        var rows = await store.RecentDeliveriesAsync(place, since, cancellationToken);
        return rows.Where(row => row is { State: DeliveryState.Sent, Kind: DeliveryKind.Alert, Digest: null } && row.Finished >= since).Select(row => row.Message ?? row.Id).Distinct().Count();
    }

    /// <summary>Null where nobody can be asked.</summary>
    private PlaceId? WhereToAsk(OutboxRow sent, Place place, bool isBroadcast) =>
        !isBroadcast ? place.Id
        : registry.Find(sent.Subscription) is { } subscription ? registry.Find(new PlaceId(subscription.ChangedBy.Value))?.Id
        : null;

    private async Task AskAsync(PlaceId id, PlaceId asked, CancellationToken cancellationToken)
    {
        var question = new PlannedDelivery(asked, default, default, default, store.Now) { Kind = DeliveryKind.Question, About = id };
        IReadOnlyList<OutboxRow> rows = [];
        await registry.UpdateAsync(
            id,
            place => MayBeAsked(place) ? place with { VolumeAsked = store.Now } : null,
            async (place, token) => rows = await store.AddDeliveriesAsync([question], place, token),
            cancellationToken);
        outbox.Enqueue(rows);
    }
}
