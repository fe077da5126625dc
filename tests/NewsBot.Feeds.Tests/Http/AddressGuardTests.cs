using System.Net;
using NewsBot.Feeds.Http;

namespace NewsBot.Feeds.Tests.Http;

public sealed class AddressGuardTests
{
    public static IEnumerable<TheoryDataRow<string>> RefusedAddresses => HostileData.Rows("refused-addresses.txt");

    public static IEnumerable<TheoryDataRow<string>> AcceptedAddresses => HostileData.Rows("accepted-addresses.txt");

    public static IEnumerable<TheoryDataRow<string>> AcceptedUrls => HostileData.Rows("accepted-urls.txt");

    [Theory]
    [MemberData(nameof(RefusedAddresses))]
    public void Addresses_that_are_not_public_are_refused(string address) => Assert.False(IpRule.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [MemberData(nameof(AcceptedAddresses))]
    public void Public_addresses_pass(string address) => Assert.True(IpRule.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [MemberData(nameof(AcceptedUrls))]
    public void Unusual_addresses_of_real_publishers_pass(string url) => Assert.IsType<UrlVerdict.Accepted>(new UrlRule([]).Check(url));

    [Fact]
    public void An_address_of_2048_characters_passes_and_a_longer_one_does_not()
    {
        var start = "https://example.com/";

        Assert.IsType<UrlVerdict.Accepted>(new UrlRule([]).Check(start + new string('a', 2048 - start.Length)));
        Assert.IsType<UrlVerdict.Refused>(new UrlRule([]).Check(start + new string('a', 2049 - start.Length)));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5123/feed")]
    [InlineData("http://[::ffff:127.0.0.1]:5123/feed")]
    [InlineData("http://localhost:5123/feed")]
    [InlineData("http://intranet/feed")]
    public void The_operator_may_let_a_network_through_with_all_its_ports(string url) =>
        Assert.IsType<UrlVerdict.Accepted>(new UrlRule([IPNetwork.Parse("127.0.0.0/8")]).Check(url));
}
