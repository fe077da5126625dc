using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>The open rows of the outbox in memory, a queue per place in id order. The store holds the truth; this mirror is loaded at start. Thread-safe.</summary>
public sealed class Outbox
{
    private readonly Lock _gate = new();
    private readonly Dictionary<PlaceId, SortedDictionary<long, OutboxRow>> _queues = [];
    private readonly Dictionary<string, Touched> _touched = new(StringComparer.Ordinal);
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Enqueue(IReadOnlyList<OutboxRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        lock (_gate)
        {
            foreach (var row in rows)
            {
                if (!_queues.TryGetValue(row.Place, out var queue))
                {
                    _queues[row.Place] = queue = [];
                }

                _count += queue.TryAdd(row.Id.Value, row) ? 1 : 0;
                TouchedOf(row.Place.Platform).Places.Add(row.Place);
            }
        }

        foreach (var platform in rows.Select(row => row.Place.Platform).Distinct(StringComparer.Ordinal))
        {
            Signal(platform);
        }
    }

    /// <summary>The open rows of a place, oldest first.</summary>
    public IReadOnlyList<OutboxRow> Of(PlaceId place)
    {
        lock (_gate)
        {
            return _queues.TryGetValue(place, out var queue) ? [.. queue.Values] : [];
        }
    }

    /// <summary>Makes the lane look at the place again, as after it came back or its settings changed.</summary>
    public void Touch(PlaceId place)
    {
        lock (_gate)
        {
            TouchedOf(place.Platform).Places.Add(place);
        }

        Signal(place.Platform);
    }

    /// <summary>Makes the lane look at every place of the platform, as at its start.</summary>
    public void TouchAll(string platform)
    {
        lock (_gate)
        {
            TouchedOf(platform).Places.UnionWith(_queues.Keys.Where(place => place.Platform == platform));
        }

        Signal(platform);
    }

    /// <summary>The places touched since the last call.</summary>
    public IReadOnlyList<PlaceId> TakeTouched(string platform)
    {
        lock (_gate)
        {
            var places = TouchedOf(platform).Places;
            var taken = places.ToList();
            places.Clear();
            return taken;
        }
    }

    /// <summary>Takes over what was stored: open rows replace the ones held, finished ones leave.</summary>
    public void Update(IReadOnlyList<OutboxRow> rows)
    {
        lock (_gate)
        {
            foreach (var row in rows)
            {
                if (!_queues.TryGetValue(row.Place, out var queue) || !queue.ContainsKey(row.Id.Value))
                {
                    continue;
                }

                if (row.IsOpen)
                {
                    queue[row.Id.Value] = row;
                    continue;
                }

                queue.Remove(row.Id.Value);
                _count--;
                if (queue.Count == 0)
                {
                    _queues.Remove(row.Place);
                }
            }
        }
    }

    /// <summary>Forgets a place that was deleted.</summary>
    public void Remove(PlaceId place)
    {
        lock (_gate)
        {
            if (_queues.Remove(place, out var queue))
            {
                _count -= queue.Count;
            }
        }
    }

    /// <summary>Completes when a place of the platform was touched or the time is up.</summary>
    public async Task WaitAsync(string platform, TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            changed = TouchedOf(platform).Changed;
        }

        await using var timer = time.CreateTimer(static state => ((TaskCompletionSource)state!).TrySetResult(), changed, atMost, Timeout.InfiniteTimeSpan);
        await using var stop = cancellationToken.UnsafeRegister(static state => ((TaskCompletionSource)state!).TrySetResult(), changed);
        await changed.Task;
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            TouchedOf(platform).Rearm();
        }
    }

    /// <summary>Wakes the platform's lane without touching a place, as when one of its sends has ended.</summary>
    public void Signal(string platform)
    {
        lock (_gate)
        {
            // One waiting signal is enough: the lane looks at everything that was touched.
            TouchedOf(platform).Changed.TrySetResult();
        }
    }

    private Touched TouchedOf(string platform)
    {
        if (!_touched.TryGetValue(platform, out var touched))
        {
            _touched[platform] = touched = new Touched();
        }

        return touched;
    }

    private sealed class Touched
    {
        public HashSet<PlaceId> Places { get; } = [];

        public TaskCompletionSource Changed { get; private set; } = NewSignal();

        /// <summary>The next wait ends with the next signal; the one that ended this wait is used up.</summary>
        public void Rearm()
        {
            if (Changed.Task.IsCompleted)
            {
                Changed = NewSignal();
            }
        }

        private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
