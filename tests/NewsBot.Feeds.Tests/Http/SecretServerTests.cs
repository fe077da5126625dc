using System.Net;
using NewsBot.Core.Feeds;
using NewsBot.Feeds.Http;
using NewsBot.Testing.Web;

namespace NewsBot.Feeds.Tests.Http;

/// <summary>127.0.0.2 plays the Internet; 127.0.0.1 and ::1 hold a server that nobody may reach, on the same port. What counts is that it saw no connection.</summary>
[Collection(Alone.Name)]
public sealed class SecretServerTests : IAsyncDisposable
{
    private readonly FeedServer _internet = FeedServer.Start(IPAddress.Parse("127.0.0.2"));
    private readonly FeedServer _secret;
    private readonly FeedServer _secret6;
    private readonly ScriptedResolver _names = new();
    private readonly GuardedHttp _http;

    public SecretServerTests()
    {
        _secret = FeedServer.Start(IPAddress.Loopback, _internet.Port);
        _secret6 = FeedServer.Start(IPAddress.IPv6Loopback, _internet.Port);
        var options = new HttpOptions { AllowedNetworks = ["127.0.0.2/32"], FetchTimeout = TimeSpan.FromSeconds(5), ConnectTimeout = TimeSpan.FromSeconds(1) };
        _http = new GuardedHttp(options, TimeProvider.System, new Resolver(_names), new HostPace(4, TimeSpan.Zero));
    }

    private int SecretConnections => _secret.Connections + _secret6.Connections;

    [Fact]
    public async Task Every_listed_address_is_refused_as_literal_as_answer_and_as_redirect()
    {
        var tried = 0;
        foreach (var address in HostileData.Lines("refused-addresses.txt"))
        {
            var literal = IPAddress.Parse(address);
            var host = literal.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address}]" : address;
            _names.Set("inside.example", address);
            _internet.Script("/away", ServerAnswer.Redirect(302, $"http://{host}:{_internet.Port}/"));
            await AssertRefusedAsync($"http://{host}:{_internet.Port}/", allowBadRedirect: false);
            await AssertRefusedAsync($"http://inside.example:{_internet.Port}/", allowBadRedirect: false);
            await AssertRefusedAsync(_internet.Url("/away").AbsoluteUri, allowBadRedirect: true);
            tried += 3;
        }

        Assert.Equal(0, SecretConnections);
        Assert.True(tried >= 200, $"{tried} tried");
    }

    [Fact]
    public async Task Every_listed_text_is_refused_and_no_redirect_leads_there()
    {
        var texts = HostileData.Lines("refused-urls.txt");
        _names.Otherwise = IPAddress.Loopback;
        foreach (var text in texts)
        {
            Assert.True(new UrlRule([]).Check(text) is UrlVerdict.Refused, text);
            if (text.Any(char.IsControl) || text.Any(unit => unit > 0xff) || text.StartsWith('/') || !text.Contains("//", StringComparison.Ordinal))
            {
                continue;
            }

            _internet.Script("/away", ServerAnswer.Redirect(302, text));
            await AssertRefusedAsync(_internet.Url("/away").AbsoluteUri, allowBadRedirect: true);
        }

        Assert.Equal(0, SecretConnections);
        Assert.True(texts.Count >= 150, $"{texts.Count} texts");
    }

    [Theory]
    [InlineData("127.0.0.2 127.0.0.1")]
    [InlineData("127.0.0.1 127.0.0.2")]
    [InlineData("127.0.0.2 ::1")]
    [InlineData("127.0.0.2 ::ffff:127.0.0.1")]
    public async Task A_name_with_one_inside_answer_is_refused_whole(string answers)
    {
        _names.Set("mixed.example", answers);

        await AssertRefusedAsync($"http://mixed.example:{_internet.Port}/", allowBadRedirect: false);

        Assert.Equal(0, SecretConnections + _internet.Connections);
    }

    [Fact]
    public async Task A_name_that_answers_otherwise_the_second_time_gains_nothing()
    {
        _internet.Serve("/", "public");
        _secret.Serve("/", "SECRET");
        _names.Set("rebind.example", "127.0.0.2", "127.0.0.1");

        var first = Assert.IsType<GuardedResult.Answered>(await GetAsync($"http://rebind.example:{_internet.Port}/"));
        await AssertRefusedAsync($"http://rebind.example:{_internet.Port}/", allowBadRedirect: false);

        Assert.Equal("public", System.Text.Encoding.UTF8.GetString(first.Response.Body.Span));
        Assert.Equal(0, SecretConnections);
    }

    [Fact]
    public async Task Our_own_addresses_are_refused_although_they_look_public()
    {
        var guard = new AddressGuard(new UrlRule([]), new Resolver(_names), address => address.ToString() == "198.20.0.7");
        _names.Set("self.example", "198.20.0.7");

        await Assert.ThrowsAsync<RefusedAddressException>(() => guard.ResolveAsync("self.example", 80, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Refused_unknown_closed_and_silent_hosts_sound_the_same()
    {
        _names.Set("inside.example", "127.0.0.1");
        _names.Set("silent.example", "");
        _names.Set("closed.example", "127.0.0.2");
        var port = _internet.Port;
        await _internet.DisposeAsync();
        string[] urls = [$"http://inside.example:{port}/", $"http://unknown.example:{port}/", $"http://closed.example:{port}/", $"http://silent.example:{port}/"];

        var details = new List<string>();
        foreach (var url in urls)
        {
            details.Add(Assert.IsType<GuardedResult.Failed>(await GetAsync(url)).Detail);
        }

        Assert.Single(details.Distinct(StringComparer.Ordinal));
        Assert.DoesNotContain(details, detail => detail.Contains("127.", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _internet.DisposeAsync();
        await _secret.DisposeAsync();
        await _secret6.DisposeAsync();
    }

    private async Task AssertRefusedAsync(string url, bool allowBadRedirect)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out _))
        {
            return;
        }

        var failed = Assert.IsType<GuardedResult.Failed>(await GetAsync(url));
        Assert.True(failed.Failure == FetchFailure.Refused || (allowBadRedirect && failed.Failure == FetchFailure.BadRedirect), $"{url}: {failed}");
    }

    private Task<GuardedResult> GetAsync(string url) => _http.GetAsync(new Uri(url), [], TestContext.Current.CancellationToken);

    private sealed class Resolver(ScriptedResolver names) : INameResolver
    {
        public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) => names.ResolveAsync(host, cancellationToken);
    }
}
