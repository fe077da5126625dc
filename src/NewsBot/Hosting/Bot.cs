using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Configuration;
using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;
using NewsBot.Feeds.Html;
using NewsBot.Feeds.Http;
using NewsBot.Feeds.Parsing;
using NewsBot.Storage.LiteDb;
using NewsBot.Terminal;
using Serilog;

namespace NewsBot.Hosting;

/// <summary>The composed program over one data folder: everything is built and loaded here, and closed in order.</summary>
internal sealed class Bot : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly LiteDatabaseHost _database;

    private Bot(ServiceProvider services, LiteDatabaseHost database, string configFolder)
    {
        _services = services;
        _database = database;
        ConfigFolder = configFolder;
    }

    /// <summary>Paths in the settings are relative to this folder.</summary>
    public string ConfigFolder { get; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static async Task<BotOpening> OpenAsync(string dataFolder, string? configFile, CancellationToken cancellationToken)
    {
        if (configFile is not null && !File.Exists(configFile))
        {
            return new BotOpening.Failed($"the settings file {configFile} does not exist. Give another path with --config.");
        }

        var settings = configFile ?? new[] { Path.GetFullPath("config/newsbot.json"), Path.Combine(AppContext.BaseDirectory, "config", "newsbot.json") }.First(path => File.Exists(path));
        IConfiguration configuration;
        try
        {
            configuration = new ConfigurationBuilder().AddJsonFile(settings, optional: false).AddEnvironmentVariables("NEWSBOT_").Build();
        }
        catch (InvalidDataException e)
        {
            return new BotOpening.Failed($"the settings file {settings} is not valid JSON: {e.InnerException?.Message ?? e.Message} Correct that line.");
        }

        if (SettingsCheck.Problems(configuration, SettingsCatalog.All) is { Count: > 0 } problems)
        {
            return new BotOpening.Failed(string.Join("\nnewsbot: ", problems));
        }

        using var bootLog = LoggerFactory.Create(_ => { });
        switch (LiteDatabaseHost.Open(new LiteDatabaseOptions(dataFolder), bootLog.CreateLogger<LiteDatabaseHost>()))
        {
            case OpenResult.InUse(var process):
                return new BotOpening.Failed($"the folder {dataFolder} is in use by another newsbot{(process is { } id ? $" (process {id})" : "")}. Stop it, or name another folder with --data.");
            case OpenResult.Newer(var found, var supported):
                return new BotOpening.Failed($"the folder {dataFolder} was written by a newer newsbot (schema {found}, this build knows {supported}). Install the newer version.");
            case OpenResult.Opened(var database):
                var bot = new Bot(Compose(configuration, database), database, Path.GetDirectoryName(settings)!);
                await Startup.LoadAsync(bot, cancellationToken);
                return new BotOpening.Opened(bot);
            case var other:
                throw new InvalidOperationException($"Unknown result {other.GetType().Name}.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static ServiceProvider Compose(IConfiguration configuration, LiteDatabaseHost database)
    {
        var services = new ServiceCollection();
        var log = new LoggerConfiguration().MinimumLevel.Warning().WriteTo.Console(standardErrorFromLevel: Serilog.Events.LogEventLevel.Verbose, formatProvider: System.Globalization.CultureInfo.InvariantCulture).CreateLogger();
        services.AddLogging(builder => builder.AddSerilog(log, dispose: true));
        services.AddOptions<FeedsOptions>().Bind(configuration.GetSection(FeedsOptions.Section)).ValidateDataAnnotations();
        services.AddOptions<HttpOptions>().Bind(configuration.GetSection(HttpOptions.Section)).ValidateDataAnnotations();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new Random());
        services.AddSingleton<INewsStore>(provider => new LiteNewsStore(database, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IRefreshStore>(provider => provider.GetRequiredService<INewsStore>()).AddSingleton<FeedAccessRegistry>();
        services.AddSingleton(provider => new GuardedHttp(provider.GetRequiredService<IOptions<HttpOptions>>().Value, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IOptions<FeedsOptions>>().Value.HostPace));
        services.AddSingleton<IFeedFetcher, HttpFeedFetcher>();
        services.AddSingleton<IFeedParser, FeedParser>();
        services.AddSingleton<IHtmlReader, HtmlReader>();
        services.AddSingleton<ArticleIntake>().AddSingleton<FeedRegistry>().AddSingleton<SubscriptionRegistry>().AddSingleton<SubscriptionMatcher>();
        services.AddSingleton<StoryGrouper>().AddSingleton<Outbox>().AddSingleton<IngestLane>().AddSingleton<NewsPipeline>().AddSingleton<FeedPoller>();
        services.AddSingleton<ReadingHandler>().AddSingleton<SubscriptionHandler>().AddSingleton<CommandDispatcher>();
        services.AddSingleton<TerminalMessenger>().AddSingleton<IMessenger>(provider => provider.GetRequiredService<TerminalMessenger>()).AddSingleton<DeliveryLane>();
        return services.BuildServiceProvider();
    }
}

/// <summary>What opening the data folder and the settings came to.</summary>
internal abstract record BotOpening
{
    private BotOpening()
    {
    }

    public sealed record Opened(Bot Bot) : BotOpening;

    /// <param name="Message">Names what is wrong and what to do.</param>
    public sealed record Failed(string Message) : BotOpening;
}
