using NewsBot.Feeds.Http;

namespace NewsBot.Feeds.Tests.Http;

public sealed class ProxyPoolTests : IDisposable
{
    private readonly List<string> _made = [];
    private readonly List<string> _closed = [];
    private readonly ProxyPool _pool;

    public ProxyPoolTests() => _pool = new ProxyPool(
        proxy =>
        {
            _made.Add(proxy.Host);
            return new Handler(() => _closed.Add(proxy.Host));
        },
        2);

    [Fact]
    public void The_proxy_used_least_recently_is_closed_for_another()
    {
        Use("a");
        Use("b");
        Use("a");

        Use("c");

        Assert.Equal(["b"], _closed);
        Assert.Equal(["a", "b", "c"], _made);
    }

    [Fact]
    public void A_proxy_in_use_is_closed_only_afterwards()
    {
        var (first, second, third) = (Rent("a"), Rent("b"), Rent("c"));
        Assert.Empty(_closed);

        second.Dispose();
        Assert.Equal(["b"], _closed);

        first.Dispose();
        third.Dispose();
        Assert.Equal(["b"], _closed);
    }

    [Fact]
    public void Disposing_the_pool_closes_all()
    {
        Use("a");
        Use("b");

        _pool.Dispose();

        Assert.Equal(["a", "b"], _closed);
    }

    public void Dispose() => _pool.Dispose();

    private ProxyPool.Lease Rent(string host) => _pool.Rent(new Uri($"http://{host}:3128/"));

    private void Use(string host) => Rent(host).Dispose();

    private sealed class Handler(Action closed) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            closed();
            base.Dispose(disposing);
        }
    }
}
