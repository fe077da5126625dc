namespace NewsBot.Core.Articles.Enrichment;

/// <summary>Keeps a pause between two requests to one host. Thread-safe; hosts that rested long are forgotten.</summary>
internal sealed class HostPacer(TimeProvider time, TimeSpan pause)
{
    private const int MostHosts = 4_096;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _free = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the host's turn and takes it.</summary>
    public async Task WaitAsync(Uri url, CancellationToken cancellationToken)
    {
        var wait = Take(url.Host);
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private TimeSpan Take(string host)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_free.Count >= MostHosts)
            {
                foreach (var rested in _free.Where(pair => pair.Value <= now).Select(pair => pair.Key).ToList())
                {
                    _free.Remove(rested);
                }
            }

            var turn = _free.TryGetValue(host, out var free) && free > now ? free : now;
            _free[host] = turn + pause;
            return turn - now;
        }
    }
}
