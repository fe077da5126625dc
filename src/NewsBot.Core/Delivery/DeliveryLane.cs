using Microsoft.Extensions.Logging;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>
/// The only sender of one token. Marks a row as sending on disk before it sends, keeps the order of a place with at most one message of it in flight, obeys the platform's pace, retries what was proven not delivered and resends an unknown outcome once.
/// </summary>
public sealed class DeliveryLane(
    IMessenger messenger, PostBuilder posts, DeliveryLimits limits, INewsStore store, Outbox outbox, SubscriptionRegistry subscriptions, TimeProvider time, ILogger<DeliveryLane> logger)
{
    /// <summary>Places that are sent to at the same time.</summary>
    public const int Parallel = 8;

    /// <summary>How long a stop waits for what is being sent; what then is not done has an unknown outcome.</summary>
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(6);
    // Timers do not notice that the clock was set or the machine slept.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(5);

    private readonly SendPace _pace = messenger.OpenPace();
    private readonly PriorityQueue<PlaceId, DateTimeOffset> _looks = new();
    private readonly Dictionary<PlaceId, Task<DateTimeOffset?>> _inFlight = [];

    // Touched while in flight: the send may have read the rows before.
    private readonly HashSet<PlaceId> _again = [];

    /// <summary>Sends until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var abandon = new CancellationTokenSource();
        var sender = new MessageSender(messenger, posts, limits, _pace, store, outbox, subscriptions, logger);
        outbox.TouchAll(messenger.Platform);
        try
        {
            while (true)
            {
                await GatherAsync();
                var wake = StartDue(sender, cancellationToken, abandon.Token);
                var wait = wake - store.Now;
                await outbox.WaitAsync(messenger.Platform, wait < LongestSleep ? (wait > TimeSpan.Zero ? wait : TimeSpan.Zero) : LongestSleep, time, cancellationToken);
            }
        }
        finally
        {
            // What is being sent is waited for: its outcome must be stored.
            var sends = Task.WhenAll(_inFlight.Values).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            await Task.WhenAny(sends, Task.Delay(DrainTime, time, CancellationToken.None));
            await abandon.CancelAsync();
            await sends;
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

            if (_again.Remove(place))
            {
                _looks.Enqueue(place, now);
            }
        }
    }

    /// <summary>Starts what is due and returns when to look again.</summary>
    private DateTimeOffset StartDue(MessageSender sender, CancellationToken stop, CancellationToken abandon)
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
                _again.Add(place);
                continue;
            }

            if (_pace.NextFor(place, now) is var next && next > now)
            {
                _looks.Enqueue(place, next);
                continue;
            }

            _inFlight[place] = SendNextAsync(sender, place, stop, abandon);
        }

        return DateTimeOffset.MaxValue;
    }

    private async Task<DateTimeOffset?> SendNextAsync(MessageSender sender, PlaceId place, CancellationToken stop, CancellationToken abandon)
    {
        await Task.Yield();
        try
        {
            return await sender.SendNextAsync(place, stop, abandon);
        }
        finally
        {
            outbox.Signal(messenger.Platform);
        }
    }
}
