using LiteDB;
using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Stories;

namespace NewsBot.Storage.LiteDb;

/// <summary>The store of one process on LiteDB. Articles and refreshes here, the other ports in the parts of this class.</summary>
public sealed partial class LiteNewsStore(LiteDatabaseHost host, TimeProvider time) : INewsStore, IRetentionStore, IDisposable
{
    private const int IdBlock = 1_000;

    private readonly SemaphoreSlim _ids = new(1, 1);
    private long _nextArticle;
    private long _articleBlockEnd;

    public DateTimeOffset Now => time.GetUtcNow();

    public async Task<ArticleId> NextArticleIdAsync(CancellationToken cancellationToken)
    {
        await _ids.WaitAsync(cancellationToken);
        try
        {
            if (_nextArticle == _articleBlockEnd)
            {
                _nextArticle = await host.WriteAsync(database => LiteIds.Next(database, "article", IdBlock), cancellationToken);
                _articleBlockEnd = _nextArticle + IdBlock;
            }

            return new ArticleId(_nextArticle++);
        }
        finally
        {
            _ids.Release();
        }
    }

    public void Dispose() => _ids.Dispose();

    public Task<RefreshCommit?> CommitRefreshAsync(RefreshOutcome outcome, CancellationToken cancellationToken) =>
        host.WriteAsync(database => CommitRefresh(database, outcome), cancellationToken);

    public Task<ArticleId> LastArticleIdAsync(CancellationToken cancellationToken) =>
        host.ReadAsync(
            database => new ArticleId(Chunks.Before(database.GetCollection("articles"), long.MaxValue, 1) is [var last] ? last["_id"].AsInt64 : 0),
            cancellationToken);

    public Task<long> CountArticlesAsync(CancellationToken cancellationToken) =>
        host.ReadAsync(database => (database.GetCollection("meta").FindById("article-count")?["value"] ?? 0L).AsInt64, cancellationToken);

    public Task<IReadOnlyList<Article>> GetArticlesAsync(IReadOnlyList<ArticleId> ids, CancellationToken cancellationToken) =>
        host.ReadAsync<IReadOnlyList<Article>>(
            database =>
            {
                var articles = database.GetCollection("articles");
                return [.. ids.Take(Chunks.Size).Select(id => articles.FindById(id.Value)).Where(found => found is not null).Select(found => ReadArticle(database, found))];
            },
            cancellationToken);

    public Task<IReadOnlyList<Article>> NewestArticlesAsync(ArticleId? below, int limit, CancellationToken cancellationToken) =>
        host.ReadAsync<IReadOnlyList<Article>>(
            database => [.. Chunks.Before(database.GetCollection("articles"), below?.Value ?? long.MaxValue, limit).Select(found => ReadArticle(database, found))],
            cancellationToken);

    public Task<IReadOnlyList<Article>> ArticlesAfterAsync(ArticleId above, int limit, CancellationToken cancellationToken) =>
        host.ReadAsync<IReadOnlyList<Article>>(
            database => [.. Chunks.After(database.GetCollection("articles"), above.Value, limit).Select(found => ReadArticle(database, found))],
            cancellationToken);

    public Task<IReadOnlyList<ArticleId>> StoryArticlesAsync(StoryId story, CancellationToken cancellationToken) =>
        host.ReadAsync<IReadOnlyList<ArticleId>>(
            database => database.GetCollection("stories").FindById(story.Value) is { } found
                ? [.. found["a"].AsArray.Select(id => new ArticleId(id.AsInt64))]
                : [],
            cancellationToken);

    public Task<IReadOnlySet<string>> FindImportedAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        host.ReadAsync<IReadOnlySet<string>>(
            database =>
            {
                var imported = database.GetCollection("imported");
                return keys.Take(Chunks.Size).Where(key => imported.FindById(key) is not null).ToHashSet(StringComparer.Ordinal);
            },
            cancellationToken);

    private static Article ArticleOf(BsonDocument document) => StoreJson.Read(document, StoreJson.Default.Article);

    private RefreshCommit? CommitRefresh(LiteDatabase database, RefreshOutcome outcome)
    {
        if (SaveFeed(database, outcome.Feed) is not { } feed)
        {
            return null;
        }

        if (outcome.Memory is { } memory)
        {
            database.GetCollection("memory").Upsert(StoreJson.Write(feed.Id.Value, memory, StoreJson.Default.FeedMemory));
            SaveLearned(database, feed.Id, memory.Boilerplate);
        }

        var articles = database.GetCollection("articles");
        foreach (var article in outcome.NewArticles)
        {
            articles.Insert(StoreJson.Write(article.Id.Value, article, StoreJson.Default.Article));
            AddToStory(database, article);
            AddAddress(database, feed, article);
            if (feed.Kind == FeedKind.Imported)
            {
                database.GetCollection("imported").Upsert(new BsonDocument { ["_id"] = article.Key });
            }
        }

        foreach (var article in outcome.ChangedArticles)
        {
            articles.Update(StoreJson.Write(article.Id.Value, article, StoreJson.Default.Article));
        }

        if (outcome.NewArticles.Count > 0)
        {
            LiteCounters.Add(database, "article-count", outcome.NewArticles.Count);
        }

        AddEnrichments(database, outcome.Enrichments);
        return new RefreshCommit(feed, AddDeliveries(database, outcome.Deliveries));
    }

    private static void AddToStory(LiteDatabase database, Article article)
    {
        var stories = database.GetCollection("stories");
        var story = stories.FindById(article.Story.Value) ?? new BsonDocument { ["_id"] = article.Story.Value, ["a"] = new BsonArray() };
        story["a"].AsArray.Add(article.Id.Value);
        stories.Upsert(story);
    }
}
