namespace NewsBot.Ai;

/// <summary>After five failures in a row no call is made for five minutes; then one call tries again. Thread-safe.</summary>
internal sealed class CircuitBreaker(TimeProvider time)
{
    private const int MostFailures = 5;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private int _failures;
    private DateTimeOffset _openUntil;

    public bool IsOpen
    {
        get
        {
            lock (_lock)
            {
                return time.GetUtcNow() < _openUntil;
            }
        }
    }

    public void Record(bool isFailure)
    {
        lock (_lock)
        {
            _failures = isFailure ? _failures + 1 : 0;
            if (_failures >= MostFailures)
            {
                _openUntil = time.GetUtcNow() + Rest;
            }
        }
    }
}
