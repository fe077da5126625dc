using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>When to look at which place. Of those whose time has come whoever has waited longest goes first. A place has one look at a time, the earliest that was asked for. Only its lane uses it.</summary>
internal sealed class LookQueue
{
    private readonly PriorityQueue<PlaceId, (DateTimeOffset At, long Order)> _later = new();
    private readonly PriorityQueue<PlaceId, (DateTimeOffset Since, long Order)> _due = new();
    private readonly Dictionary<PlaceId, Look> _looks = [];

    // Touched while in flight: the send may have read the rows before.
    private readonly HashSet<PlaceId> _again = [];
    private long _order;

    /// <param name="since">When the place began to wait for its turn; earlier for a head start.</param>
    public void Add(PlaceId place, DateTimeOffset at, DateTimeOffset since)
    {
        var isKnown = _looks.TryGetValue(place, out var known);
        if (isKnown && (known.IsDue || known.At <= at))
        {
            return;
        }

        _looks[place] = new Look(at, isKnown && known.Since < since ? known.Since : since, IsDue: false);
        _later.Enqueue(place, (at, _order++));
    }

    /// <summary>The place that is to be looked at first, and when: not after <paramref name="now"/> when its time has come.</summary>
    public bool TryPeek(DateTimeOffset now, out PlaceId place, out DateTimeOffset at)
    {
        while (_later.TryPeek(out var next, out var look) && (look.At <= now || IsStale(next, look.At)))
        {
            _later.Dequeue();
            if (!IsStale(next, look.At))
            {
                _looks[next] = _looks[next] with { IsDue = true };
                _due.Enqueue(next, (_looks[next].Since, _order++));
            }
        }

        at = now;
        if (_due.TryPeek(out place, out _))
        {
            return true;
        }

        var isLater = _later.TryPeek(out place, out var later);
        at = later.At;
        return isLater;
    }

    /// <summary>Takes off the place whose time has come.</summary>
    /// <returns>Since when it has waited.</returns>
    public DateTimeOffset Dequeue()
    {
        _looks.Remove(_due.Dequeue(), out var look);
        return look.Since;
    }

    /// <summary>The place is looked at once what is being sent to it has ended.</summary>
    public void Postpone(PlaceId place) => _again.Add(place);

    /// <summary>A send to the place has ended.</summary>
    /// <param name="at">When it wants to be looked at again by itself, or null.</param>
    /// <param name="since">When it begins to wait for its next turn.</param>
    public void AddAgain(PlaceId place, DateTimeOffset? at, DateTimeOffset since, DateTimeOffset now)
    {
        if (at is { } known)
        {
            Add(place, known, since);
        }

        if (_again.Remove(place))
        {
            Add(place, now, since);
        }
    }

    /// <summary>True when an earlier look was asked for meanwhile.</summary>
    private bool IsStale(PlaceId place, DateTimeOffset at) => !_looks.TryGetValue(place, out var look) || look.IsDue || look.At != at;

    private readonly record struct Look(DateTimeOffset At, DateTimeOffset Since, bool IsDue);
}
