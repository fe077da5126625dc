using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NewsBot.Core.Feeds;
using NewsBot.Feeds.Http;
using NewsBot.Testing.Web;

namespace NewsBot.Feeds.Tests.Http;

/// <summary>How requests go out: over a proxy, by TLS, by HTTP/2 and back to 1.1.</summary>
[Collection(Alone.Name)]
public sealed class ConnectionTests
{
    private static readonly HttpOptions Options = new() { AllowedNetworks = ["127.0.0.0/8"], FetchTimeout = TimeSpan.FromSeconds(20) };

    private static readonly HttpOptions Both = new() { AllowedNetworks = ["127.0.0.0/8", "::1/128"], FetchTimeout = TimeSpan.FromSeconds(20) };

    private readonly ScriptedResolver _names = new();

    [Fact]
    public async Task A_feed_with_a_proxy_is_read_over_it_and_the_others_are_not()
    {
        await using var proxy = FeedServer.Start();
        await using var site = FeedServer.Start();
        proxy.Script("http://paper.example/feed", ServerAnswer.Ok("<rss/>"));
        site.Serve("/feed", "<rss/>");
        _names.Set("paper.example", "127.0.0.1");
        using var http = new GuardedHttp(Options, TimeProvider.System, new Resolver(_names));

        var over = await GetAsync(http, new Uri("http://paper.example/feed"), new FeedAccess { Proxy = proxy.Url("/"), Credentials = new BasicCredentials("reader", "pass") });
        var direct = await GetAsync(http, site.Url("/feed"), FeedAccess.Public);

        Assert.Equal((200, 200), (Status(over), Status(direct)));
        Assert.StartsWith("Basic ", Assert.Single(proxy.Requests).Header("Authorization"), StringComparison.Ordinal);
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task A_proxy_is_not_asked_for_what_may_not_be_fetched()
    {
        await using var proxy = FeedServer.Start();
        _names.Set("inside.example", "10.0.0.1");
        using var http = new GuardedHttp(Options, TimeProvider.System, new Resolver(_names));
        var access = new FeedAccess { Proxy = proxy.Url("/") };

        foreach (var url in new[] { "http://inside.example/feed", "http://192.168.1.1/feed", "http://[::1]/feed" })
        {
            Assert.True(await GetAsync(http, new Uri(url), access) is GuardedResult.Failed { Failure: FetchFailure.Refused }, url);
        }

        Assert.Equal(0, proxy.Connections);
    }

    [Fact]
    public async Task Any_number_of_feeds_may_each_have_a_proxy_of_its_own()
    {
        await using var proxy = FeedServer.Start();
        proxy.Script("http://paper.example/feed", ServerAnswer.Ok("<rss/>"));
        _names.Set("paper.example", "127.0.0.1");
        using var http = new GuardedHttp(Options, TimeProvider.System, new Resolver(_names), new HostPace(1, TimeSpan.Zero));

        for (var number = 0; number < 40; number++)
        {
            Assert.Equal(200, Status(await GetAsync(http, new Uri("http://paper.example/feed"), new FeedAccess { Proxy = proxy.Url($"/{number}") })));
        }
    }

    [Theory]
    [InlineData(403, 200)]
    [InlineData(429, 200)]
    [InlineData(404, 404)]
    public async Task A_server_that_refuses_the_IPv6_address_is_asked_once_more_by_IPv4(int answer, int status)
    {
        await using var byIPv4 = FeedServer.Start();
        await using var byIPv6 = FeedServer.Start(IPAddress.IPv6Loopback, byIPv4.Port);
        byIPv4.Serve("/feed", "<rss/>");
        byIPv6.Script("/feed", ServerAnswer.Of(answer));
        _names.Set("paper.example", "::1 127.0.0.1");
        using var http = new GuardedHttp(Both, TimeProvider.System, new Resolver(_names));

        Assert.Equal(status, Status(await GetAsync(http, new Uri($"http://paper.example:{byIPv4.Port}/feed"), FeedAccess.Public)));
        Assert.Single(byIPv6.Requests);
    }

    [Fact]
    public async Task A_name_whose_IPv6_address_is_dead_is_read_by_IPv4()
    {
        await using var server = FeedServer.Start();
        server.Serve("/feed", "<rss/>");
        _names.Set("paper.example", "::1 127.0.0.1");
        using var http = new GuardedHttp(Both, TimeProvider.System, new Resolver(_names));

        Assert.Equal(200, Status(await GetAsync(http, new Uri($"http://paper.example:{server.Port}/feed"), FeedAccess.Public)));
    }

    [Theory]
    [InlineData("paper.example", -10, 10)]
    [InlineData("127.0.0.1", -10, -1)]
    [InlineData("127.0.0.1", -10, 10)]
    public async Task A_certificate_that_nobody_vouches_for_is_not_accepted(string name, int from, int to)
    {
        using var certificate = SelfSigned(name, DateTimeOffset.UtcNow.AddDays(from), DateTimeOffset.UtcNow.AddDays(to));
        await using var server = FeedServer.Start(certificate: certificate);
        server.Serve("/feed", "<rss/>");
        using var http = new GuardedHttp(Options, TimeProvider.System);

        var failed = Assert.IsType<GuardedResult.Failed>(await GetAsync(http, server.Url("/feed"), FeedAccess.Public));

        Assert.Equal(FetchFailure.TlsFailed, failed.Failure);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(false, "2.0 1.1")]
    [InlineData(true, "1.1")]
    public async Task Where_HTTP_2_breaks_the_request_goes_out_by_1_1(bool onlyHttp11, string versions)
    {
        using var handler = new BrokenHttp2();
        using var http = new GuardedHttp(Options, TimeProvider.System, handler);

        var result = await GetAsync(http, new Uri("https://paper.example/feed"), new FeedAccess { OnlyHttp11 = onlyHttp11 });

        Assert.Equal(200, Status(result));
        Assert.Equal(versions, string.Join(' ', handler.Versions));
    }

    private static Task<GuardedResult> GetAsync(GuardedHttp http, Uri url, FeedAccess access) =>
        http.GetAsync(new GuardedRequest(url) { Access = access }, TestContext.Current.CancellationToken);

    private static int? Status(GuardedResult result) => result is GuardedResult.Answered(var response) ? response.Status : null;

    private static X509Certificate2 SelfSigned(string name, DateTimeOffset from, DateTimeOffset to)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(name);
        }

        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(from, to);
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private sealed class Resolver(ScriptedResolver script) : INameResolver
    {
        public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) => script.ResolveAsync(host, cancellationToken);
    }

    /// <summary>A server whose HTTP/2 breaks off.</summary>
    private sealed class BrokenHttp2 : HttpMessageHandler
    {
        public List<Version> Versions { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Versions.Add(request.Version);
            return request.Version == HttpVersion.Version20
                ? throw new HttpRequestException(HttpRequestError.HttpProtocolError, "The stream was reset.")
                : Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("<rss/>") });
        }
    }
}
