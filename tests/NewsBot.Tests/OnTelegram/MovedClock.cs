namespace NewsBot.Tests.OnTelegram;

/// <summary>A clock that runs as fast as the real one and stands elsewhere. Timers are the real ones.</summary>
internal sealed class MovedClock(TimeSpan by) : TimeProvider
{
    private long _ticks = by.Ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _ticks));

    /// <summary>Sets it so much further.</summary>
    public void Move(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
