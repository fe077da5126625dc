namespace NewsBot.Discord.Rest;

/// <summary>The calls left in one window of one bucket. Knows nothing until the first answer and lets one call out until then. Not thread-safe.</summary>
internal sealed class RateBucket
{
    /// <summary>Added to every reset, as clocks of two machines differ in speed and answers take their way.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(50);

    private bool _isLearned;
    private int _limit;
    private int _remaining;
    private TimeSpan _length = TimeSpan.FromSeconds(5);
    private TimeSpan? _resetAt;

    public int InFlight { get; private set; }

    public TimeSpan LastUsed { get; private set; }

    /// <summary>Until when Discord asked to wait, whatever the window says.</summary>
    public TimeSpan HeldUntil { get; private set; }

    public bool IsUnlimited { get; private set; }

    /// <summary>When the next call may go; null when that depends on an answer that is still out.</summary>
    public TimeSpan? OpensAt(TimeSpan now)
    {
        Refill(now);
        if (HeldUntil > now)
        {
            return HeldUntil;
        }

        if (IsUnlimited)
        {
            return now;
        }

        if (!_isLearned)
        {
            return InFlight == 0 ? now : null;
        }

        return _remaining > InFlight ? now : _resetAt;
    }

    public void Take(TimeSpan now)
    {
        InFlight++;
        LastUsed = now;
    }

    public void Release() => InFlight--;

    /// <summary>A call whose answer was lost may have counted.</summary>
    public void CountLost(TimeSpan now)
    {
        _remaining = Math.Max(0, _remaining - 1);
        _resetAt ??= now + _length;
    }

    public void Hold(TimeSpan until)
    {
        if (until > HeldUntil)
        {
            HeldUntil = until;
        }
    }

    public void Unlimit() => IsUnlimited = !_isLearned;

    /// <summary>Answers may overtake each other: within a window the least counts, and what a past window says is dropped.</summary>
    public void Learn(RateWindow window, TimeSpan now)
    {
        LastUsed = now;
        IsUnlimited = false;
        var resetAt = now + window.ResetAfter + Margin;
        if (_isLearned && _resetAt is { } known && resetAt < known - (_length / 2))
        {
            return;
        }

        var isSameWindow = _isLearned && (_resetAt is null || resetAt <= _resetAt + (_length / 2));
        _remaining = isSameWindow ? Math.Min(_remaining, window.Remaining) : window.Remaining;
        _resetAt = isSameWindow && _resetAt > resetAt ? _resetAt : resetAt;
        _length = isSameWindow && _length > window.ResetAfter ? _length : window.ResetAfter;
        _limit = Math.Max(1, window.Limit);
        _isLearned = true;
    }

    private void Refill(TimeSpan now)
    {
        if (_resetAt <= now)
        {
            _remaining = _limit;
            _resetAt = null;
        }
    }
}
