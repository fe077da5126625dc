using System.Net;
using Microsoft.Extensions.Logging;
using NewsBot.Discord.Gateway;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord;

/// <summary>
/// All that the rest of the adapter sees of Discord's protocol: calls, answers to interactions, events. Another client of Discord would be put behind these three and nothing else would change.
/// </summary>
internal sealed class DiscordClient : IDisposable
{
    private readonly RateLimitQueue _limits;
    private readonly GatewayFinder _finder;
    private readonly IdentifyGate _identifies;
    private readonly HttpMessageInvoker _http;

    /// <param name="handler">Sends the calls; see <see cref="DirectHandler"/>.</param>
    public DiscordClient(DiscordAccount account, HttpMessageHandler handler, IGatewayStore store, DiscordClientOptions options, ILoggerFactory loggers)
    {
        Clock = new ClientClock(options.Time);
        _http = new HttpMessageInvoker(handler);
        _limits = new RateLimitQueue(new RateLimiter(options.Random), Clock);
        var rest = new DiscordRest(new RestTransport(account, _http, options.Time), _limits, Gate, options.Time, options.Random, loggers.CreateLogger<DiscordRest>());
        Api = new DiscordApi(rest);
        Interactions = new InteractionApi(rest, Clock);
        Events = new GatewayEvents(loggers.CreateLogger<GatewayEvents>());
        _finder = new GatewayFinder(Api, options.Time);
        _identifies = new IdentifyGate(store, options.Time);
        var ports = new GatewayPorts { Account = account, Finder = _finder, Identifies = _identifies, Store = store, Gate = Gate, Random = options.Random, Clock = Clock, Dial = options.Dial };
        Gateway = new DiscordGateway(ports, options.Shards, Events, loggers);
    }

    /// <summary>What <see cref="Rest.Models.Interaction.ReceivedAt"/> counts by.</summary>
    public ClientClock Clock { get; }

    public TokenGate Gate { get; } = new();

    public DiscordApi Api { get; }

    public InteractionApi Interactions { get; }

    public GatewayEvents Events { get; }

    public DiscordGateway Gateway { get; }

    /// <summary>Answers of the last ten minutes that count towards a ban of the address.</summary>
    public int InvalidRequests => _limits.InvalidRequests;

    /// <summary>Without tracing, as traces would hold the tokens of paths.</summary>
    public static SocketsHttpHandler DirectHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        MaxResponseHeadersLength = 32,
    };

    public void Dispose()
    {
        _limits.Dispose();
        _finder.Dispose();
        _identifies.Dispose();
        _http.Dispose();
    }
}

/// <summary>Where the client takes time and chance from, and how it connects.</summary>
internal sealed record DiscordClientOptions(TimeProvider Time, Random Random)
{
    /// <summary>0 leaves the number to Discord.</summary>
    public int Shards { get; init; }

    public GatewayDialer Dial { get; init; } = GatewayConnection.DialAsync;
}
