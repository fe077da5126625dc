using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Reports;

namespace NewsBot.Core.Commands;

/// <summary>Registers the command path.</summary>
public static class CommandsRegistration
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddCommands() => services
            .AddSingleton<Conversation>()
            .AddSingleton<CommandDispatcher>()
            .AddSingleton<RequestReader>()
            .AddSingleton<ReferenceResolver>()
            .AddSingleton<ListPager>()
            .AddSingleton<CallerLimits>()
            .AddSingleton<HeadlineReader>()
            .AddSingleton<Backtest>()
            .AddSingleton<StartHandler>()
            .AddSingleton<ListHandler>()
            .AddSingleton<SearchHandler>()
            .AddSingleton<ArticleHandler>()
            .AddSingleton<GuardedFeeds>()
            .AddSingleton<FollowHandler>()
            .AddSingleton<WaitingAlerts>()
            .AddSingleton<SubscriptionHandler>()
            .AddSingleton<DigestHandler>()
            .AddSingleton<DeliveryHandler>()
            .AddSingleton<ModeHandler>()
            .AddSingleton<StyleHandler>()
            .AddSingleton<HomeHandler>()
            .AddSingleton<EntrySettings>()
            .AddSingleton<BundleRestorer>()
            .AddSingleton<TransferHandler>()
            .AddSingleton<WhyHandler>()
            .AddSingleton<ReportHandler>()
            .AddSingleton<LessHandler>()
            .AddSingleton<SubscriberChanges>()
            .AddSingleton<OperatorClaim>()
            .AddSingleton<FeedHandler>()
            .AddSingleton<OperatorHandler>();
    }
}
