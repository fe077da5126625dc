namespace NewsBot.Feeds.Http;

/// <summary>Keeps the connections of a few proxies. The one that was used least recently is closed for another once nothing runs over it. Thread-safe.</summary>
/// <param name="most">How many are kept; more only while more are in use.</param>
internal sealed class ProxyPool(Func<Uri, HttpMessageHandler> make, int most) : IDisposable
{
    private readonly Lock _lock = new();

    /// <summary>The one that was used last comes last.</summary>
    private readonly List<Entry> _entries = [];

    /// <summary>Dispose it after the answer was read.</summary>
    public Lease Rent(Uri proxy)
    {
        lock (_lock)
        {
            var entry = _entries.Find(held => held.Proxy == proxy) ?? new Entry(proxy, new HttpMessageInvoker(make(proxy), disposeHandler: true));
            _entries.Remove(entry);
            _entries.Add(entry);
            entry.Users++;
            Trim();
            return new Lease(this, entry);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _entries.ForEach(entry => entry.Invoker.Dispose());
            _entries.Clear();
        }
    }

    private void Return(Entry entry)
    {
        lock (_lock)
        {
            entry.Users--;
            Trim();
        }
    }

    private void Trim()
    {
        while (_entries.Count > most && _entries.Find(entry => entry.Users == 0) is { } idle)
        {
            _entries.Remove(idle);
            idle.Invoker.Dispose();
        }
    }

    /// <summary>A turn over one proxy.</summary>
    internal sealed class Lease(ProxyPool pool, Entry entry) : IDisposable
    {
        public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => entry.Invoker.SendAsync(request, cancellationToken);

        public void Dispose() => pool.Return(entry);
    }

    /// <summary>One proxy and how many turns run over it.</summary>
    internal sealed class Entry(Uri proxy, HttpMessageInvoker invoker)
    {
        public Uri Proxy => proxy;

        public HttpMessageInvoker Invoker => invoker;

        public int Users { get; set; }
    }
}
