using Microsoft.Extensions.DependencyInjection;

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
            .AddSingleton<Backtest>()
            .AddSingleton<StartHandler>()
            .AddSingleton<ListHandler>()
            .AddSingleton<ArticleHandler>()
            .AddSingleton<FollowHandler>()
            .AddSingleton<SubscriptionHandler>()
            .AddSingleton<HomeHandler>()
            .AddSingleton<TransferHandler>()
            .AddSingleton<WhyHandler>()
            .AddSingleton<OperatorHandler>();
    }
}
