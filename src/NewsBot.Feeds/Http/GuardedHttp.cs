using System.Net;
using System.Text;
using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Http;

/// <summary>
/// Fetches addresses that strangers name: rule on the text and on every redirect, rule on the resolved address where the connection is made, one deadline over everything, bounded bytes, a pace per domain. Failures are values; only cancellation throws.
/// </summary>
public sealed class GuardedHttp : IDisposable
{
    private readonly HttpOptions _options;
    private readonly TimeProvider _time;
    private readonly UrlRule _rule;
    private readonly HostGate _gate;
    private readonly HttpTransport _transport;

    public GuardedHttp(HttpOptions options, TimeProvider time, HostPace? pace = null)
        : this(options, time, pace, new SystemNameResolver(), null)
    {
    }

    /// <summary>Connects for real, to addresses that the resolver names.</summary>
    public GuardedHttp(HttpOptions options, TimeProvider time, INameResolver resolver, HostPace? pace = null)
        : this(options, time, pace, resolver, null)
    {
    }

    /// <summary>Hands requests that pass the rule on their text to <paramref name="handler"/> instead of a network.</summary>
    public GuardedHttp(HttpOptions options, TimeProvider time, HttpMessageHandler handler, HostPace? pace = null)
        : this(options, time, pace, new SystemNameResolver(), handler)
    {
    }

    private GuardedHttp(HttpOptions options, TimeProvider time, HostPace? pace, INameResolver resolver, HttpMessageHandler? handler)
    {
        _options = options;
        _time = time;
        _rule = new UrlRule([.. options.AllowedNetworks.Select(text => IPNetwork.Parse(text))]);
        _gate = new HostGate(pace ?? HostPace.Default, time);
        var guard = new AddressGuard(_rule, resolver, new OwnAddresses(time).Contains);
        _transport = new HttpTransport(options, guard, handler ?? HttpTransport.DirectHandler(options, new GuardedConnector(guard, options, time)));
    }

    /// <summary>Follows up to <see cref="FeedLimits.Redirects"/> redirects.</summary>
    /// <param name="headers">Sent on every hop.</param>
    public Task<GuardedResult> GetAsync(Uri url, IReadOnlyList<KeyValuePair<string, string>> headers, CancellationToken cancellationToken) =>
        GetAsync(new GuardedRequest(url) { Headers = headers }, cancellationToken);

    /// <summary>Follows up to <see cref="GuardedRequest.MostRedirects"/> redirects.</summary>
    public async Task<GuardedResult> GetAsync(GuardedRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return _rule.Check(request.Url.OriginalString) is UrlVerdict.Refused(var reason) ? Refused(reason) : await FollowAsync(request, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return FetchFailures.TimedOut;
        }
        catch (Exception e) when (FetchFailures.IsExpected(e))
        {
            return FetchFailures.Classify(e);
        }
    }

    public void Dispose() => _transport.Dispose();

    /// <summary>Waiting for the turn at a host is not counted against the deadline; everything else is.</summary>
    private async Task<GuardedResult> FollowAsync(GuardedRequest request, CancellationToken cancellationToken)
    {
        var chain = new RedirectChain(request.Url);
        var left = _options.FetchTimeout;
        for (var hop = 0; hop <= request.MostRedirects; hop++)
        {
            if (_rule.Check(chain.Current) is UrlVerdict.Refused(var reason))
            {
                return Refused(reason);
            }

            using var turn = await _gate.EnterAsync(chain.Current, cancellationToken);
            var started = _time.GetTimestamp();
            using var deadline = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, _time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
            if (await HopAsync(request, chain, both.Token) is { } result)
            {
                return result is GuardedResult.Answered(var response) ? new GuardedResult.Answered(response with { Redirects = hop }) : result;
            }

            left -= _time.GetElapsedTime(started);
        }

        return new GuardedResult.Failed(FetchFailure.BadRedirect, "The address redirects too often.");
    }

