namespace NewsBot.Discord.Rest;

/// <summary>
/// Counts the answers that lead to a ban of the address: 10,000 of 401, 403 and 429 in 10 minutes (docs.discord.com/developers/topics/rate-limits, "Invalid Request Limit").
/// Warns at 500, stops what nobody waits for at 5,000. Not thread-safe.
/// </summary>
internal sealed class InvalidRequests
{
    public const int WarnAt = 500;
    public const int StopAt = 5_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan SlotLength = TimeSpan.FromSeconds(10);
    private readonly Queue<(TimeSpan Start, int Count)> _slots = new();
    private (TimeSpan Start, int Count) _current;

    public int CountAt(TimeSpan now)
    {
        while (_slots.TryPeek(out var oldest) && oldest.Start + SlotLength <= now - Window)
        {
            _slots.Dequeue();
        }

        return _slots.Sum(slot => slot.Count) + (_current.Start + SlotLength > now - Window ? _current.Count : 0);
    }

    /// <summary>True when this one reached the number at which to warn.</summary>
    public bool Add(TimeSpan now)
    {
        if (now - _current.Start >= SlotLength)
        {
            _slots.Enqueue(_current);
            _current = (now, 0);
        }

        _current.Count++;
        return CountAt(now) == WarnAt;
    }

    /// <summary>When calls that nobody waits for may go again.</summary>
    public TimeSpan OpensAt(TimeSpan now)
    {
        var count = _current.Count == 0 && _slots.Count == 0 ? 0 : CountAt(now);
        if (count < StopAt)
        {
            return now;
        }

        foreach (var slot in _slots)
        {
            count -= slot.Count;
            if (count < StopAt)
            {
                return slot.Start + SlotLength + Window;
            }
        }

        return _current.Start + SlotLength + Window;
    }
}
