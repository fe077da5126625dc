using System.Security.Cryptography;
using System.Text;
using LiteDB;
using NewsBot.Core.Feeds;

namespace NewsBot.Storage.LiteDb;

/// <content>Feeds and what was seen of them.</content>
public sealed partial class LiteNewsStore
{
    public Task<IReadOnlyList<Feed>> ListFeedsAsync(CancellationToken cancellationToken) =>
        host.ReadAsync<IReadOnlyList<Feed>>(
            database => [.. Chunks.All(database.GetCollection("feeds")).Select(document => StoreJson.Read(document, StoreJson.Default.Feed))],
            cancellationToken);

    public Task<Feed?> FindFeedAsync(FeedId feed, CancellationToken cancellationToken) =>
        host.ReadAsync(database => database.GetCollection("feeds").FindById(feed.Value) is { } found ? StoreJson.Read(found, StoreJson.Default.Feed) : null, cancellationToken);

    public Task<Feed> AddFeedAsync(NewFeed feed, CancellationToken cancellationToken) =>
        host.WriteAsync(database => AddFeed(database, feed), cancellationToken);

    public Task<Feed?> SaveFeedAsync(Feed feed, CancellationToken cancellationToken) =>
        host.WriteAsync(database => SaveFeed(database, feed), cancellationToken);

    public Task<FeedMemory> GetFeedMemoryAsync(FeedId feed, CancellationToken cancellationToken) =>
        host.ReadAsync(database => MemoryOf(database, feed), cancellationToken);

    public Task<MergedFeeds?> MergeFeedsAsync(FeedMerge merge, CancellationToken cancellationToken) =>
        host.WriteAsync(database => MergeFeeds(database, merge), cancellationToken);

    private Feed AddFeed(LiteDatabase database, NewFeed feed)
    {
        var feeds = database.GetCollection("feeds");
        var urls = database.GetCollection("feed_urls");
        var key = UrlKey(feed.Url);
        if (urls.FindById(key) is { } known)
        {
            return Standing(database, new FeedId(known["feed"]));
        }

        var added = new Feed
        {
            Id = new FeedId(LiteIds.Next(database, "feed")),
            Kind = feed.Kind,
            Url = feed.Url,
            Title = feed.Title,
            Site = feed.Site,
            Language = feed.Language,
            Topics = feed.Topics,
            InCatalogue = feed.InCatalogue,
            Health = new FeedHealth { NextCheck = Now },
        };
        urls.Insert(new BsonDocument { ["_id"] = key, ["feed"] = added.Id.Value });
        feeds.Insert(StoreJson.Write(added.Id.Value, added, StoreJson.Default.Feed));
        return added;
    }

    private static FeedMemory MemoryOf(LiteDatabase database, FeedId feed) =>
        database.GetCollection("memory").FindById(feed.Value) is { } found ? StoreJson.Read(found, StoreJson.Default.FeedMemory) : FeedMemory.Empty;

    /// <summary>The feed, or the one into which it was merged.</summary>
    private static Feed Standing(LiteDatabase database, FeedId id)
    {
        var feed = StoreJson.Read(database.GetCollection("feeds").FindById(id.Value), StoreJson.Default.Feed);
        return feed.MergedInto is { } into ? Standing(database, into) : feed;
    }

    private MergedFeeds? MergeFeeds(LiteDatabase database, FeedMerge merge)
    {
        var subscriptions = Chunks.All(database.GetCollection("subscriptions")).Select(document => StoreJson.Read(document, StoreJson.Default.Subscription));
        var merged = MergedFeeds.Of(merge, MemoryOf(database, merge.From.Id), MemoryOf(database, merge.Into.Id), subscriptions);
        if (!HasVersion(database, merge.From) || !HasVersion(database, merge.Into) || SaveFeed(database, merged.From) is not { } from || SaveFeed(database, merged.Into) is not { } into)
        {
            return null;
        }

        database.GetCollection("memory").Delete(from.Id.Value);
        database.GetCollection("memory").Upsert(StoreJson.Write(into.Id.Value, merged.Memory, StoreJson.Default.FeedMemory));
        SaveLearned(database, into.Id, merged.Memory.Boilerplate);
        foreach (var subscription in merged.Saved)
        {
            SaveSubscription(database, subscription);
        }

        foreach (var subscription in merged.Removed)
        {
            database.GetCollection("subscriptions").Delete(subscription.Id.Value);
        }

        return merged with { From = from, Into = into };
    }

    private static bool HasVersion(LiteDatabase database, Feed feed) =>
        database.GetCollection("feeds").FindById(feed.Id.Value) is { } stored && StoreJson.Read(stored, StoreJson.Default.Feed).Version == feed.Version;

    private static Feed? SaveFeed(LiteDatabase database, Feed feed)
    {
        var feeds = database.GetCollection("feeds");
        if (feeds.FindById(feed.Id.Value) is not { } document || StoreJson.Read(document, StoreJson.Default.Feed) is not { } stored || stored.Version != feed.Version)
        {
            return null;
        }

        // A feed that moved is found by its old address too.
        if (stored.Url != feed.Url && database.GetCollection("feed_urls") is var urls && urls.FindById(UrlKey(feed.Url)) is null)
        {
            urls.Insert(new BsonDocument { ["_id"] = UrlKey(feed.Url), ["feed"] = feed.Id.Value });
        }

        var saved = feed with { Version = feed.Version + 1 };
        feeds.Update(StoreJson.Write(saved.Id.Value, saved, StoreJson.Default.Feed));
        return saved;
    }

    private static string UrlKey(string url) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url)).AsSpan(0, 16));
}
