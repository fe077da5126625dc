namespace NewsBot.Testing.Time;

/// <summary>A timer of <see cref="VirtualTime"/>; fires on the thread that drives the clock.</summary>
internal sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state) : ITimer
{
    private readonly Lock _lock = new();
    private DateTimeOffset? _due;
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private bool _disposed;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            if (_disposed)
            {
                return false;
            }

            _period = period;
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : time.Schedule(this, dueTime);
            return true;
        }
    }

    public bool IsDueAt(DateTimeOffset due)
    {
        lock (_lock)
        {
            return _due == due;
        }
    }

    public void Fire()
    {
        lock (_lock)
        {
            var repeats = _period > TimeSpan.Zero;
            _due = repeats ? time.Schedule(this, _period) : null;
        }

        callback(state);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _due = null;
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
