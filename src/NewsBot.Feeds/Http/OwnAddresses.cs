using System.Net;
using System.Net.NetworkInformation;

namespace NewsBot.Feeds.Http;

/// <summary>The addresses of this machine's own interfaces. A public one leads inside too: services that listen there trust it more than the Internet. Read again every minute.</summary>
internal sealed class OwnAddresses(TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private HashSet<IPAddress> _addresses = [];
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;

    public bool Contains(IPAddress address)
    {
        lock (_lock)
        {
            if (time.GetUtcNow() - _readAt > Fresh)
            {
                _addresses = Read();
                _readAt = time.GetUtcNow();
            }

            return _addresses.Contains(Plain(address));
        }
    }

    private static HashSet<IPAddress> Read()
    {
        try
        {
            return [.. NetworkInterface.GetAllNetworkInterfaces().SelectMany(card => card.GetIPProperties().UnicastAddresses).Select(unicast => Plain(unicast.Address))];
        }
        catch (NetworkInformationException)
        {
            // Sandboxes may forbid the listing; the rule on private addresses still holds.
            return [];
        }
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : new IPAddress(address.GetAddressBytes());
}
