using System.Net;
using NewsBot.Feeds.Http;

namespace NewsBot.Feeds.Tests.Http;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("fe80::1")]
    [InlineData("2a00::5efe:7f00:1")]
    public void Addresses_that_are_not_public_are_refused(string address) => Assert.False(IpRule.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("100.128.0.1")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:4700::1")]
    [InlineData("::ffff:8.8.8.8")]
    public void Public_addresses_pass(string address) => Assert.True(IpRule.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://example.com@127.0.0.1/")]
    [InlineData("http://user@example.com/")]
    [InlineData("http://example.com:22/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//127.0.0.1/")]
    [InlineData("http://metadata.google.internal/")]
    [InlineData("http://x.onion/")]
    public void Texts_that_lead_inside_are_refused(string url) => Assert.IsType<UrlVerdict.Refused>(new UrlRule([]).Check(url));

    [Fact]
    public void The_operator_may_let_a_network_through() =>
        Assert.IsType<UrlVerdict.Accepted>(new UrlRule([IPNetwork.Parse("127.0.0.0/8")]).Check("http://127.0.0.1:5123/feed"));
}
