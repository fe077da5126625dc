namespace NewsBot.Discord.Rest;

/// <summary>Lets calls wait for what <see cref="RateLimiter"/> decides. Thread-safe.</summary>
internal sealed class RateLimitQueue : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<RateTicket, TaskCompletionSource<Admission>> _waiting = [];
    private readonly RateLimiter _limiter;
    private readonly ClientClock _clock;
    private readonly ITimer _timer;

    public RateLimitQueue(RateLimiter limiter, ClientClock clock)
    {
        (_limiter, _clock) = (limiter, clock);
        _timer = clock.Time.CreateTimer(_ => Move(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>On the clock of the tickets' deadlines: never jumps.</summary>
    public TimeSpan Now => _clock.Now;

    public int InvalidRequests
    {
        get
        {
            lock (_lock)
            {
                return _limiter.Invalid.CountAt(Now);
            }
        }
    }

    public async Task<Admission> EnterAsync(Route route, SendPriority priority, TimeSpan deadline, RateTicket? again, CancellationToken cancellationToken)
    {
        var entered = new TaskCompletionSource<Admission>(TaskCreationOptions.RunContinuationsAsynchronously);
        RateTicket? ticket;
        lock (_lock)
        {
            ticket = _limiter.Enqueue(route, priority, deadline, again);
            if (ticket is null)
            {
                return new Admission.TooLong(TimeSpan.FromSeconds(30), IsForAll: true);
            }

            _waiting[ticket] = entered;
        }

        Move();
        await using var cancelling = cancellationToken.UnsafeRegister(_ => Withdraw(ticket, cancellationToken), null);
        return await entered.Task;
    }

    /// <summary>Every granted ticket is left exactly once. True when the invalid requests reached the number to warn at.</summary>
    public bool Leave(RateTicket ticket, RateAnswer? answer, bool neverLeft)
    {
        bool warns;
        lock (_lock)
        {
            warns = _limiter.Complete(ticket, answer, neverLeft, Now);
        }

        Move();
        return warns;
    }

    public void Dispose() => _timer.Dispose();

    private void Withdraw(RateTicket ticket, CancellationToken cancellationToken)
    {
        TaskCompletionSource<Admission>? entered;
        lock (_lock)
        {
            if (!_waiting.Remove(ticket, out entered))
            {
                return;
            }

            _limiter.Withdraw(ticket);
        }

        entered.TrySetCanceled(cancellationToken);
    }

    private void Move()
    {
        lock (_lock)
        {
            var verdict = _limiter.Advance(Now);
            foreach (var ticket in verdict.Granted)
            {
                Settle(ticket, new Admission.Granted(ticket));
            }

            foreach (var (ticket, wait, isForAll) in verdict.GivenUp)
            {
                Settle(ticket, new Admission.TooLong(wait, isForAll));
            }

            // Timers count whole milliseconds; one that fires early would only find that nothing is due.
            var dueIn = verdict.NextDue is { } due ? TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, (due - Now).TotalMilliseconds))) : Timeout.InfiniteTimeSpan;
            _timer.Change(dueIn, Timeout.InfiniteTimeSpan);
        }
    }

    private void Settle(RateTicket ticket, Admission admission)
    {
        if (_waiting.Remove(ticket, out var entered))
        {
            entered.SetResult(admission);
        }
    }
}

/// <summary>Whether a call may go.</summary>
internal abstract record Admission
{
    private Admission()
    {
    }

    public sealed record Granted(RateTicket Ticket) : Admission;

    public sealed record TooLong(TimeSpan Wait, bool IsForAll) : Admission;
}
