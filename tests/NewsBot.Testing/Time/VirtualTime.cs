namespace NewsBot.Testing.Time;

/// <summary>
/// A clock that stands still while there is work and jumps to the next timer when nothing is pending, so that a week passes in seconds. Never meets real sockets or the store's writer thread: what they do is no pending work to it.
/// <code>
/// VirtualTime.Run(async time =>
/// {
///     await Task.Delay(TimeSpan.FromDays(7), time);
/// });
/// </code>
/// Everything runs on the thread that called <see cref="Run"/>; tests that use it belong in a collection without parallel tests, as pool threads that are busy with other tests look like pending work and make it slow.
/// </summary>
public sealed class VirtualTime : TimeProvider
{
    private static readonly DateTimeOffset DefaultStart = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private readonly Lock _lock = new();
    private readonly PriorityQueue<VirtualTimer, (DateTimeOffset Due, long Order)> _timers = new();
    private DateTimeOffset _now;
    private long _order;

    private VirtualTime(DateTimeOffset start) => _now = start;

    /// <summary>Jumps so far.</summary>
    public int Jumps { get; private set; }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Runs the work to its end in virtual time and rethrows what it throws. Fails when the work waits for something that no timer will bring.</summary>
    /// <param name="usesPool">False promises that nothing of the work ever continues on the thread pool (contended semaphores, WhenAny over asynchronous completions): then nothing is waited for and many runs may go on at once.</param>
    public static void Run(Func<VirtualTime, Task> work, DateTimeOffset? start = null, bool usesPool = true)
    {
        var time = new VirtualTime(start ?? DefaultStart);
        var before = SynchronizationContext.Current;
        var pump = new Pump(usesPool);
        SynchronizationContext.SetSynchronizationContext(pump);
        try
        {
            var running = work(time);
            pump.Drain();
            while (!running.IsCompleted)
            {
                if (!time.Jump() && !running.IsCompleted && !pump.WaitForWork())
                {
                    throw new InvalidOperationException("The work waits for something, but nothing is pending and no timer is set.");
                }

                pump.Drain();
            }

            running.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal DateTimeOffset Schedule(VirtualTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            var due = _now + dueTime;
            _timers.Enqueue(timer, (due, _order++));
            return due;
        }
    }

    /// <summary>Moves to the earliest timer and fires it; false when there is none.</summary>
    private bool Jump()
    {
        VirtualTimer? timer;
        (DateTimeOffset Due, long Order) at;
        lock (_lock)
        {
            do
            {
                if (!_timers.TryDequeue(out timer, out at))
                {
                    return false;
                }
            }
            while (!timer.IsDueAt(at.Due));

            _now = at.Due > _now ? at.Due : _now;
            Jumps++;
        }

        timer.Fire();
        return true;
    }
}
