using System.Net;
using System.Net.Sockets;
using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Http;

/// <summary>
/// Fetches addresses that strangers name: rule on the text and on every redirect, rule on the resolved address where the connection is made, one deadline over everything, bounded bytes. Failures are values; only cancellation throws.
/// </summary>
public sealed class GuardedHttp : IDisposable
{
    private readonly HttpOptions _options;
    private readonly UrlRule _rule;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _http;

    public GuardedHttp(HttpOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _rule = new UrlRule([.. options.AllowedNetworks.Select(text => IPNetwork.Parse(text))]);
        _http = new HttpMessageInvoker(
            new SocketsHttpHandler
            {
                UseProxy = false,
                UseCookies = false,
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
                MaxResponseHeadersLength = 32,
                ConnectTimeout = options.ConnectTimeout,
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                MaxConnectionsPerServer = 2,
                ActivityHeadersPropagator = null,
                ConnectCallback = ConnectAsync,
            },
            disposeHandler: true);
    }

    /// <summary>Follows up to <see cref="FeedLimits.Redirects"/> redirects.</summary>
    /// <param name="headers">Sent to the first host only when it is also the last.</param>
    public async Task<GuardedResult> GetAsync(Uri url, IReadOnlyList<KeyValuePair<string, string>> headers, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(_options.FetchTimeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await FollowAsync(url, headers, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new GuardedResult.Failed(FetchFailure.TimedOut, "The server did not answer in time.");
        }
        catch (BodyLimitException)
        {
            return new GuardedResult.Failed(FetchFailure.TooLarge, "The answer is too large.");
        }
        catch (RefusedAddressException)
        {
            return new GuardedResult.Failed(FetchFailure.Refused, "This address is not on the public Internet.");
        }
        catch (HttpRequestException e)
        {
            return Classify(e);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or SocketException or UriFormatException or InvalidOperationException)
        {
            return new GuardedResult.Failed(FetchFailure.BrokenAnswer, "The server's answer was broken off or damaged.");
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<GuardedResult> FollowAsync(Uri first, IReadOnlyList<KeyValuePair<string, string>> headers, CancellationToken cancellationToken)
    {
        var url = first;
        Uri? permanent = null;
        var onlyPermanent = true;
        for (var hop = 0; hop <= FeedLimits.Redirects; hop++)
        {
            if ((hop == 0 ? _rule.Check(url.OriginalString) : _rule.Check(url)) is UrlVerdict.Refused(var reason))
            {
                return new GuardedResult.Failed(FetchFailure.Refused, reason);
            }

            using var request = Request(url, string.Equals(url.Host, first.Host, StringComparison.OrdinalIgnoreCase) ? headers : []);
            using var response = await _http.SendAsync(request, cancellationToken);
            var status = (int)response.StatusCode;
            if (status is not (301 or 302 or 303 or 307 or 308))
            {
                var body = status == 304 ? [] : await BodyReader.ReadAsync(response, cancellationToken);
                return new GuardedResult.Answered(new GuardedResponse(status, response, body, url, permanent));
            }

            if (Target(url, response) is not { } target || (url.Scheme == "https" && target.Scheme != "https"))
            {
                return new GuardedResult.Failed(FetchFailure.BadRedirect, "The address redirects to a place that may not be read.");
            }

            onlyPermanent &= status is 301 or 308;
            permanent = onlyPermanent ? target : permanent;
            url = target;
        }

        return new GuardedResult.Failed(FetchFailure.BadRedirect, "The address redirects too often.");
    }

    private static Uri? Target(Uri url, HttpResponseMessage response)
    {
        var text = response.Headers.NonValidated.TryGetValues("Location", out var values) ? values.ToString() : null;
        return text is not null && Uri.TryCreate(url, text, out var target) ? target : null;
    }

    private HttpRequestMessage Request(Uri url, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionOrHigher };
        request.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    /// <summary>Resolves once, refuses the name when any answer is refused, and dials just what was checked: a second look-up could answer otherwise.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var endpoint = context.DnsEndPoint;
        var addresses = IPAddress.TryParse(endpoint.Host.Trim('[', ']'), out var literal) ? [literal] : await Dns.GetHostAddressesAsync(endpoint.Host, cancellationToken);
        if (addresses.Length == 0 || addresses.Any(address => !IpRule.IsPublic(address) && !_rule.IsAllowed(address)))
        {
            throw new RefusedAddressException();
        }

        Exception? last = null;
        foreach (var address in addresses.Take(4))
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, endpoint.Port), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e)
            {
                socket.Dispose();
                last = e;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw last ?? new SocketException((int)SocketError.HostUnreachable);
    }

    private static GuardedResult.Failed Classify(HttpRequestException e)
    {
        for (Exception? inner = e; inner is not null; inner = inner.InnerException)
        {
            if (inner is RefusedAddressException)
            {
                return new(FetchFailure.Refused, "This address is not on the public Internet.");
            }

            if (inner is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain })
            {
                return new(FetchFailure.NameNotResolved, "The server's name is not known.");
            }
        }

        return e.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => new(FetchFailure.NameNotResolved, "The server's name is not known."),
            HttpRequestError.SecureConnectionError => new(FetchFailure.TlsFailed, "The server's certificate is not valid."),
            HttpRequestError.ConnectionError => new(FetchFailure.ConnectionFailed, "No connection to the server."),
            HttpRequestError.ConfigurationLimitExceeded => new(FetchFailure.TooLarge, "The answer is too large."),
            _ => new(FetchFailure.BrokenAnswer, "The server's answer was broken off or damaged."),
        };
    }

    private sealed class RefusedAddressException() : IOException("The address is not public.");
}
