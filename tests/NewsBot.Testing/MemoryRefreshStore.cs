using System.Collections.Concurrent;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Testing;

/// <summary>The news path's store in memory, with the same compare and set on the feed's version; completes at once, so that virtual time may drive it.</summary>
public sealed class MemoryRefreshStore(TimeProvider time) : IRefreshStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<FeedId, Feed> _feeds = [];
    private readonly Dictionary<FeedId, FeedMemory> _memory = [];
    private readonly SortedDictionary<long, Article> _articles = [];
    private long _nextArticle = 1;
    private long _nextDelivery = 1;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Everything that was planned to be sent.</summary>
    public ConcurrentQueue<PlannedDelivery> Deliveries { get; } = new();

    /// <summary>Those that a merge of feeds finds and changes.</summary>
    public IReadOnlyList<Subscription> Subscriptions { get; set; } = [];

    public IReadOnlyList<Article> Articles => Locked(() => (IReadOnlyList<Article>)[.. _articles.Values]);

    public Task<IReadOnlyList<Feed>> ListFeedsAsync(CancellationToken cancellationToken) => Done(() => (IReadOnlyList<Feed>)[.. _feeds.Values]);

    public Task<Feed?> FindFeedAsync(FeedId feed, CancellationToken cancellationToken) => Done(() => _feeds.GetValueOrDefault(feed));

    public Task<Feed> AddFeedAsync(NewFeed feed, CancellationToken cancellationToken) => Done(() =>
    {
        if (_feeds.Values.FirstOrDefault(held => held.Url == feed.Url) is { } known)
        {
            return known;
        }

        var id = new FeedId(_feeds.Count + 1);
        return _feeds[id] = new Feed
        {
            Id = id,
            Kind = feed.Kind,
            Url = feed.Url,
            Title = feed.Title,
            Topics = feed.Topics,
            InCatalogue = feed.InCatalogue,
            Health = new FeedHealth { NextCheck = Now },
        };
    });

    public Task<Feed?> SaveFeedAsync(Feed feed, CancellationToken cancellationToken) => Done(() => Save(feed));

    public Task<FeedMemory> GetFeedMemoryAsync(FeedId feed, CancellationToken cancellationToken) => Done(() => _memory.GetValueOrDefault(feed, FeedMemory.Empty));

    public Task<ArticleId> NextArticleIdAsync(CancellationToken cancellationToken) => Done(() => new ArticleId(_nextArticle++));

    public Task<RefreshCommit?> CommitRefreshAsync(RefreshOutcome outcome, CancellationToken cancellationToken) => Done(() => Commit(outcome));

    public Task<IReadOnlyList<Article>> GetArticlesAsync(IReadOnlyList<ArticleId> ids, CancellationToken cancellationToken) =>
        Done(() => (IReadOnlyList<Article>)[.. ids.Select(id => _articles.GetValueOrDefault(id.Value)).OfType<Article>()]);

    public Task<IReadOnlyList<Article>> NewestArticlesAsync(ArticleId? below, int limit, CancellationToken cancellationToken) =>
        Done(() => (IReadOnlyList<Article>)[.. _articles.Values.Reverse().Where(article => below is null || article.Id.Value < below.Value.Value).Take(limit)]);

    public Task<IReadOnlyList<Article>> ArticlesAfterAsync(ArticleId above, int limit, CancellationToken cancellationToken) =>
        Done(() => (IReadOnlyList<Article>)[.. _articles.Values.Where(article => article.Id.Value > above.Value).Take(limit)]);

    public Task<IReadOnlyList<OutboxRow>> DeliveriesSinceAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<OutboxRow>>([]);

    public Task<IReadOnlySet<string>> FindImportedAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) => Task.FromResult<IReadOnlySet<string>>(new HashSet<string>(StringComparer.Ordinal));

    public Task<IReadOnlyList<ArticleId>> StoryArticlesAsync(StoryId story, CancellationToken cancellationToken) =>
        Done(() => (IReadOnlyList<ArticleId>)[.. _articles.Values.Where(article => article.Story == story).Select(article => article.Id)]);

    public Task<MergedFeeds?> MergeFeedsAsync(FeedMerge merge, CancellationToken cancellationToken) => Done(() => Merge(merge));

    private MergedFeeds? Merge(FeedMerge merge)
    {
        if (_feeds[merge.From.Id].Version != merge.From.Version || _feeds[merge.Into.Id].Version != merge.Into.Version)
        {
            return null;
        }

        var merged = MergedFeeds.Of(merge, _memory.GetValueOrDefault(merge.From.Id, FeedMemory.Empty), _memory.GetValueOrDefault(merge.Into.Id, FeedMemory.Empty), Subscriptions);
        _memory.Remove(merge.From.Id);
        _memory[merge.Into.Id] = merged.Memory;
        Subscriptions = [.. Subscriptions.Where(held => !merged.Saved.Concat(merged.Removed).Any(changed => changed.Id == held.Id)), .. merged.Saved];
        return merged with { From = Save(merged.From)!, Into = Save(merged.Into)! };
    }

    private Feed? Save(Feed feed) =>
        _feeds.TryGetValue(feed.Id, out var held) && held.Version == feed.Version ? _feeds[feed.Id] = feed with { Version = feed.Version + 1 } : null;

    private RefreshCommit? Commit(RefreshOutcome outcome)
    {
        if (Save(outcome.Feed) is not { } feed)
        {
            return null;
        }

        _memory[feed.Id] = outcome.Memory ?? _memory.GetValueOrDefault(feed.Id, FeedMemory.Empty);
        foreach (var article in outcome.NewArticles.Concat(outcome.ChangedArticles))
        {
            _articles[article.Id.Value] = article;
        }

        return new RefreshCommit(feed, [.. outcome.Deliveries.Select(RowOf)]);
    }

    private OutboxRow RowOf(PlannedDelivery planned)
    {
        Deliveries.Enqueue(planned);
        return new OutboxRow
        {
            Id = new DeliveryId(_nextDelivery++),
            Place = planned.Place,
            Article = planned.Article,
            Subscription = planned.Subscription,
            Created = Now,
            Due = planned.Due,
        };
    }

    private Task<T> Done<T>(Func<T> operation) => Task.FromResult(Locked(operation));

    private T Locked<T>(Func<T> operation)
    {
        lock (_lock)
        {
            return operation();
        }
    }
}
