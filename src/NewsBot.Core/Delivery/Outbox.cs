using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>The open rows of the outbox in memory, a queue per place in id order. The store holds the truth; this mirror is loaded at start. Thread-safe.</summary>
public sealed class Outbox : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<PlaceId, LinkedList<OutboxRow>> _queues = [];
    private readonly SemaphoreSlim _changed = new(0);

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _queues.Values.Sum(queue => queue.Count);
            }
        }
    }

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
                    _queues[row.Place] = queue = new();
                }

                queue.AddLast(row);
            }
        }

        Wake();
    }

    /// <summary>The open rows of a place, oldest first.</summary>
    public IReadOnlyList<OutboxRow> Of(PlaceId place)
    {
        lock (_gate)
        {
            return _queues.TryGetValue(place, out var queue) ? [.. queue] : [];
        }
    }

    /// <summary>Places of the platform that have open rows.</summary>
    public IReadOnlyList<PlaceId> Waiting(string platform)
    {
        lock (_gate)
        {
            return [.. _queues.Where(pair => pair.Value.Count > 0 && pair.Key.Platform == platform).Select(pair => pair.Key)];
        }
    }

    /// <summary>Forgets rows that are finished.</summary>
    public void Remove(IReadOnlyList<OutboxRow> rows)
    {
        lock (_gate)
        {
            foreach (var row in rows)
            {
                if (_queues.TryGetValue(row.Place, out var queue) && queue.FirstOrDefault(open => open.Id == row.Id) is { } found)
                {
                    queue.Remove(found);
                }
            }
        }
    }

    /// <summary>Makes a waiting lane look again, as after a place came back.</summary>
    public void Wake() => _changed.Release();

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await _changed.WaitAsync(cancellationToken);
        while (await _changed.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
        }
    }

    public void Dispose() => _changed.Dispose();
}
