using Microsoft.Extensions.Logging;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>
/// The only sender of one token. Answers go before alerts and digests. Keeps the order of a place with at most one message of it in flight and obeys the platform's pace. Of the outbox a row is marked as sending on disk before it is sent; what was proven not delivered is tried again, an unknown outcome is resent once.
/// </summary>
public sealed class DeliveryLane(
    IMessenger messenger, PostBuilder posts, DeliveryLimits limits, VolumeWatch volume, INewsStore store, Outbox outbox, SubscriptionRegistry subscriptions, TimeProvider time, ILogger<DeliveryLane> logger)
{
    /// <summary>Places that are sent alerts to at the same time.</summary>
    public const int Parallel = 16;

    /// <summary>Sends beyond those, for answers alone.</summary>
    private const int ParallelReplies = 4;

    /// <summary>How long a stop waits for what is being sent; what then is not done has an unknown outcome.</summary>
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(6);

    // Timers do not notice that the clock was set or the machine slept.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(5);

    private readonly SendPace _pace = messenger.OpenPace();
    private readonly ReplyQueue _replies = new();
    private readonly LookQueue _looks = new();
    private readonly LookQueue _replyLooks = new();
    private readonly Dictionary<PlaceId, Flight> _inFlight = [];

    /// <summary>Sends an answer before everything else that waits for the place, and returns what came of it. Waits out what the platform refuses for now; cancelled when the lane stops first.</summary>
    /// <param name="send">Sends one message once and reports, to the place that is given: it may have moved meanwhile.</param>
    public async Task<SendResult> SendReplyAsync(PlaceId place, Func<PlaceId, CancellationToken, Task<SendResult>> send, CancellationToken cancellationToken) =>
        await AddAsync(new PendingReply(place, send, store.Now, cancellationToken), cancellationToken);

    /// <summary>An answer to the place is being made and will be sent soon: alerts do not take the turn that it needs.</summary>
    public void ExpectReply(PlaceId place) => _pace.ExpectReply(place, store.Now);

    /// <summary>Gives everything of a place another id, while nothing is being sent to it. May be repeated.</summary>
    public async Task MoveAsync(PlaceId from, PlaceId to, CancellationToken cancellationToken) =>
        await AddAsync(new PendingReply(from, (_, _) => Task.FromResult<SendResult>(new SendResult.PlaceMoved(to)), store.Now, cancellationToken) { MovesTo = to }, cancellationToken);

    /// <summary>Sends until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var abandon = new CancellationTokenSource();
        var reach = new PlaceReach(store, subscriptions, outbox);
        var sender = new MessageSender(messenger, posts, limits, _pace, reach, volume, store, outbox, subscriptions, logger);
        var replier = new ReplySender(_replies, sender, _pace, store, logger);
        _replies.Open();
        outbox.TouchAll(messenger.Platform);
        try
        {
            while (true)
            {
                await GatherAsync();
                var replyWake = StartDue(_replyLooks, isReply: true, place => SendReplyAsync(replier, place, abandon.Token));
                var wake = StartDue(_looks, isReply: false, place => SendNextAsync(sender, place, cancellationToken, abandon.Token));
                var wait = (wake < replyWake ? wake : replyWake) - store.Now;
                await outbox.WaitAsync(messenger.Platform, wait < LongestSleep ? (wait > TimeSpan.Zero ? wait : TimeSpan.Zero) : LongestSleep, time, cancellationToken);
            }
        }
        finally
        {
            // What is being sent is waited for: its outcome must be stored.
            var sends = Task.WhenAll(_inFlight.Values.Select(flight => flight.Sending)).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            await Task.WhenAny(sends, Task.Delay(DrainTime, time, CancellationToken.None));
            await abandon.CancelAsync();
            await sends;
            _inFlight.Clear();
            _replies.Close();
        }
    }

    private async Task<SendResult> AddAsync(PendingReply reply, CancellationToken cancellationToken)
    {
        if (!_replies.TryAdd(reply))
        {
            return new SendResult.Rejected("too many answers wait");
        }

        outbox.Signal(messenger.Platform);
        return await reply.Done.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Takes in the places that were touched and the sends that ended.</summary>
    private async Task GatherAsync()
    {
        var now = store.Now;
        foreach (var place in _replies.TakeTouched())
        {
            _replyLooks.Add(place, now, now);
        }

        foreach (var place in outbox.TakeTouched(messenger.Platform))
        {
            _looks.Add(place, now, WaitsFrom(place, now));
        }

        foreach (var (place, flight) in _inFlight.Where(pair => pair.Value.Sending.IsCompleted).ToList())
        {
            _inFlight.Remove(place);
            var ended = flight.Sending.IsCompletedSuccessfully ? await flight.Sending : default;
            _looks.AddAgain(place, ended.Look, ended.Look > now ? flight.Since : WaitsFrom(place, now), now);
            _replyLooks.AddAgain(place, ended.ReplyLook, ended.ReplyLook > now ? flight.Since : now, now);
        }
    }

    /// <summary>A place of few turns has a head start over one of many: what it is not sent now it could have only much later.</summary>
    private DateTimeOffset WaitsFrom(PlaceId place, DateTimeOffset now) => now - _pace.GapOf(place);

    /// <summary>Starts what is due and returns when to look again.</summary>
    private DateTimeOffset StartDue(LookQueue looks, bool isReply, Func<PlaceId, Task<Ended>> start)
    {
        var now = store.Now;
        while (looks.TryPeek(now, out var place, out var at))
        {
            if (at > now)
            {
                return at;
            }

            if (_inFlight.Count >= Parallel + (isReply ? ParallelReplies : 0))
            {
                return DateTimeOffset.MaxValue;
            }

            // A place that moves is sent nothing, so no pace holds it.
            var isPaced = !isReply || _replies.First(place)?.MovesTo is null;
            if (isPaced && _pace.NextForAll(now, isReply) is var all && all > now)
            {
                return all;
            }

            var since = looks.Dequeue();
            if (_inFlight.ContainsKey(place))
            {
                looks.Postpone(place);
                continue;
            }

            if (isPaced && _pace.NextFor(place, now, isReply) is var next && next > now)
            {
                looks.Add(place, next, since);
                continue;
            }

            // Only after the task is complete does a look find it so.
            var sending = start(place);
            _inFlight[place] = new Flight(sending, since);
            _ = sending.ContinueWith(_ => outbox.Signal(messenger.Platform), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        return DateTimeOffset.MaxValue;
    }

    private static async Task<Ended> SendNextAsync(MessageSender sender, PlaceId place, CancellationToken stop, CancellationToken abandon)
    {
        await Task.Yield();
        return new Ended(await sender.SendNextAsync(place, stop, abandon), null);
    }

    private static async Task<Ended> SendReplyAsync(ReplySender sender, PlaceId place, CancellationToken abandon)
    {
        await Task.Yield();
        return new Ended(null, await sender.SendNextAsync(place, abandon));
    }

    /// <summary>What is being sent to a place.</summary>
    /// <param name="Since">When the place began to wait for this turn.</param>
    private readonly record struct Flight(Task<Ended> Sending, DateTimeOffset Since);

    /// <summary>When to look again for what waits at a place after a send to it ended.</summary>
    private readonly record struct Ended(DateTimeOffset? Look, DateTimeOffset? ReplyLook);
}
