using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Stories;

namespace NewsBot.Testing;

/// <summary>
/// The whole store in memory: each call is one transaction over <see cref="MemoryNewsData"/>, which outlives this object as a file outlives a process. The contract tests hold it equal to the real one. Thread-safe.
/// </summary>
/// <param name="gate">Asked before and after each transaction; a test may let it fail or never return. Null lets all pass.</param>
/// <param name="skew">How far the store's clock is off.</param>
public sealed partial class MemoryNewsStore(MemoryNewsData data, TimeProvider time, IStoreGate? gate = null, Func<TimeSpan>? skew = null) : INewsStore
{
    public DateTimeOffset Now => time.GetUtcNow() + (skew?.Invoke() ?? TimeSpan.Zero);

    public Task<IReadOnlyList<Feed>> ListFeedsAsync(CancellationToken cancellationToken) => ReadAsync(() => (IReadOnlyList<Feed>)[.. data.Feeds.Values]);

    public Task<Feed?> FindFeedAsync(FeedId feed, CancellationToken cancellationToken) => ReadAsync(() => data.Feeds.GetValueOrDefault(feed.Value));

    public Task<Feed> AddFeedAsync(NewFeed feed, CancellationToken cancellationToken) => WriteAsync(() =>
    {
        if (data.FeedUrls.TryGetValue(feed.Url, out var known))
        {
            return data.Feeds[Standing(known)];
        }

        var id = data.Next("feed");
        data.FeedUrls[feed.Url] = id;
        return data.Feeds[id] = new Feed
        {
            Id = new FeedId(id),
            Kind = feed.Kind,
            Url = feed.Url,
            Title = feed.Title,
            Site = feed.Site,
            Language = feed.Language,
            Topics = feed.Topics,
            InCatalogue = feed.InCatalogue,
            Health = new FeedHealth { NextCheck = Now },
        };
    });

    public Task<Feed?> SaveFeedAsync(Feed feed, CancellationToken cancellationToken) => WriteAsync(() => SaveFeed(feed));

    public Task<FeedMemory> GetFeedMemoryAsync(FeedId feed, CancellationToken cancellationToken) => ReadAsync(() => data.Memory.GetValueOrDefault(feed.Value, FeedMemory.Empty));

    public Task<MergedFeeds?> MergeFeedsAsync(FeedMerge merge, CancellationToken cancellationToken) => WriteAsync(() => Merge(merge));

    public Task<ArticleId> NextArticleIdAsync(CancellationToken cancellationToken) => WriteAsync(() => new ArticleId(data.Next("article")));

    public Task<RefreshCommit?> CommitRefreshAsync(RefreshOutcome outcome, CancellationToken cancellationToken) => WriteAsync(() => Commit(outcome));

    public Task<IReadOnlyList<Article>> GetArticlesAsync(IReadOnlyList<ArticleId> ids, CancellationToken cancellationToken) =>
        ReadAsync(() => (IReadOnlyList<Article>)[.. ids.Take(500).Select(id => data.Articles.GetValueOrDefault(id.Value)).OfType<Article>().Select(Shown)]);

    public Task<IReadOnlyList<Article>> NewestArticlesAsync(ArticleId? below, int limit, CancellationToken cancellationToken) =>
        ReadAsync(() => (IReadOnlyList<Article>)[.. data.Articles.Values.Where(article => below is null || article.Id.Value < below.Value.Value).Reverse().Take(Math.Min(limit, 500)).Select(Shown)]);

    public Task<IReadOnlyList<Article>> ArticlesAfterAsync(ArticleId above, int limit, CancellationToken cancellationToken) =>
        ReadAsync(() => (IReadOnlyList<Article>)[.. data.Articles.Values.Where(article => article.Id.Value > above.Value).Take(Math.Min(limit, 500)).Select(Shown)]);

    public Task<IReadOnlyList<ArticleId>> StoryArticlesAsync(StoryId story, CancellationToken cancellationToken) =>
        ReadAsync(() => (IReadOnlyList<ArticleId>)[.. data.Articles.Values.Where(article => article.Story == story).Select(article => article.Id)]);

