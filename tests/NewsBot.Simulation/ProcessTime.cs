namespace NewsBot.Simulation;

/// <summary>The clock as one life of the program sees it: when the program dies its timers do nothing more, so that nothing of it wakes again and nothing need be cancelled.</summary>
internal sealed class ProcessTime(TimeProvider world) : TimeProvider
{
    private bool _isDead;

    public override TimeZoneInfo LocalTimeZone => world.LocalTimeZone;

    public override long TimestampFrequency => world.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => world.GetUtcNow();

    public override long GetTimestamp() => world.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        world.CreateTimer(static held => ((Mortal)held!).Fire(), new Mortal(this, callback, state), _isDead ? Timeout.InfiniteTimeSpan : dueTime, period);

    public void Die() => _isDead = true;

    private sealed class Mortal(ProcessTime time, TimerCallback callback, object? state)
    {
        public void Fire()
        {
            if (!time._isDead)
            {
                callback(state);
            }
        }
    }
}
