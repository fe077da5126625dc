using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>When to look at which place, the earliest first. Only its lane uses it.</summary>
internal sealed class LookQueue
{
    private readonly PriorityQueue<PlaceId, DateTimeOffset> _looks = new();

    // Touched while in flight: the send may have read the rows before.
    private readonly HashSet<PlaceId> _again = [];

    public void Add(PlaceId place, DateTimeOffset at) => _looks.Enqueue(place, at);

    public bool TryPeek(out PlaceId place, out DateTimeOffset at) => _looks.TryPeek(out place, out at);

    public void Dequeue() => _looks.Dequeue();

    /// <summary>The place is looked at once what is being sent to it has ended.</summary>
    public void Postpone(PlaceId place) => _again.Add(place);

    /// <summary>A send to the place has ended.</summary>
    /// <param name="at">When it wants to be looked at again by itself, or null.</param>
    public void AddAgain(PlaceId place, DateTimeOffset? at, DateTimeOffset now)
    {
        if (at is { } known)
        {
            Add(place, known);
        }

        if (_again.Remove(place))
        {
            Add(place, now);
        }
    }
}
