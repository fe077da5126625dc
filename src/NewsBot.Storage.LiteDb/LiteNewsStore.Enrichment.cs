using System.Globalization;
using LiteDB;
using NewsBot.Core.Articles;
using NewsBot.Core.Articles.Enrichment;

namespace NewsBot.Storage.LiteDb;

/// <content>Pages to be read: tasks in "enrichments" by article, and in "enrichments_due" under "due article", so that the earliest come first.</content>
public sealed partial class LiteNewsStore : IEnrichmentStore
{
    private const string EnrichmentCount = "enrichment-count";

    public Task<IReadOnlyList<EnrichmentTask>> ClaimEnrichmentsAsync(int limit, DateTimeOffset until, CancellationToken cancellationToken) =>
        host.WriteAsync<IReadOnlyList<EnrichmentTask>>(database => ClaimEnrichments(database, limit, until), cancellationToken);

    public Task<DateTimeOffset?> NextEnrichmentAsync(CancellationToken cancellationToken) =>
        host.ReadAsync<DateTimeOffset?>(
            database => Chunks.After(database.GetCollection("enrichments_due"), BsonValue.MinValue, 1) is [var first]
                ? new DateTimeOffset(long.Parse(first["_id"].AsString.AsSpan(0, 19), CultureInfo.InvariantCulture), TimeSpan.Zero)
                : null,
            cancellationToken);

    public Task<bool> FinishEnrichmentAsync(EnrichmentTask task, Article? enriched, string? readHash, CancellationToken cancellationToken) =>
        host.WriteAsync(database => FinishEnrichment(database, task, enriched, readHash), cancellationToken);

    public Task PutOffEnrichmentAsync(EnrichmentTask task, CancellationToken cancellationToken) =>
        host.WriteAsync(database => SaveEnrichment(database, task), cancellationToken);

    public async Task<Article?> GetArticleAsync(ArticleId article, CancellationToken cancellationToken) =>
        await GetArticlesAsync([article], cancellationToken) is [var found] ? found : null;

    private static void AddEnrichments(LiteDatabase database, IReadOnlyList<EnrichmentTask> tasks)
    {
        if (tasks.Count == 0)
        {
            return;
        }

        var held = (database.GetCollection("meta").FindById(EnrichmentCount)?["value"] ?? 0L).AsInt64;
        var known = database.GetCollection("enrichments");
        foreach (var task in tasks.Where(task => known.FindById(task.Article.Value) is null).Take((int)Math.Max(0, ArticleEnricher.MostTasks - held)).ToList())
        {
            SaveEnrichment(database, task);
        }
    }

    private List<EnrichmentTask> ClaimEnrichments(LiteDatabase database, int limit, DateTimeOffset until)
    {
        var now = DueKey(Now, long.MaxValue);
        var due = database.GetCollection("enrichments_due").Find(Query.LTE("_id", now), 0, Math.Min(limit, Chunks.Size)).ToList();
        var claimed = new List<EnrichmentTask>(due.Count);
        foreach (var row in due)
        {
            var task = StoreJson.Read(database.GetCollection("enrichments").FindById(row["article"]), StoreJson.Default.EnrichmentTask);
            claimed.Add(task);
            SaveEnrichment(database, task with { Due = until });
        }

        return claimed;
    }

    /// <summary>True when the article became better.</summary>
    private bool FinishEnrichment(LiteDatabase database, EnrichmentTask task, Article? enriched, string? readHash)
    {
        var articles = database.GetCollection("articles");
        if (enriched is null || articles.FindById(task.Article.Value) is not { } document)
        {
            RemoveEnrichment(database, task);
            return false;
        }

        var stored = ArticleOf(document);
        if (stored.ContentHash != readHash)
        {
            SaveEnrichment(database, task with { Due = Now });
            return false;
        }

        var better = stored with
        {
            Paragraphs = enriched.Paragraphs,
            Teaser = enriched.Teaser,
            Summary = enriched.Summary,
            Language = enriched.Language,
            Author = enriched.Author,
            Image = enriched.Image,
            ContentHash = enriched.ContentHash,
        };
        articles.Update(StoreJson.Write(better.Id.Value, better, StoreJson.Default.Article));
        RemoveEnrichment(database, task);
        return true;
    }

    private static bool SaveEnrichment(LiteDatabase database, EnrichmentTask task)
    {
        RemoveEnrichment(database, task);
        database.GetCollection("enrichments").Insert(StoreJson.Write(task.Article.Value, task, StoreJson.Default.EnrichmentTask));
        database.GetCollection("enrichments_due").Insert(new BsonDocument { ["_id"] = DueKey(task.Due, task.Article.Value), ["article"] = task.Article.Value });
        LiteCounters.Add(database, EnrichmentCount, 1);
        return true;
    }

    private static void RemoveEnrichment(LiteDatabase database, EnrichmentTask task)
    {
        var tasks = database.GetCollection("enrichments");
        if (tasks.FindById(task.Article.Value) is not { } held)
        {
            return;
        }

        database.GetCollection("enrichments_due").Delete(DueKey(StoreJson.Read(held, StoreJson.Default.EnrichmentTask).Due, task.Article.Value));
        tasks.Delete(task.Article.Value);
        LiteCounters.Add(database, EnrichmentCount, -1);
    }

    // Padded so that the order as text is the order in time.
    private static string DueKey(DateTimeOffset due, long article) => string.Create(CultureInfo.InvariantCulture, $"{due.UtcTicks:D19} {article:D19}");
}
