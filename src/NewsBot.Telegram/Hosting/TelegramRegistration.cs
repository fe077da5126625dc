using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Core.Delivery;
using NewsBot.Core.Inbox;
using NewsBot.Core.Platforms;
using NewsBot.Core.Storage;
using NewsBot.Telegram.Chats;
using NewsBot.Telegram.Sending;
using NewsBot.Telegram.Updates;

namespace NewsBot.Telegram.Hosting;

/// <summary>Registers the adapter; to be called only with a token.</summary>
public static class TelegramRegistration
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddTelegram() => services
            .AddSingleton(provider => new TelegramBotApi(
                EndpointOf(provider.GetRequiredService<IOptions<TelegramOptions>>().Value), TelegramBotApi.NewHandler(), TelegramBotApi.NewHandler(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(provider => new OwnAccount(provider.GetRequiredService<TelegramBotApi>().BotId))
            .AddSingleton<IStateStore>(provider => provider.GetRequiredService<INewsStore>())
            .AddSingleton<ChatKinds>()
            .AddSingleton<IChatKinds>(provider => provider.GetRequiredService<ChatKinds>())
            .AddSingleton<TelegramSender>()
            .AddSingleton<IMessenger, TelegramMessenger>()
            .AddSingleton<ChatRights>()
            .AddSingleton<Callers>()
            .AddSingleton<ManagedChats>()
            .AddSingleton<CommandMenus>()
            .AddSingleton<Attachments>()
            .AddSingleton<AnswerSender>()
            .AddSingleton<CommandRunner>()
            .AddSingleton<ManageHandler>()
            .AddSingleton<MessageHandler>()
            .AddSingleton<CallbackHandler>()
            .AddSingleton<MembershipHandler>()
            .AddSingleton<InlineAnswers>()
            .AddSingleton<UpdateHandler>()
            .AddSingleton(InboxOf)
            .AddSingleton<UpdateIntake>()
            .AddSingleton<UpdatePoller>()
            .AddSingleton<WebhookListener>()
            .AddSingleton<IChatPlatform>(ServiceOf);
    }

    private static BotEndpoint EndpointOf(TelegramOptions options) => new(options.Token, options.ApiUrl.Length > 0 ? options.ApiUrl : null);

    private static InboxWorker InboxOf(IServiceProvider provider) => new(
        provider.GetRequiredService<OwnAccount>().Source,
        provider.GetRequiredService<UpdateHandler>(),
        provider.GetRequiredService<INewsStore>(),
        provider.GetRequiredService<IOptions<TelegramOptions>>().Value.CommandAge,
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<InboxWorker>>());

    private static TelegramService ServiceOf(IServiceProvider provider) => new(
        provider.GetRequiredService<TelegramBotApi>(),
        provider.GetRequiredService<OwnAccount>(),
        provider.GetRequiredService<ChatKinds>(),
        provider.GetRequiredService<CommandMenus>(),
        provider.GetRequiredService<InboxWorker>(),
        provider.GetRequiredService<InlineAnswers>(),
        provider.GetRequiredService<UpdatePoller>(),
        provider.GetRequiredService<WebhookListener>(),
        provider.GetRequiredService<IOptions<TelegramOptions>>(),
        provider.GetRequiredService<Random>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<TelegramService>>());
}
