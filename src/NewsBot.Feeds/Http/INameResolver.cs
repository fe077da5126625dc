using System.Net;

namespace NewsBot.Feeds.Http;

/// <summary>Looks names up. Asked once per connection, so that what was checked is what is dialled.</summary>
public interface INameResolver
{
    /// <summary>In the order to try. Throws <see cref="System.Net.Sockets.SocketException"/> for a name that does not exist.</summary>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken);
}

/// <summary>The resolver of this machine.</summary>
internal sealed class SystemNameResolver : INameResolver
{
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) =>
        await Dns.GetHostAddressesAsync(host, cancellationToken);
}
