namespace NewsBot.Telegram.Sending;

/// <summary>Puts the path of a Bot API server that lives below one in front of each call: the package keeps only scheme, host and port of an address.</summary>
internal sealed class PathPrefix(string prefix, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var called = request.RequestUri!;
        request.RequestUri = new Uri(called.GetLeftPart(UriPartial.Authority) + prefix + called.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
