using System.Net;
using System.Net.Sockets;

namespace NewsBot.Feeds.Http;

/// <summary>Tells addresses of the public Internet from all others. IPv4 by a deny list (IANA special-purpose registry), IPv6 by an allow list.</summary>
public static class IpRule
{
    private static readonly IPNetwork[] Denied4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] Denied6 = [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "2620:4f:8000::/48" }.Select(text => IPNetwork.Parse(text))];

    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return IsPublic(address.MapToIPv4());
        }

        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !Denied4.Any(network => network.Contains(address));
        }

        var plain = new IPAddress(address.GetAddressBytes());
        return Global6.Contains(plain) && !Denied6.Any(network => network.Contains(plain)) && !IsIsatap(plain);
    }

    /// <summary>RFC 5214: the interface id carries an IPv4 address.</summary>
    private static bool IsIsatap(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return bytes[8] is 0 or 2 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == 0xfe;
    }
}
