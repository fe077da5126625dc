using Microsoft.Extensions.Logging;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>Sends the next answer of a place. What was proven not delivered is tried again for <see cref="Patience"/>, an outcome the platform left open once more; then whoever waits is told what came of it.</summary>
internal sealed partial class ReplySender(ReplyQueue replies, MessageSender sender, SendPace pace, INewsStore store, ILogger logger)
{
    /// <summary>After that long nobody waits for an answer any more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private const int MostTries = 20;
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(1);

    /// <summary>Returns when to look at the place's answers again, or null when a new one tells.</summary>
    /// <param name="abandon">Ends a send that has begun.</param>
    public async Task<DateTimeOffset?> SendNextAsync(PlaceId place, CancellationToken abandon)
    {
        if (replies.First(place) is not { } reply)
        {
            return null;
        }

        if (reply.MovesTo is { } moved)
        {
            replies.Remove(place);
            await MoveAsync(place, moved);
            reply.Done.TrySetResult(new SendResult.PlaceMoved(moved));
            return store.Now;
        }

        if (pace.Take(place, store.Now, isReply: true) is var next && next > store.Now)
        {
            return next;
        }

        var result = await SendAsync(reply, place, abandon);
        if (result is SendResult.PlaceMoved(var to) && reply.Tries.Count < MostTries)
        {
            await MoveAsync(place, to);
            return store.Now;
        }

        if (AgainAt(reply, result) is { } again)
        {
            return again;
        }

        if ((result is SendResult.PlaceGone(var reason) ? reason : (result as SendResult.Sent)?.Lost) is { } lost)
        {
            await sender.LoseAsync(place, lost);
        }

        replies.Remove(place);
        reply.Done.TrySetResult(result);
        return store.Now;
    }

    private async Task<SendResult> SendAsync(PendingReply reply, PlaceId place, CancellationToken abandon)
    {
        reply.Tries.Count++;
        try
        {
            return await reply.Send(place, abandon);
        }
        catch (Exception e) when (e is not OperationCanceledException || !abandon.IsCancellationRequested)
        {
            LogFailure(e, place);
            return new SendResult.Rejected(e.GetType().Name);
        }
    }

    /// <summary>When the answer is to be tried again; null when this was its end.</summary>
    private DateTimeOffset? AgainAt(PendingReply reply, SendResult result)
    {
        var now = store.Now;
        switch (result)
        {
            case SendResult.RetryAfter(var delay, var isForAll):
                var wait = delay > TimeSpan.Zero ? delay : BackOff(reply.Tries.Count);
                pace.Refuse(reply.Place, isForAll, now, wait, isNamed: delay > TimeSpan.Zero);
                return now + wait <= reply.Asked + Patience && reply.Tries.Count < MostTries ? now + wait : null;
            case SendResult.Unknown when reply.Tries.Unknown++ == 0:
                return now + BackOff(reply.Tries.Count);
            default:
                return null;
        }
    }

    private async Task MoveAsync(PlaceId from, PlaceId to)
    {
        await sender.MoveAsync(from, to);
        replies.Move(from, to);
    }

    private static TimeSpan BackOff(int tries)
    {
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Clamp(tries, 0, 10)));
        return wait < LongestBackOff ? wait : LongestBackOff;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An answer to {Place} could not be sent")]
    private partial void LogFailure(Exception e, PlaceId place);
}
