namespace NewsBot.Simulation;

/// <summary>The clock as one life of the program sees it: when the program dies its timers are gone, so that nothing of it wakes again and nothing need be cancelled.</summary>
internal sealed class ProcessTime(TimeProvider world) : TimeProvider
{
    private readonly HashSet<Mortal> _timers = [];
    private bool _isDead;

    public override TimeZoneInfo LocalTimeZone => world.LocalTimeZone;

    public override long TimestampFrequency => world.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => world.GetUtcNow();

    public override long GetTimestamp() => world.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Mortal(this, world.CreateTimer(callback, state, _isDead ? Timeout.InfiniteTimeSpan : dueTime, period));
        _timers.Add(timer);
        return timer;
    }

    public void Die()
    {
        _isDead = true;
        foreach (var timer in _timers.ToList())
        {
            timer.Dispose();
        }
    }

    private sealed class Mortal(ProcessTime time, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => !time._isDead && timer.Change(dueTime, period);

        public void Dispose()
        {
            time._timers.Remove(this);
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
