using System.Net.WebSockets;

namespace NewsBot.Discord.Gateway;

/// <summary>Opens a socket to a gateway.</summary>
internal delegate Task<WebSocket> GatewayDialer(Uri url, CancellationToken cancellationToken);
