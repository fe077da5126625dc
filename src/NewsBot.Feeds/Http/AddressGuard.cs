using System.Net;

namespace NewsBot.Feeds.Http;

/// <summary>Resolves a host and refuses it when any of its addresses may not be dialled: a name with one public and one private answer is an attack.</summary>
internal sealed class AddressGuard(UrlRule rule, INameResolver resolver, Func<IPAddress, bool> isOwn)
{
    /// <summary>Never empty, every address checked. Throws <see cref="RefusedAddressException"/>.</summary>
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, int port, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await resolver.ResolveAsync(host, cancellationToken);
        var ordinary = literal is not null || UrlRule.IsOrdinary(host, port);
        if (addresses.Count == 0 || !addresses.All(address => MayDial(address, ordinary)))
        {
            throw new RefusedAddressException();
        }

        return addresses;
    }

    private bool MayDial(IPAddress address, bool ordinary) =>
        rule.IsAllowed(address) || (ordinary && IpRule.IsPublic(address) && !isOwn(address));
}

/// <summary>The address is not one that strangers may make us dial; <see cref="GuardedHttp"/> turns it into a value.</summary>
internal sealed class RefusedAddressException() : IOException("The address is not public.");
