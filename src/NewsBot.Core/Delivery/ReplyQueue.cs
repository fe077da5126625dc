using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>Answers that wait to be sent, in order for each place; the inbox is what makes them durable. Thread-safe.</summary>
internal sealed class ReplyQueue
{
    private const int MostWaiting = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<PlaceId, Queue<PendingReply>> _waiting = [];
    private readonly HashSet<PlaceId> _touched = [];
    private int _count;
    private bool _isClosed;

    /// <summary>False when too many wait or the lane has stopped.</summary>
    public bool TryAdd(PendingReply reply)
    {
        lock (_gate)
        {
            if (_isClosed || _count >= MostWaiting)
            {
                return false;
            }

            _count++;
            Put(reply);
            return true;
        }
    }

    /// <summary>The places that got an answer since the last call.</summary>
    public IReadOnlyList<PlaceId> TakeTouched()
    {
        lock (_gate)
        {
            var taken = _touched.ToList();
            _touched.Clear();
            return taken;
        }
    }

    /// <summary>The first answer for the place that somebody still waits for; it stays until it is removed.</summary>
    public PendingReply? First(PlaceId place)
    {
        lock (_gate)
        {
            while (_waiting.TryGetValue(place, out var queue) && queue.TryPeek(out var reply))
            {
                if (!reply.IsGivenUp)
                {
                    return reply;
                }

                TakeFirst(place, queue);
            }

            return null;
        }
    }

    /// <summary>Takes off the first answer of the place.</summary>
    public void Remove(PlaceId place)
    {
        lock (_gate)
        {
            if (_waiting.TryGetValue(place, out var queue))
            {
                TakeFirst(place, queue);
            }
        }
    }

    /// <summary>What waits for a place goes to its new id.</summary>
    public void Move(PlaceId from, PlaceId to)
    {
        lock (_gate)
        {
            if (_waiting.Remove(from, out var queue))
            {
                foreach (var reply in queue)
                {
                    Put(reply with { Place = to });
                }
            }
        }
    }

    public void Open()
    {
        lock (_gate)
        {
            _isClosed = false;
        }
    }

    /// <summary>Gives up what waits and takes nothing more.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            foreach (var reply in _waiting.Values.SelectMany(queue => queue))
            {
                reply.Done.TrySetCanceled(reply.Cancellation);
            }

            _waiting.Clear();
            _count = 0;
        }
    }

    private void Put(PendingReply reply)
    {
        if (!_waiting.TryGetValue(reply.Place, out var queue))
        {
            _waiting[reply.Place] = queue = new Queue<PendingReply>();
        }

        queue.Enqueue(reply);
        _touched.Add(reply.Place);
    }

    private void TakeFirst(PlaceId place, Queue<PendingReply> queue)
    {
        queue.Dequeue();
        _count--;
        if (queue.Count == 0)
        {
            _waiting.Remove(place);
        }
    }
}

/// <summary>One answer on its way.</summary>
/// <param name="Send">Sends it once to the place that is given and reports.</param>
/// <param name="Asked">When it was handed over.</param>
internal sealed record PendingReply(PlaceId Place, Func<PlaceId, CancellationToken, Task<SendResult>> Send, DateTimeOffset Asked, CancellationToken Cancellation)
{
    /// <summary>For a place that goes on under another id: that id; nothing is sent then.</summary>
    public PlaceId? MovesTo { get; init; }

    public TaskCompletionSource<SendResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How often it was tried.</summary>
    public ReplyTries Tries { get; } = new();

    /// <summary>True when nobody waits for it any more.</summary>
    public bool IsGivenUp => Cancellation.IsCancellationRequested || Done.Task.IsCompleted;
}

/// <summary>Counts the tries of one answer; only the lane does.</summary>
internal sealed class ReplyTries
{
    public int Count { get; set; }

    /// <summary>How often the platform left open whether it arrived.</summary>
    public int Unknown { get; set; }
}
