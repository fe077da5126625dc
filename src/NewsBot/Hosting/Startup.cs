using System.Xml;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Hosting;

/// <summary>Fills the mirrors in memory from the store, follows the catalogue and takes in the samples. Running it twice changes nothing.</summary>
internal static partial class Startup
{
    public static async Task LoadAsync(Bot bot, CancellationToken cancellationToken)
    {
        var store = bot.Get<INewsStore>();
        var feeds = bot.Get<FeedRegistry>();
        foreach (var feed in await store.ListFeedsAsync(cancellationToken))
        {
            feeds.Put(feed);
        }

        foreach (var (feed, access) in await bot.Get<IFeedAccessStore>().LoadFeedAccessAsync(cancellationToken))
        {
            if (access is null)
            {
                LogLostAccess(bot.Get<ILogger<Bot>>(), feed);
                bot.Get<FeedAccessRegistry>().PutLost(feed);
                continue;
            }

            bot.Get<FeedAccessRegistry>().Put(feed, access);
        }

        bot.Get<SubscriptionRegistry>().Load(await store.LoadSubscriptionsAsync(cancellationToken));
        var options = bot.Get<IOptions<FeedsOptions>>().Value;
        await FollowCatalogueAsync(bot, options.Catalogue, cancellationToken);
        await TakeInSamplesAsync(bot, options.Samples, cancellationToken);

        // A row that was being sent when the process ended has an unknown outcome; the lane sends it once more.
        bot.Get<Outbox>().Enqueue(await store.OpenDeliveriesAsync(cancellationToken));
    }

    private static async Task FollowCatalogueAsync(Bot bot, string file, CancellationToken cancellationToken)
    {
        var path = Path.Combine(bot.ConfigFolder, file);
        var feeds = bot.Get<FeedRegistry>();
        if (file.Length == 0 || feeds.All.Any(feed => feed.InCatalogue))
        {
            return;
        }

        if (!File.Exists(path))
        {
            LogMissing(bot.Get<ILogger<Bot>>(), path);
            return;
        }

        try
        {
            foreach (var feed in Catalogue.Read(new StringReader(await File.ReadAllTextAsync(path, cancellationToken))))
            {
                feeds.Put(await bot.Get<INewsStore>().AddFeedAsync(feed with { InCatalogue = true }, cancellationToken));
            }
        }
        catch (XmlException e)
        {
            LogDamaged(bot.Get<ILogger<Bot>>(), path, e.Message);
        }
    }

    private static async Task TakeInSamplesAsync(Bot bot, string file, CancellationToken cancellationToken)
    {
        var path = Path.Combine(bot.ConfigFolder, file);
        var feeds = bot.Get<FeedRegistry>();
        if (file.Length == 0 || !File.Exists(path) || feeds.All.Any(feed => feed.Kind == FeedKind.Samples))
        {
            return;
        }

        var store = bot.Get<INewsStore>();
        var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        if (bot.Get<IFeedParser>().Parse(new FeedDocument(bytes, null, "application/rss+xml")) is FeedParseResult.Parsed(var parsed))
        {
            var feed = await store.AddFeedAsync(new NewFeed(FeedKind.Samples, "samples", "Sample news"), cancellationToken);
            var drafts = bot.Get<ArticleIntake>().ReadItems(feed, parsed, store.Now).Drafts;
            var report = await bot.Get<IngestLane>().IngestAsync(feed with { Health = feed.Health with { Requests = drafts.Count, Status = FeedStatus.Working } }, drafts, cancellationToken);
            feeds.Put(report.Feed ?? feed);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The credentials of feed {Feed} were encrypted with another secret.key. Put that file back, or enter them again with /subscribe.")]
    private static partial void LogLostAccess(ILogger logger, FeedId feed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Feeds:Catalogue names {Path}, which does not exist; no feed is followed. Give the path of an OPML file, or \"\" for none.")]
    private static partial void LogMissing(Microsoft.Extensions.Logging.ILogger logger, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Feeds:Catalogue {Path} is not valid OPML ({Problem}); no feed is followed. Correct the file.")]
    private static partial void LogDamaged(Microsoft.Extensions.Logging.ILogger logger, string path, string problem);
}
