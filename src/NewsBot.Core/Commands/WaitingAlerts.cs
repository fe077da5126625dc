using NewsBot.Core.Delivery;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>What came for a place while it was paused and has not begun to be sent. What is given up is kept as expired, and /why says so.</summary>
public sealed class WaitingAlerts(INewsStore store, Outbox outbox)
{
    /// <summary>How many of them are told when only the best are wanted.</summary>
    public const int Best = 10;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<OutboxRow> Of(PlaceId place, Func<OutboxRow, bool> isChosen) =>
        [.. outbox.Of(place).Where(row => row is { Kind: DeliveryKind.Alert, Digest: null, State: DeliveryState.Queued } && isChosen(row))];

    /// <summary>Gives up all but the stories that most reports joined, the newest of equals.</summary>
    /// <returns>How many were given up.</returns>
    public async Task<int> KeepBestAsync(PlaceId place, Func<OutboxRow, bool> isChosen, int kept, CancellationToken cancellationToken)
    {
        var skipped = Of(place, isChosen).OrderByDescending(row => row.Joined.Count).ThenByDescending(row => row.Id.Value).Skip(kept)
            .Select(row => row with { State = DeliveryState.Expired, Finished = store.Now, Error = "skipped after a pause" }).ToList();
        await store.SaveDeliveriesAsync(skipped, cancellationToken);
        outbox.Update(skipped);
        return skipped.Count;
    }
}
