using Microsoft.Extensions.Logging;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>
/// Sends the next message of a place: marks its rows as sending on disk before it sends and records what came of it. What was proven not delivered is tried again; an outcome the platform left open is sent once more, as it was.
/// </summary>
internal sealed partial class MessageSender(IMessenger messenger, PostBuilder posts, DeliveryLimits limits, SendPace pace, PlaceReach reach, VolumeWatch volume, INewsStore store, Outbox outbox, SubscriptionRegistry subscriptions, ILogger logger)
{
    private const int MostResends = 1;

    // A message that ends the process each time it is sent must not do so for ever.
    private const int MostInterruptions = 30;
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(5);

    /// <summary>Returns when to look at the place again, or null when only a change can bring something.</summary>
    /// <param name="stop">Keeps a send from beginning.</param>
    /// <param name="abandon">Ends a send that has begun.</param>
    public async Task<DateTimeOffset?> SendNextAsync(PlaceId place, CancellationToken stop, CancellationToken abandon)
    {
        try
        {
            if (subscriptions.Find(place) is not { } known || subscriptions.Find(known.Home) is not { } home || outbox.Of(place) is not { Count: > 0 } rows)
            {
                return null;
            }

            if (known.Id != place)
            {
                // Planned for the id that the place had when the article came.
                await MoveAsync(place, known.Id);
                return null;
            }

            var state = new PlaceDeliveries(home, known, rows, row => subscriptions.Find(row.Subscription)?.Pause, await limits.LimitsAsync(home, known, rows, stop));
            return DeliveryChooser.Choose(state, store.Now) switch
            {
                DeliveryChoice.Wait(var until) => until,
                DeliveryChoice.Edit(var row) => await EditAsync(row, stop, abandon),
                DeliveryChoice.Alert(var chosen, var isSilent) => await SendAsync(chosen, await posts.AlertAsync(home, known, chosen, isSilent, stop), stop, abandon),
                DeliveryChoice.Digest(var chosen) => await SendAsync(chosen, await posts.DigestAsync(home, known, chosen, stop), stop, abandon),
                DeliveryChoice.Notice(var chosen) => await SendAsync(chosen, await posts.NoticeAsync(home, known, chosen, stop), stop, abandon),
                DeliveryChoice.Question(var row) => await SendAsync([row], await posts.QuestionAsync(home, row, stop), stop, abandon),
                var other => throw new InvalidOperationException($"Unknown choice {other.GetType().Name}."),
            };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailure(e, place);
            return store.Now + LongestBackOff;
        }
    }

    private async Task<DateTimeOffset?> SendAsync(IReadOnlyList<OutboxRow> rows, Post? post, CancellationToken stop, CancellationToken abandon)
    {
        if (post is null)
        {
            await FinishAsync(rows, DeliveryState.Expired, null, "the article or the subscription is gone");
            return store.Now;
        }

        if (rows.Where(IsExhausted).ToList() is { Count: > 0 } exhausted)
        {
            await FinishAsync(exhausted, DeliveryState.Failed, null, "the platform never said whether it arrived");
            return store.Now;
        }

        var place = rows[0].Place;
        if (pace.Take(place, store.Now) is var next && next > store.Now)
        {
            return next;
        }

        var sending = rows.Select(row => Begun(row, rows[0].Id) with { IsOneOfMany = rows.Count > 1 }).ToList();
        await SaveAsync(sending, stop);
        return await SettleAsync(sending, rows, await messenger.SendAsync(place, post, abandon));
    }

    private static bool IsExhausted(OutboxRow row) =>
        (row.State == DeliveryState.Unknown && row.Resends >= MostResends) || (row.State == DeliveryState.Sending && row.Interruptions >= MostInterruptions);

    private static OutboxRow Begun(OutboxRow row, DeliveryId message) => row with
    {
        State = DeliveryState.Sending,
        Attempts = row.Attempts + 1,
        Message = row.Message ?? message,
        Resends = row.Resends + (row.State == DeliveryState.Unknown ? 1 : 0),
        Interruptions = row.Interruptions + (row.State == DeliveryState.Sending ? 1 : 0),
    };