    public Task<IReadOnlySet<string>> FindImportedAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        ReadAsync(() => (IReadOnlySet<string>)keys.Take(500).Where(data.Imported.Contains).ToHashSet(StringComparer.Ordinal));

    public Task<ArticleId> LastArticleIdAsync(CancellationToken cancellationToken) => ReadAsync(() => new ArticleId(data.Articles.Keys.LastOrDefault()));

    public Task<long> CountArticlesAsync(CancellationToken cancellationToken) => ReadAsync(() => (long)data.Articles.Count);

    /// <summary>The feed that this one was merged into, or itself.</summary>
    private long Standing(long feed) => data.Feeds.GetValueOrDefault(feed)?.MergedInto is { } into ? Standing(into.Value) : feed;

    private MergedFeeds? Merge(FeedMerge merge)
    {
        if (data.Feeds.GetValueOrDefault(merge.From.Id.Value)?.Version != merge.From.Version || data.Feeds.GetValueOrDefault(merge.Into.Id.Value)?.Version != merge.Into.Version)
        {
            return null;
        }

        var merged = MergedFeeds.Of(merge, data.Memory.GetValueOrDefault(merge.From.Id.Value, FeedMemory.Empty), data.Memory.GetValueOrDefault(merge.Into.Id.Value, FeedMemory.Empty), data.Subscriptions.Values);
        data.Memory.Remove(merge.From.Id.Value);
        data.Memory[merge.Into.Id.Value] = merged.Memory;
        foreach (var subscription in merged.Saved)
        {
            data.Subscriptions[subscription.Id.Value] = subscription;
        }

        foreach (var subscription in merged.Removed)
        {
            data.Subscriptions.Remove(subscription.Id.Value);
        }

        return merged with { From = SaveFeed(merged.From)!, Into = SaveFeed(merged.Into)! };
    }

    private Feed? SaveFeed(Feed feed)
    {
        if (!data.Feeds.TryGetValue(feed.Id.Value, out var held) || held.Version != feed.Version)
        {
            return null;
        }

        data.FeedUrls.TryAdd(feed.Url, feed.Id.Value);
        return data.Feeds[feed.Id.Value] = feed with { Version = feed.Version + 1 };
    }

    private Article Shown(Article article) =>
        data.Memory.GetValueOrDefault(article.Feed.Value)?.Boilerplate is { } memory ? LearnedLines.Without(article, memory.Learned()) : article;

    private RefreshCommit? Commit(RefreshOutcome outcome)
    {
        if (SaveFeed(outcome.Feed) is not { } feed)
        {
            return null;
        }

        if (outcome.Memory is { } memory)
        {
            data.Memory[feed.Id.Value] = memory;
        }

        foreach (var article in outcome.NewArticles)
        {
            data.Articles.Add(article.Id.Value, article);
            if (feed.Kind == FeedKind.Imported)
            {
                data.Imported.Add(article.Key);
            }
        }

        foreach (var article in outcome.ChangedArticles.Where(article => data.Articles.ContainsKey(article.Id.Value)))
        {
            data.Articles[article.Id.Value] = article;
        }

        return new RefreshCommit(feed, Add(outcome.Deliveries));
    }

    private async Task<T> WriteAsync<T>(Func<T> transaction)
    {
        if (gate is null)
        {
            return Locked(transaction);
        }

        await gate.EnterAsync();
        var result = Locked(transaction);
        await gate.EnterAsync();
        return result;
    }

    private async Task<T> ReadAsync<T>(Func<T> query)
    {
        if (gate is not null)
        {
            await gate.EnterAsync();
        }

        return Locked(query);
    }

    private T Locked<T>(Func<T> work)
    {
        lock (data)
        {
            return work();
        }
    }
}

/// <summary>Stands before and after each transaction of a store.</summary>
public interface IStoreGate
{
    /// <summary>Completes when the caller may go on; never when its process is dead.</summary>
    ValueTask EnterAsync();
}