    /// <summary>Null when the chain goes on.</summary>
    private async Task<GuardedResult?> HopAsync(GuardedRequest request, RedirectChain chain, CancellationToken cancellationToken)
    {
        using var proxy = _transport.Rent(request.Access.Proxy);
        using var response = await SendAsync(request, chain, proxy, cancellationToken);
        var status = (int)response.StatusCode;
        if (status < 200)
        {
            return FetchFailures.Broken;
        }

        if (!RedirectChain.IsRedirect(status))
        {
            var body = status == 304 ? Body.Empty : await BodyReader.ReadAsync(response, cancellationToken);
            return new GuardedResult.Answered(new GuardedResponse(response, body, chain.Current, chain.Permanent));
        }

        var location = response.Headers.NonValidated.TryGetValues("Location", out var values) ? values.ToString() : null;
        return chain.Follow(status, location) ? null : new GuardedResult.Failed(FetchFailure.BadRedirect, "The address redirects to a place that may not be read.");
    }

    /// <summary>Once more by HTTP/1.1 where HTTP/2 broke, and by IPv4 where a server refused the IPv6 address: some block whole IPv6 ranges (RSS-to-Telegram-Bot does the same).</summary>
    private async Task<HttpResponseMessage> SendAsync(GuardedRequest request, RedirectChain chain, ProxyPool.Lease? proxy, CancellationToken cancellationToken)
    {
        var trace = new ConnectionTrace();
        HttpResponseMessage response;
        try
        {
            using var message = Message(request, chain, trace, request.Access.OnlyHttp11);
            response = await _transport.SendAsync(message, proxy, cancellationToken);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.HttpProtocolError)
        {
            using var again = Message(request, chain, trace, onlyHttp11: true);
            return await _transport.SendAsync(again, proxy, cancellationToken);
        }

        if ((int)response.StatusCode is not (400 or 403 or 429 or 451) || !trace.CouldUseIPv4)
        {
            return response;
        }

        response.Dispose();
        using var byIPv4 = Message(request, chain, new ConnectionTrace { OnlyIPv4 = true }, onlyHttp11: true);
        return await _transport.SendAsync(byIPv4, proxy, cancellationToken);
    }

    private HttpRequestMessage Message(GuardedRequest request, RedirectChain chain, ConnectionTrace trace, bool onlyHttp11)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, chain.Current)
        {
            Version = onlyHttp11 ? HttpVersion.Version11 : HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        message.Options.Set(GuardedConnector.Trace, trace);

        // Answers with odd framing (two lengths, a length beside chunks) are read leniently; closing keeps what is left of them out of the next answer.
        message.Headers.ConnectionClose = true;
        Add(message, "User-Agent", request.Access.UserAgent ?? _options.UserAgent);
        Add(message, "Accept-Encoding", "gzip, deflate, br");
        foreach (var (name, value) in request.Headers)
        {
            Add(message, name, value);
        }

        if (IsOriginOfValidators(request, chain.Current))
        {
            Add(message, "If-None-Match", request.Validators.ETag);
            Add(message, "If-Modified-Since", request.Validators.LastModified);
        }

        if (chain.IsSameHost)
        {
            AddAccess(message, request.Access);
        }

        return message;
    }

    private static bool IsOriginOfValidators(GuardedRequest request, Uri url) =>
        string.Equals((request.ValidatorsUrl ?? request.Url).GetLeftPart(UriPartial.Path), url.GetLeftPart(UriPartial.Path), StringComparison.Ordinal);

    private static void AddAccess(HttpRequestMessage message, FeedAccess access)
    {
        foreach (var (name, value) in access.Headers)
        {
            message.Headers.Remove(name);
            Add(message, name, value);
        }

        if (access.Credentials is { } credentials)
        {
            Add(message, "Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credentials.User}:{credentials.Password}")));
        }
    }

    private static void Add(HttpRequestMessage message, string name, string? value)
    {
        if (value is not null)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private static GuardedResult.Failed Refused(string reason) => new(FetchFailure.Refused, reason);
}
