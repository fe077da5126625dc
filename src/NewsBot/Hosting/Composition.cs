using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsBot.Ai;
using NewsBot.Core.Articles;
using NewsBot.Core.Articles.Enrichment;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Notices;
using NewsBot.Core.Storage;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;
using NewsBot.Discord.Hosting;
using NewsBot.Feeds.Discovery;
using NewsBot.Feeds.Extraction;
using NewsBot.Feeds.Html;
using NewsBot.Feeds.Http;
using NewsBot.Feeds.Parsing;
using NewsBot.Search;
using NewsBot.Storage.LiteDb;
using NewsBot.Telegram.Hosting;
using NewsBot.Terminal;
using NewsBot.Verbs;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace NewsBot.Hosting;

/// <summary>Which class stands behind which port.</summary>
internal static class Composition
{
    public static ServiceProvider Build(IConfiguration configuration, LiteDatabaseHost database, string dataFolder, VerbConsole console, TimeProvider time)
    {
        var services = new ServiceCollection();
        var level = new LoggingLevelSwitch(LogEventLevel.Warning);
        services.AddSingleton(level);
        services.AddLogging(builder => builder.AddSerilog(LogTargets.For(dataFolder, console.Screen, level), dispose: true));
        services.AddOptions<FeedsOptions>().Bind(configuration.GetSection(FeedsOptions.Section));
        services.AddOptions<HttpOptions>().Bind(configuration.GetSection(HttpOptions.Section));
        services.AddOptions<EnrichmentOptions>().Bind(configuration.GetSection(EnrichmentOptions.Section));
        services.AddOptions<AiOptions>().Bind(configuration.GetSection(AiOptions.Section));
        services.AddOptions<DeliveryOptions>().Bind(configuration.GetSection(DeliveryOptions.Section));
        services.AddOptions<QuotaOptions>().Bind(configuration.GetSection(QuotaOptions.Section));
        services.AddOptions<RetentionOptions>().Bind(configuration.GetSection(RetentionOptions.Section));
        services.AddOptions<TelegramOptions>().Bind(configuration.GetSection(TelegramOptions.Section));
        services.AddOptions<DiscordOptions>().Bind(configuration.GetSection(DiscordOptions.Section));
        services.AddSingleton(time);
        services.AddSingleton(_ => new Random());
        services.AddSingleton(database).AddSingleton<LiteNewsStore>();
        services.AddSingleton<INewsStore>(provider => provider.GetRequiredService<LiteNewsStore>());
        services.AddSingleton<IRetentionStore>(provider => provider.GetRequiredService<LiteNewsStore>());
        services.AddSingleton<IArticleAddresses>(provider => provider.GetRequiredService<LiteNewsStore>());
        services.AddSingleton<IFeedAccessStore>(new LiteFeedAccessStore(database, SecretKey.Open(dataFolder, configuration[$"{FeedsOptions.Section}:{nameof(FeedsOptions.SecretKeyFile)}"])));
        services.AddSingleton<IEnrichmentStore>(provider => provider.GetRequiredService<LiteNewsStore>());
        services.AddSingleton<IRefreshStore>(provider => provider.GetRequiredService<INewsStore>());
        services.AddFeeds().AddNews().AddCommands().AddAi().AddSearch(Path.Combine(dataFolder, "index"));
        services.AddSingleton<TerminalMessenger>().AddSingleton<IMessenger>(provider => provider.GetRequiredService<TerminalMessenger>());
        if (configuration.GetSection(TelegramOptions.Section)[nameof(TelegramOptions.Token)] is { Length: > 0 })
        {
            services.AddTelegram();
        }

        if (configuration.GetSection(DiscordOptions.Section)[nameof(DiscordOptions.Token)] is { Length: > 0 })
        {
            services.AddDiscord();
        }

        return services.BuildServiceProvider();
    }

    private static IServiceCollection AddFeeds(this IServiceCollection services) => services
        .AddSingleton(provider => new GuardedHttp(provider.GetRequiredService<IOptions<HttpOptions>>().Value, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IOptions<FeedsOptions>>().Value.HostPace))
        .AddSingleton<FeedAccessRegistry>()
        .AddSingleton<HttpFeedFetcher>()
        .AddSingleton(provider => new SearchedAnswers(provider.GetRequiredService<HttpFeedFetcher>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IFeedFetcher>(provider => provider.GetRequiredService<SearchedAnswers>())
        .AddSingleton<IFeedFinder, FeedFinder>()
        .AddSingleton<IPageFetcher, HttpPageFetcher>()
        .AddSingleton<IArticleExtractor, ArticleExtractor>()
        .AddSingleton<IFeedParser, FeedParser>()
        .AddSingleton<IHtmlReader, HtmlReader>();

    /// <summary>The private chats of the operators that the settings name, as the adapters write them.</summary>
    private static OperatorPlaces OperatorPlacesOf(IServiceProvider provider)
    {
        var telegram = provider.GetRequiredService<IOptions<TelegramOptions>>().Value.Operators.Select(user => new PlaceId("telegram:" + user));
        var discord = provider.GetRequiredService<IOptions<DiscordOptions>>().Value.Operators.Select(user => new PlaceId("discord:@" + user));
        return new OperatorPlaces(provider.GetRequiredService<INewsStore>(), provider.GetRequiredService<SubscriptionRegistry>(), [.. telegram, .. discord]);
    }

    private static IServiceCollection AddNews(this IServiceCollection services) => services
        .AddSingleton<FeedRegistry>()
        .AddSingleton<FeedPoller>()
        .AddSingleton<NewsPipeline>()
        .AddSingleton<FeedMoves>()
        .AddSingleton<ArticleIntake>()
        .AddSingleton<NamedPages>()
        .AddSingleton<ArticleEnricher>()
        .AddSingleton<IngestLane>()
        .AddSingleton<IngestWarmUp>()
        .AddSingleton<StorySources>()
        .AddSingleton<RecentArticles>()
        .AddSingleton<StoryMessages>()
        .AddSingleton<QuietExceptions>()
        .AddSingleton<DeliveryPlanner>()
        .AddSingleton<DeliveryLimits>()
        .AddSingleton<VolumeWatch>()
        .AddSingleton<DigestScheduler>()
        .AddSingleton<FeedNotices>()
        .AddSingleton<NetworkNotices>()
        .AddSingleton(OperatorPlacesOf)
        .AddSingleton<PostBuilder>()
        .AddSingleton<StoryGrouper>()
        .AddSingleton<SubscriptionRegistry>()
        .AddSingleton<SubscriptionAdmission>()
        .AddSingleton<SubscriptionMatcher>()
        .AddSingleton<Outbox>()
        .AddSingleton<Retention>()
        .AddSingleton<PlaceReach>()
        .AddSingleton<DeliveryLanes>();
}
