using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace NewsBot.Feeds.Http;

/// <summary>Sends single requests, over the guarded connector or over a proxy of the operator. No cookies, no automatic redirects, no automatic decoding, no HTTP/3 (it would bypass the connector).</summary>
internal sealed class HttpTransport(HttpOptions options, AddressGuard guard, HttpMessageHandler direct) : IDisposable
{
    private const int MostProxies = 16;
    private readonly HttpMessageInvoker _direct = new(direct, disposeHandler: true);
    private readonly ConcurrentDictionary<Uri, HttpMessageInvoker> _proxied = new();

    public static SocketsHttpHandler DirectHandler(HttpOptions options, GuardedConnector connector)
    {
        var handler = Handler(options);
        handler.UseProxy = false;
        handler.ConnectCallback = connector.ConnectAsync;
        return handler;
    }

    /// <summary>A proxy resolves names itself, so literals are refused and the name is looked up and checked here first; against rebinding the proxy must filter on its own.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, Uri? proxy, CancellationToken cancellationToken)
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
        return await ProxyInvoker(proxy).SendAsync(request, cancellationToken);
    }

    public void Dispose()
    {
        _direct.Dispose();
        foreach (var invoker in _proxied.Values)
        {
            invoker.Dispose();
        }
    }

    private HttpMessageInvoker ProxyInvoker(Uri proxy)
    {
        if (_proxied.Count >= MostProxies && !_proxied.ContainsKey(proxy))
        {
            throw new InvalidOperationException("More proxies are configured than are supported.");
        }

        return _proxied.GetOrAdd(proxy, address =>
        {
            var handler = Handler(options);
            handler.UseProxy = true;
            handler.Proxy = new WebProxy(address);
            return new HttpMessageInvoker(handler, disposeHandler: true);
        });
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
