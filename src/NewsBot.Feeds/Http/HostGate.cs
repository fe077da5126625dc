using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Http;

/// <summary>
/// Keeps every request, redirects included, to a few at a time and a pause between starts per registrable domain, so that nobody can turn the bot against a third party. Domains at rest are forgotten. Hosts on loopback are the operator's own and do not wait.
/// </summary>
internal sealed class HostGate(HostPace pace, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Domain> _domains = new(StringComparer.Ordinal);

    /// <summary>Waits for the turn; dispose to give it back.</summary>
    public async Task<IDisposable> EnterAsync(Uri url, CancellationToken cancellationToken)
    {
        if (RegistrableDomain.Of(url) is not { } name)
        {
            return new Turn(null, "");
        }

        var (domain, start) = Reserve(name);
        var turn = new Turn(this, name);
        try
        {
            await domain.Slots.WaitAsync(cancellationToken);
            turn.Held = true;
            if (start - time.GetUtcNow() is { Ticks: > 0 } wait)
            {
                // Task.Delay cuts off parts of a millisecond.
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), time, cancellationToken);
            }

            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>Each caller gets its own start time, in order of arrival.</summary>
    private (Domain Domain, DateTimeOffset Start) Reserve(string name)
    {
        lock (_lock)
        {
            if (!_domains.TryGetValue(name, out var domain))
            {
                _domains[name] = domain = new Domain(pace.Connections);
            }

            domain.Users++;
            var now = time.GetUtcNow();
            var start = domain.NextStart > now ? domain.NextStart : now;
            domain.NextStart = start + pace.Pause;
            return (domain, start);
        }
    }

    private void Leave(string name, bool held)
    {
        lock (_lock)
        {
            var domain = _domains[name];
            if (held)
            {
                domain.Slots.Release();
            }

            domain.Users--;
            if (_domains.Count > 1_000)
            {
                Forget(time.GetUtcNow());
            }
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (name, domain) in _domains.Where(pair => pair.Value.Users == 0 && pair.Value.NextStart <= now).ToList())
        {
            _domains.Remove(name);
            domain.Slots.Dispose();
        }
    }

    private sealed class Domain(int connections)
    {
        public SemaphoreSlim Slots { get; } = new(connections);

        public DateTimeOffset NextStart { get; set; } = DateTimeOffset.MinValue;

        public int Users { get; set; }
    }

    private sealed class Turn(HostGate? gate, string domain) : IDisposable
    {
        private HostGate? _gate = gate;

        public bool Held { get; set; }

        public void Dispose()
        {
            _gate?.Leave(domain, Held);
            _gate = null;
        }
    }
}
