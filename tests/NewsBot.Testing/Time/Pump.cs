using System.Collections.Concurrent;
using System.Diagnostics;

namespace NewsBot.Testing.Time;

/// <summary>Runs what is posted to it on one thread, and knows when nothing is pending: neither here nor on the thread pool, where parts of the runtime (SemaphoreSlim, ConfigureAwait(false)) continue for a moment.</summary>
internal sealed class Pump : SynchronizationContext
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>From when on a busy thread without progress counts as one of the test runner: soon before the work has begun, late afterwards, when it may be the work's own.</summary>
    private static readonly TimeSpan SettlingFirst = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(250);
    private readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> _posted = [];
    private readonly bool _usesPool;
    private readonly long _started = Stopwatch.GetTimestamp();
    private int _usuallyBusy;

    public Pump(bool usesPool)
    {
        _usesPool = usesPool;
        if (usesPool)
        {
            PoolIsQuiet(SettlingFirst);
        }
    }

    public override void Post(SendOrPostCallback d, object? state) => _posted.Enqueue((d, state));

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Nothing may block on the thread that drives virtual time.");

    /// <summary>Runs everything until nothing is pending.</summary>
    public void Drain()
    {
        do
        {
            while (_posted.TryDequeue(out var work))
            {
                work.Callback(work.State);
                if (Stopwatch.GetElapsedTime(_started) > Longest)
                {
                    throw new TimeoutException("The work runs in circles while the clock stands still, or is too much for a test.");
                }
            }
        }
        while (_usesPool && !PoolIsQuiet(Settling));
    }

    /// <summary>Waits a moment of real time for work from outside; false when none came.</summary>
    public bool WaitForWork()
    {
        var since = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(since) < Patience)
        {
            if (_posted.TryDequeue(out var work))
            {
                work.Callback(work.State);
                return true;
            }

            Thread.Sleep(1);
        }

        return false;
    }

    /// <summary>Quiet: no item is queued and no more threads are busy than usual. Threads that stay busy without any progress belong to the test runner and become the usual.</summary>
    private bool PoolIsQuiet(TimeSpan settling)
    {
        var since = Stopwatch.GetTimestamp();
        var (busy, done) = (Busy(), ThreadPool.CompletedWorkItemCount);
        while (_posted.IsEmpty)
        {
            if (ThreadPool.PendingWorkItemCount == 0 && busy <= _usuallyBusy && Busy() == busy && ThreadPool.PendingWorkItemCount == 0)
            {
                _usuallyBusy = busy;
                return _posted.IsEmpty;
            }

            Thread.Yield();
            var (busyNow, doneNow) = (Busy(), ThreadPool.CompletedWorkItemCount);
            if (busyNow != busy || doneNow != done)
            {
                (busy, done, since) = (busyNow, doneNow, Stopwatch.GetTimestamp());
            }
            else if (Stopwatch.GetElapsedTime(since) > settling && ThreadPool.PendingWorkItemCount == 0)
            {
                _usuallyBusy = busy;
                return _posted.IsEmpty;
            }
        }

        return false;
    }

    private static int Busy()
    {
        ThreadPool.GetMaxThreads(out var most, out _);
        ThreadPool.GetAvailableThreads(out var idle, out _);
        return most - idle;
    }
}
