using System.Net;
using System.Net.Sockets;

namespace NewsBot.Feeds.Http;

/// <summary>Makes the connections: resolves once, checks every answer and dials just what was checked, as a second look-up could answer otherwise. IPv4 is tried where IPv6 leads nowhere.</summary>
internal sealed class GuardedConnector(AddressGuard guard, HttpOptions options, TimeProvider time)
{
    public static readonly HttpRequestOptionsKey<ConnectionTrace> Trace = new("newsbot.connection");
    private const int MostAttempts = 4;

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var endpoint = context.DnsEndPoint;
        var addresses = await guard.ResolveAsync(endpoint.Host, endpoint.Port, cancellationToken);
        var trace = context.InitialRequestMessage.Options.TryGetValue(Trace, out var found) ? found : new ConnectionTrace();
        List<IPAddress> candidates = trace.OnlyIPv4 ? [.. addresses.Where(IsIPv4)] : Alternating(addresses);
        var patience = options.ConnectTimeout / Math.Clamp(candidates.Count, 1, 2);
        Exception last = new SocketException((int)SocketError.HostUnreachable);
        foreach (var address in candidates.Take(MostAttempts))
        {
            try
            {
                var stream = await DialAsync(new IPEndPoint(address, endpoint.Port), patience, cancellationToken);
                trace.Connected(usedIPv6: !IsIPv4(address), hasIPv4: addresses.Any(IsIPv4));
                return stream;
            }
            catch (SocketException e)
            {
                last = e;
            }
            catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
            {
                last = new SocketException((int)SocketError.TimedOut, e.Message);
            }
        }

        throw last;
    }

    private async Task<Stream> DialAsync(IPEndPoint endpoint, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var tooLong = new CancellationTokenSource(patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(tooLong.Token, cancellationToken);
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endpoint, both.Token);
            if (!endpoint.Equals(socket.RemoteEndPoint))
            {
                throw new RefusedAddressException();
            }

            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The resolver's order, but the second attempt is of the other family: a dead IPv6 route must not use up all attempts.</summary>
    private static List<IPAddress> Alternating(IReadOnlyList<IPAddress> addresses)
    {
        var first = addresses[0];
        var other = addresses.FirstOrDefault(address => address.AddressFamily != first.AddressFamily);
        return other is null ? [.. addresses] : [first, other, .. addresses.Where(address => !address.Equals(first) && !address.Equals(other))];
    }

    private static bool IsIPv4(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork || address.IsIPv4MappedToIPv6;
}

/// <summary>How the connection of a request was made, and whether it has to be made by IPv4.</summary>
internal sealed class ConnectionTrace
{
    public bool OnlyIPv4 { get; init; }

    /// <summary>True when the connection went by IPv6 and the name has an IPv4 address as well.</summary>
    public bool CouldUseIPv4 { get; private set; }

    public void Connected(bool usedIPv6, bool hasIPv4) => CouldUseIPv4 = usedIPv6 && hasIPv4;
}
