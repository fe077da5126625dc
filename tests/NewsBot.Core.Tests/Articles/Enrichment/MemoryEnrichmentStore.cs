using NewsBot.Core.Articles;
using NewsBot.Core.Articles.Enrichment;

namespace NewsBot.Core.Tests.Articles.Enrichment;

/// <summary>The work of the enricher in memory, with leases as the stores keep them.</summary>
internal sealed class MemoryEnrichmentStore(TimeProvider time) : IEnrichmentStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ArticleId, EnrichmentTask> _tasks = [];

    public DateTimeOffset Now => time.GetUtcNow();

    public Dictionary<ArticleId, Article> Articles { get; } = [];

    public IReadOnlyCollection<EnrichmentTask> Tasks => _tasks.Values;

    public void Add(IReadOnlyList<EnrichmentTask> tasks)
    {
        lock (_lock)
        {
            foreach (var task in tasks)
            {
                _tasks.TryAdd(task.Article, task);
            }
        }
    }

    public Task<DateTimeOffset?> NextEnrichmentAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_tasks.Values.Min(task => (DateTimeOffset?)task.Due));
        }
    }

    public Task<IReadOnlyList<EnrichmentTask>> ClaimEnrichmentsAsync(int limit, DateTimeOffset until, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            List<EnrichmentTask> due = [.. _tasks.Values.Where(task => task.Due <= Now).OrderBy(task => task.Due).Take(limit)];
            foreach (var task in due)
            {
                _tasks[task.Article] = task with { Due = until };
            }

            return Task.FromResult<IReadOnlyList<EnrichmentTask>>(due);
        }
    }

    public Task<bool> FinishEnrichmentAsync(EnrichmentTask task, Article? enriched, string? readHash, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _tasks.Remove(task.Article);
            if (enriched is null || Articles[task.Article].ContentHash != readHash)
            {
                return Task.FromResult(false);
            }

            Articles[task.Article] = enriched;
            return Task.FromResult(true);
        }
    }

    public Task PutOffEnrichmentAsync(EnrichmentTask task, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _tasks[task.Article] = task;
        }

        return Task.CompletedTask;
    }

    public Task<Article?> GetArticleAsync(ArticleId article, CancellationToken cancellationToken) => Task.FromResult(Articles.GetValueOrDefault(article));
}
