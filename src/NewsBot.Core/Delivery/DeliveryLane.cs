using Microsoft.Extensions.Logging;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>
/// The only sender of one token. Marks a row as sending on disk before it sends, keeps the order of a place with at most one message of it in flight, obeys the platform's pace, retries what was proven not delivered and resends an unknown outcome once.
/// </summary>
public sealed partial class DeliveryLane(
    IMessenger messenger, PostBuilder posts, DeliveryLimits limits, INewsStore store, Outbox outbox, SubscriptionRegistry subscriptions, TimeProvider time, ILogger<DeliveryLane> logger)
{
    /// <summary>Places that are sent to at the same time.</summary>
    public const int Parallel = 8;

    private const int MostResends = 1;
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(5);

    private readonly SendPace _pace = new(messenger.Pace);
    private readonly PriorityQueue<PlaceId, DateTimeOffset> _looks = new();
    private readonly Dictionary<PlaceId, Task<DateTimeOffset?>> _inFlight = [];

    /// <summary>Sends until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        outbox.TouchAll(messenger.Platform);
        try
        {
            while (true)
            {
                await GatherAsync();
                var wake = StartDue(cancellationToken);
                var wait = wake - store.Now;
                await outbox.WaitAsync(messenger.Platform, wait < LongestSleep ? (wait > TimeSpan.Zero ? wait : TimeSpan.Zero) : LongestSleep, time, cancellationToken);
            }
        }
        finally
        {
            // What is being sent is waited for: its outcome must be stored.
            await Task.WhenAll(_inFlight.Values).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            _inFlight.Clear();
        }
    }

    /// <summary>Takes in the places that were touched and the sends that ended.</summary>
    private async Task GatherAsync()
    {
        var now = store.Now;
        foreach (var place in outbox.TakeTouched(messenger.Platform))
        {
            _looks.Enqueue(place, now);
        }

        foreach (var (place, sending) in _inFlight.Where(pair => pair.Value.IsCompleted).ToList())
        {
            _inFlight.Remove(place);
            if (sending.IsCompletedSuccessfully && await sending is { } again)
            {
                _looks.Enqueue(place, again);
            }
        }
    }

    /// <summary>Starts what is due and returns when to look again.</summary>
    private DateTimeOffset StartDue(CancellationToken cancellationToken)
    {
        var now = store.Now;
        while (_looks.TryPeek(out var place, out var at))
        {
            if (at > now)
            {
                return at;
            }

            if (_inFlight.Count >= Parallel)
            {
                return DateTimeOffset.MaxValue;
            }

            if (_pace.NextForAll(now) is var all && all > now)
            {
                return all;
            }

            _looks.Dequeue();
            if (_inFlight.ContainsKey(place))
            {
                continue;
            }

            if (_pace.NextFor(place, now) is var next && next > now)
            {
                _looks.Enqueue(place, next);
                continue;
            }

            _inFlight[place] = SendNextAsync(place, cancellationToken);
        }

        return DateTimeOffset.MaxValue;
    }

    /// <summary>Sends the place's next message; returns when to look at it again, or null when only a change can bring something.</summary>
    private async Task<DateTimeOffset?> SendNextAsync(PlaceId place, CancellationToken cancellationToken)
    {
        await Task.Yield();
        try
        {
            if (subscriptions.Find(place) is not { } known || subscriptions.Find(known.Home) is not { } home || outbox.Of(place) is not { Count: > 0 } rows)
            {
                return null;
            }

            var state = new PlaceDeliveries(home, known, rows, row => subscriptions.Find(row.Subscription)?.Pause, await limits.LimitedUntilAsync(home, known, cancellationToken));
            return DeliveryChooser.Choose(state, store.Now) switch
            {
                DeliveryChoice.Wait(var until) => until,
                DeliveryChoice.Edit(var row) => await EditAsync(row, cancellationToken),
                DeliveryChoice.Alert(var chosen, var isSilent) => await SendAsync(chosen, await posts.AlertAsync(home, known, chosen, isSilent, cancellationToken), cancellationToken),
                DeliveryChoice.Digest(var chosen) => await SendAsync(chosen, await posts.DigestAsync(home, known, chosen, cancellationToken), cancellationToken),
                DeliveryChoice.Notice(var chosen) => await SendAsync(chosen, await posts.NoticeAsync(home, known, chosen, cancellationToken), cancellationToken),
                var other => throw new InvalidOperationException($"Unknown choice {other.GetType().Name}."),
            };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailure(e, place);
            return store.Now + LongestBackOff;
        }
        finally
        {
            outbox.Signal(messenger.Platform);
        }
    }

    private async Task<DateTimeOffset?> SendAsync(IReadOnlyList<OutboxRow> rows, Post? post, CancellationToken cancellationToken)
    {
        if (post is null)
        {
            await FinishAsync(rows, DeliveryState.Expired, null, "the article or the subscription is gone");
            return store.Now;
        }

        // A row that had begun before and was never recorded as finished may have arrived: it is sent once more, and never a third time.
        var sending = rows.Select(row => row with { State = DeliveryState.Sending, Attempts = row.Attempts + 1, Resends = row.Resends + (row.State == DeliveryState.Queued ? 0 : 1) }).ToList();
        if (sending.Exists(row => row.Resends > MostResends))
        {
            await FinishAsync(rows, DeliveryState.Failed, null, "the platform never said whether it arrived");
            return store.Now;
        }

        var place = rows[0].Place;
        await SaveAsync(sending, cancellationToken);
        _pace.Sent(place, store.Now);
        return await SettleAsync(sending, rows, await messenger.SendAsync(place, post, cancellationToken));
    }

    /// <summary>Records what became of a message that was sent or tried.</summary>
    /// <param name="rows">As they were while it was sent.</param>
    /// <param name="before">As they were before; they become that again when it is proven that nothing arrived.</param>
    private async Task<DateTimeOffset?> SettleAsync(IReadOnlyList<OutboxRow> rows, IReadOnlyList<OutboxRow> before, SendResult result)
    {
        var place = rows[0].Place;
        switch (result)
        {
            case SendResult.Sent(var message):
                await FinishAsync(rows, DeliveryState.Sent, message, null);
                return store.Now;
            case SendResult.Rejected(var reason):
                LogRejected(place, reason);
                await FinishAsync(rows, DeliveryState.Failed, null, reason);
                return store.Now;
            case SendResult.Unknown(var reason):
                await SaveAsync([.. rows.Select(row => row with { State = DeliveryState.Unknown, Error = reason })], CancellationToken.None);
                return store.Now + BackOff(rows[0].Attempts);
            case SendResult.RetryAfter(var delay, var isForAll):
                var wait = delay > BackOff(rows[0].Attempts) ? delay : BackOff(rows[0].Attempts);
                _pace.Hold(place, isForAll, store.Now + wait);
                await SaveAsync([.. before.Select(row => row with { Attempts = row.Attempts + 1 })], CancellationToken.None);
                return store.Now + wait;
            case SendResult.PlaceGone(var reason):
                await SaveAsync(before, CancellationToken.None);
                await LoseAsync(place, reason);
                return null;
            case SendResult.PlaceMoved(var moved):
                await SaveAsync(before, CancellationToken.None);
                await MoveAsync(place, moved);
                return null;
            default:
                await SaveAsync(before, CancellationToken.None);
                return null;
        }
    }

    private async Task<DateTimeOffset?> EditAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var target = row.Target is { } id ? await store.FindDeliveryAsync(id, cancellationToken) : null;
        switch (target?.State)
        {
            case DeliveryState.Queued:
                await SaveAsync([PostBuilder.Fold(target, row)], cancellationToken);
                await FinishAsync([row], DeliveryState.Sent, null, null);
                return store.Now;
            case DeliveryState.Sending or DeliveryState.Unknown:
                return store.Now + TimeSpan.FromSeconds(5);
            case DeliveryState.Sent when target.MessageId is { } message && await posts.EditAsync(target, row, cancellationToken) is { } post:
                _pace.Sent(row.Place, store.Now);
                var result = await messenger.EditAsync(row.Place, message, post, cancellationToken);
                if (result is SendResult.Sent)
                {
                    await SaveAsync([PostBuilder.Fold(target, row)], CancellationToken.None);
                }

                return await SettleAsync([row], [row], result is SendResult.Unknown(var reason) ? new SendResult.Rejected(reason) : result);
            default:
                await FinishAsync([row], DeliveryState.Expired, null, "the message it belongs to is gone");
                return store.Now;
        }
    }

    private Task FinishAsync(IReadOnlyList<OutboxRow> rows, DeliveryState state, string? message, string? error) =>
        SaveAsync([.. rows.Select(row => row with { State = state, MessageId = message ?? row.MessageId, Error = error, Finished = store.Now })], CancellationToken.None);

    private async Task SaveAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
    {
        await store.SaveDeliveriesAsync(rows, cancellationToken);
        outbox.Update(rows);
    }

    private async Task LoseAsync(PlaceId id, string reason)
    {
        LogGone(id, reason);
        if (subscriptions.Find(id) is { } place)
        {
            var gone = place with { Gone = new GonePlace(store.Now, reason) };
            await store.SavePlaceAsync(gone, CancellationToken.None);
            subscriptions.Put(gone);
        }
    }

    private async Task MoveAsync(PlaceId from, PlaceId to)
    {
        LogMoved(from, to);
        var moved = await store.MovePlaceAsync(from, to, CancellationToken.None);
        subscriptions.Remove(from);
        subscriptions.Load(moved.Subscriptions);
        outbox.Remove(from);
        outbox.Enqueue(moved.Deliveries);
    }

    private static TimeSpan BackOff(int attempts)
    {
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Clamp(attempts, 0, 10)));
        return attempts == 0 ? TimeSpan.Zero : wait < LongestBackOff ? wait : LongestBackOff;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending to {Place} failed; it is tried again in a while")]
    private partial void LogFailure(Exception e, PlaceId place);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message to {Place} was refused for good: {Reason}")]
    private partial void LogRejected(PlaceId place, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Place} cannot be reached any more ({Reason}); it is kept for its return")]
    private partial void LogGone(PlaceId place, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{From} goes on as {To}")]
    private partial void LogMoved(PlaceId from, PlaceId to);
}
