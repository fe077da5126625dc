using Microsoft.Extensions.Logging;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>
/// The only sender of one platform. Marks a row as sending on disk before it sends, keeps the order of a place, retries what was proven not delivered and resends an unknown outcome once.
/// </summary>
public sealed partial class DeliveryLane(
    IMessenger messenger, INewsStore store, Outbox outbox, SubscriptionRegistry subscriptions, TimeProvider time, ILogger<DeliveryLane> logger)
{
    /// <summary>As many waiting alerts as this become one roll-up.</summary>
    public const int RollUpFrom = 10;

    private const int MostUnknown = 1;

    /// <summary>Sends until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            foreach (var place in outbox.Waiting(messenger.Platform))
            {
                await DrainAsync(place, cancellationToken);
            }

            await outbox.WaitAsync(cancellationToken);
        }
    }

    private async Task DrainAsync(PlaceId place, CancellationToken cancellationToken)
    {
        try
        {
            while (subscriptions.Find(place) is { } known && known.Pause?.HoldsAt(store.Now) != true && Ready(place) is { Count: > 0 } rows)
            {
                if (!await SendNextAsync(place, rows, cancellationToken))
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailure(e, place);
        }
    }

    /// <summary>Rows of paused subscriptions wait; the others keep their order.</summary>
    private List<OutboxRow> Ready(PlaceId place) => [.. outbox.Of(place).Where(row => subscriptions.Find(row.Subscription)?.Pause?.HoldsAt(store.Now) != true)];

    /// <summary>False when the place has to wait.</summary>
    private async Task<bool> SendNextAsync(PlaceId place, IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
    {
        var batch = rows.Count >= RollUpFrom ? rows : [rows[0]];
        var sending = batch.Select(row => row with { State = DeliveryState.Sending, Attempts = row.Attempts + 1 }).ToList();
        if (await PostAsync(sending, cancellationToken) is not { } post)
        {
            await FinishAsync(sending, row => row with { State = DeliveryState.Expired, Error = "the article or the subscription is gone" }, cancellationToken);
            return true;
        }

        await store.SaveDeliveriesAsync(sending, cancellationToken);
        var result = await messenger.SendAsync(place, post, cancellationToken);
        switch (result)
        {
            case SendResult.Sent(var message):
                await FinishAsync(sending, row => row with { State = DeliveryState.Sent, MessageId = message, Error = null }, cancellationToken);
                return true;
            case SendResult.Rejected(var reason):
                await FinishAsync(sending, row => row with { State = DeliveryState.Failed, Error = reason }, cancellationToken);
                return true;
            case SendResult.Unknown(var reason) when sending[0].Attempts > MostUnknown:
                await FinishAsync(sending, row => row with { State = DeliveryState.Failed, Error = reason }, cancellationToken);
                return true;
            case SendResult.RetryAfter(var delay):
                await store.SaveDeliveriesAsync([.. batch], cancellationToken);
                await Task.Delay(delay, time, cancellationToken);
                return true;
            case SendResult.Unknown:
                return true;
            default:
                await store.SaveDeliveriesAsync([.. batch], cancellationToken);
                return false;
        }
    }

    private async Task<Post?> PostAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
    {
        var articles = await store.GetArticlesAsync([.. rows.Select(row => row.Article)], cancellationToken);
        if (articles.Count == 0 || rows.All(row => subscriptions.Find(row.Subscription) is null))
        {
            return null;
        }

        return rows.Count == 1
            ? new Post.Alert(rows[0].Id, articles[0], ReasonFor(rows[0]))
            : new Post.RollUp(articles, rows.Count);
    }

    private string? ReasonFor(OutboxRow row) => subscriptions.Find(row.Subscription) switch
    {
        { Kind: SubscriptionKind.Query, Value: var query } => query,
        { Kind: SubscriptionKind.Topic, Value: var topic } => topic,
        _ => null,
    };

    private async Task FinishAsync(IReadOnlyList<OutboxRow> rows, Func<OutboxRow, OutboxRow> finish, CancellationToken cancellationToken)
    {
        var finished = rows.Select(row => finish(row) with { Finished = store.Now }).ToList();
        await store.SaveDeliveriesAsync(finished, cancellationToken);
        outbox.Remove(finished);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending to {Place} failed; its messages wait for the next start or message")]
    private partial void LogFailure(Exception e, PlaceId place);
}
