using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Core.Delivery;
using NewsBot.Core.Inbox;
using NewsBot.Core.Platforms;
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
            .AddSingleton<IGatewayStore, GatewayMemory>()
            .AddSingleton(ClientOf)
            .AddSingleton(provider => provider.GetRequiredService<DiscordClient>().Api)
            .AddSingleton(provider => provider.GetRequiredService<DiscordClient>().Interactions)
            .AddSingleton<ChannelDirectory>()
            .AddSingleton<IMessenger, DiscordMessenger>()
            .AddSingleton<DiscordCallers>()
            .AddSingleton<AnswerAudience>()
            .AddSingleton<Suggestions>()
            .AddSingleton(provider => new UploadLoader(provider.GetRequiredService<DiscordAccount>(), new HttpMessageInvoker(DiscordClient.DirectHandler()), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<InteractionHandler>()
            .AddSingleton<CommandRegistrar>()
            .AddSingleton<PlaceReturn>()
            .AddSingleton<GuildLife>()
            .AddSingleton<IChatPlatform>(ServiceOf);
    }

    private static DiscordAccount AccountOf(DiscordOptions options)
    {
        var account = new DiscordAccount(options.Token);
        return options.ApiUrl.Length > 0 ? account with { Api = new Uri(options.ApiUrl) } : account;
    }

    private static DiscordClient ClientOf(IServiceProvider provider) => new(
        provider.GetRequiredService<DiscordAccount>(),
        DiscordClient.DirectHandler(),
        provider.GetRequiredService<IGatewayStore>(),
        new DiscordClientOptions(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<Random>()) { Shards = provider.GetRequiredService<IOptions<DiscordOptions>>().Value.Shards },
        provider.GetRequiredService<ILoggerFactory>());

    private static DiscordService ServiceOf(IServiceProvider provider) => new(
        provider.GetRequiredService<DiscordClient>(),
        provider.GetRequiredService<GuildLife>(),
        provider.GetRequiredService<CommandRegistrar>(),
        application => new InboxWorker(InteractionIntake.SourceOf(application), provider.GetRequiredService<InteractionHandler>(), provider.GetRequiredService<INewsStore>(), AnswerTime, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<InboxWorker>>()),
        inbox => ActivatorUtilities.CreateInstance<InteractionIntake>(provider, inbox),
        provider.GetRequiredService<ILogger<DiscordService>>());
}
