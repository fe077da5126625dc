namespace NewsBot.Core.Articles.Enrichment;

/// <summary>Durable work of the enricher. Each call is one transaction; a claimed task that is neither finished nor put off is due again when its lease ends.</summary>
public interface IEnrichmentStore
{
    DateTimeOffset Now { get; }

    /// <summary>Adds tasks; an article that has one keeps it. Beyond <paramref name="limit"/> rows the newest are left out: their articles keep the feed's text.</summary>
    Task AddEnrichmentsAsync(IReadOnlyList<EnrichmentTask> tasks, int limit, CancellationToken cancellationToken);

    /// <summary>Due tasks, earliest first, held until <paramref name="until"/>.</summary>
    Task<IReadOnlyList<EnrichmentTask>> ClaimEnrichmentsAsync(int limit, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Stores the better article, if there is one, and ends the task. An article whose content changed since <paramref name="readHash"/> stays as it is.</summary>
    Task FinishEnrichmentAsync(EnrichmentTask task, Article? enriched, string? readHash, CancellationToken cancellationToken);

    /// <summary>Puts the task back with its new due time and count.</summary>
    Task PutOffEnrichmentAsync(EnrichmentTask task, CancellationToken cancellationToken);

    Task<Article?> GetArticleAsync(ArticleId article, CancellationToken cancellationToken);
}
