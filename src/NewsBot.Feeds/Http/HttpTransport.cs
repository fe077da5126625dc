using System.Net;
using System.Text;

namespace NewsBot.Feeds.Http;

/// <summary>Sends single requests, over the guarded connector or over a proxy of the operator. No cookies, no automatic redirects, no automatic decoding, no HTTP/3 (it would bypass the connector).</summary>
internal sealed class HttpTransport(HttpOptions options, AddressGuard guard, HttpMessageHandler direct) : IDisposable
{
    private const int MostProxies = 16;
    private readonly HttpMessageInvoker _direct = new(direct, disposeHandler: true);
    private readonly ProxyPool _proxies = new(proxy => ProxyHandler(options, proxy), MostProxies);

    public static SocketsHttpHandler DirectHandler(HttpOptions options, GuardedConnector connector)
    {
        var handler = Handler(options);
        handler.UseProxy = false;
        handler.ConnectCallback = connector.ConnectAsync;
        return handler;
    }

    /// <summary>Null for a request that goes out directly. Dispose it after the answer was read.</summary>
    public ProxyPool.Lease? Rent(Uri? proxy) => proxy is null ? null : _proxies.Rent(proxy);

    /// <summary>A proxy resolves names itself, so literals are refused and the name is looked up and checked here first; against rebinding the proxy must filter on its own.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, ProxyPool.Lease? proxy, CancellationToken cancellationToken)
    {
        if (proxy is null)
        {
            return await _direct.SendAsync(request, cancellationToken);
        }

        var url = request.RequestUri!;
        if (IPAddress.TryParse(url.IdnHost.Trim('[', ']'), out _))
        {
            throw new RefusedAddressException();
        }

        await guard.ResolveAsync(url.IdnHost, url.Port, cancellationToken);
        return await proxy.SendAsync(request, cancellationToken);
    }

    public void Dispose()
    {
        _direct.Dispose();
        _proxies.Dispose();
    }

    private static SocketsHttpHandler ProxyHandler(HttpOptions options, Uri proxy)
    {
        var handler = Handler(options);
        handler.UseProxy = true;
        handler.Proxy = new WebProxy(proxy);
        return handler;
    }

    private static SocketsHttpHandler Handler(HttpOptions options) => new()
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = 32,
        MaxResponseDrainSize = 0,
        ConnectTimeout = options.ConnectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ActivityHeadersPropagator = null,
        RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
    };
}
