using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Inbox;
using NewsBot.Core.Storage;
using NewsBot.Discord.Gateway;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Sending;

namespace NewsBot.Discord.Hosting;

/// <summary>Registers the adapter; to be called only with a token.</summary>
public static class DiscordRegistration
{
    /// <summary>Of the 15 minutes in which Discord takes the answer to an interaction.</summary>
    private static readonly TimeSpan AnswerTime = TimeSpan.FromMinutes(14);

    extension(IServiceCollection services)
    {
        public IServiceCollection AddDiscord() => services
            .AddSingleton(provider => AccountOf(provider.GetRequiredService<IOptions<DiscordOptions>>().Value))
            .AddSingleton<TokenGate>()
            .AddSingleton<ClientClock>()
            .AddSingleton<RateLimiter>()
            .AddSingleton<RateLimitQueue>()
            .AddSingleton(provider => new RestTransport(provider.GetRequiredService<DiscordAccount>(), NewHttp(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<DiscordRest>()
            .AddSingleton<DiscordApi>()
            .AddSingleton<InteractionApi>()
            .AddSingleton<ChannelDirectory>()
            .AddSingleton<IMessenger, DiscordMessenger>()
            .AddSingleton<CallerLimits>()
            .AddSingleton<DiscordCallers>()
            .AddSingleton<Suggestions>()
            .AddSingleton(provider => new UploadLoader(provider.GetRequiredService<DiscordAccount>(), NewHttp(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<InteractionHandler>()
            .AddSingleton<CommandRegistrar>()
            .AddSingleton<GuildLife>()
            .AddSingleton<IGatewayStore, GatewayMemory>()
            .AddSingleton<GatewayFinder>()
            .AddSingleton<IdentifyGate>()
            .AddSingleton<GatewayEvents>()
            .AddSingleton(GatewayOf)
            .AddSingleton(ServiceOf);
    }

    private static DiscordAccount AccountOf(DiscordOptions options)
    {
        var account = new DiscordAccount(options.Token);
        return options.ApiUrl.Length > 0 ? account with { Api = new Uri(options.ApiUrl) } : account;
    }

    /// <summary>Tokens are in its addresses and headers: nothing of it is traced.</summary>
    private static HttpMessageInvoker NewHttp() => new(new SocketsHttpHandler { ActivityHeadersPropagator = null, AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) });

    private static DiscordGateway GatewayOf(IServiceProvider provider)
    {
        var ports = new GatewayPorts
        {
            Account = provider.GetRequiredService<DiscordAccount>(),
            Finder = provider.GetRequiredService<GatewayFinder>(),
            Identifies = provider.GetRequiredService<IdentifyGate>(),
            Store = provider.GetRequiredService<IGatewayStore>(),
            Gate = provider.GetRequiredService<TokenGate>(),
            Random = provider.GetRequiredService<Random>(),
            Clock = provider.GetRequiredService<ClientClock>(),
        };
        return new DiscordGateway(ports, provider.GetRequiredService<IOptions<DiscordOptions>>().Value.Shards, provider.GetRequiredService<GatewayEvents>(), provider.GetRequiredService<ILoggerFactory>());
    }

    private static DiscordService ServiceOf(IServiceProvider provider) => new(
        provider.GetRequiredService<DiscordGateway>(),
        provider.GetRequiredService<GatewayEvents>(),
        provider.GetRequiredService<GuildLife>(),
        provider.GetRequiredService<CommandRegistrar>(),
        application => new InboxWorker(InteractionIntake.SourceOf(application), provider.GetRequiredService<InteractionHandler>(), provider.GetRequiredService<INewsStore>(), AnswerTime, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<InboxWorker>>()),
        inbox => ActivatorUtilities.CreateInstance<InteractionIntake>(provider, inbox),
        provider.GetRequiredService<ILogger<DiscordService>>());
}