    /// <summary>Records what became of a message that was sent or tried.</summary>
    /// <param name="rows">As they were while it was sent.</param>
    /// <param name="before">As they were before; they become that again when it is proven that nothing arrived.</param>
    private async Task<DateTimeOffset?> SettleAsync(IReadOnlyList<OutboxRow> rows, IReadOnlyList<OutboxRow> before, SendResult result)
    {
        var place = rows[0].Place;
        switch (result)
        {
            case SendResult.Sent sent:
                await FinishAsync(rows, DeliveryState.Sent, sent.MessageId, null);
                await NoteVolumeAsync(rows[0]);
                if (sent.Lost is { } lost)
                {
                    await LoseAsync(place, lost);
                }

                return store.Now;
            case SendResult.Rejected(var reason):
                LogRejected(place, reason);
                await FinishAsync(rows, DeliveryState.Failed, null, reason);
                return store.Now;
            case SendResult.Unknown(var reason):
                var later = store.Now + BackOff(rows[0].Attempts);
                pace.Hold(place, later);
                await SaveAsync([.. rows.Select(row => row with { State = DeliveryState.Unknown, Error = reason })], CancellationToken.None);
                return later;
            case SendResult.RetryAfter(var delay, var isForAll):

                // What the platform names holds exactly; where it names nothing the pauses grow.
                var wait = delay > TimeSpan.Zero ? delay : BackOff(Math.Max(1, rows[0].Attempts));
                pace.Refuse(place, isForAll, store.Now, wait, isNamed: delay > TimeSpan.Zero);
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

    private async Task NoteVolumeAsync(OutboxRow sent)
    {
        if (sent is { Kind: DeliveryKind.Alert, Digest: null })
        {
            await volume.NoteAsync(sent, messenger.IsBroadcast(sent.Place), CancellationToken.None);
        }
    }

    private async Task<DateTimeOffset?> EditAsync(OutboxRow row, CancellationToken stop, CancellationToken abandon)
    {
        var target = row.Target is { } id ? await store.FindDeliveryAsync(id, stop) : null;
        switch (target?.State)
        {
            case DeliveryState.Queued:
                await SaveAsync([PostBuilder.Fold(target, row), Finished(row, DeliveryState.Sent, null, null)], stop);
                return store.Now;
            case DeliveryState.Sending or DeliveryState.Unknown:
                return store.Now + TimeSpan.FromSeconds(5);
            case DeliveryState.Sent when target.IsOneOfMany || !await posts.ShowsAsync(target, row, stop):

                // A line of a roll-up cannot be changed on its own, and a name is not told twice: the article joins without a word.
                await SaveAsync([PostBuilder.Fold(target, row), Finished(row, DeliveryState.Sent, null, null)], stop);
                return store.Now;
            case DeliveryState.Sent when target.MessageId is { } message && row.Created > store.Now - StoryMessages.Window && await posts.EditAsync(target, row, stop) is { } post:
                return pace.Take(row.Place, store.Now) is var next && next > store.Now ? next : await ChangeAsync(target, row, message, post, abandon);
            default:
                await FinishAsync([row], DeliveryState.Expired, null, "the message it belongs to is gone");
                return store.Now;
        }
    }

    /// <summary>An edit may be repeated, so an unknown outcome is as good as none.</summary>
    private async Task<DateTimeOffset?> ChangeAsync(OutboxRow target, OutboxRow row, string message, Post.Alert post, CancellationToken abandon)
    {
        var result = await messenger.EditAsync(row.Place, message, post, abandon);
        if (result is SendResult.Sent)
        {
            await SaveAsync([PostBuilder.Fold(target, row), Finished(row, DeliveryState.Sent, null, null)], CancellationToken.None);
            return store.Now;
        }

        return await SettleAsync([row with { Attempts = row.Attempts + 1 }], [row], result is SendResult.Unknown ? new SendResult.RetryAfter(TimeSpan.Zero, IsForAll: false) : result);
    }

    private OutboxRow Finished(OutboxRow row, DeliveryState state, string? message, string? error) => row with { State = state, MessageId = message ?? row.MessageId, Error = error, Finished = store.Now };

    private Task FinishAsync(IReadOnlyList<OutboxRow> rows, DeliveryState state, string? message, string? error) =>
        SaveAsync([.. rows.Select(row => Finished(row, state, message, error))], CancellationToken.None);

    private async Task SaveAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
    {
        await store.SaveDeliveriesAsync(rows, cancellationToken);
        outbox.Update(rows);
    }

    /// <summary>The place cannot be reached any more; what waits for it is kept.</summary>
    public async Task LoseAsync(PlaceId place, string reason)
    {
        LogGone(place, reason);
        await reach.LostAsync(place, reason, isTold: true, CancellationToken.None);
    }

    /// <summary>The place goes on under another id, with everything that waits for it.</summary>
    public async Task MoveAsync(PlaceId from, PlaceId to)
    {
        LogMoved(from, to);
        await reach.MovedAsync(from, to, CancellationToken.None);
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
