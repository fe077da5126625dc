namespace NewsBot.Core.Articles.Enrichment;

/// <summary>Durable work of the enricher, at most <see cref="ArticleEnricher.MostTasks"/> tasks: those beyond are left out when a refresh is committed, and their articles keep the feed's text. Each call is one transaction; a claimed task that is neither finished nor put off is due again when its lease ends.</summary>
public interface IEnrichmentStore
{
    DateTimeOffset Now { get; }

    /// <summary>When the earliest task is due; null when there is none.</summary>
    Task<DateTimeOffset?> NextEnrichmentAsync(CancellationToken cancellationToken);

    /// <summary>Due tasks, earliest first, held until <paramref name="until"/>.</summary>
    Task<IReadOnlyList<EnrichmentTask>> ClaimEnrichmentsAsync(int limit, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Stores the better article, if there is one, and ends the task. An article whose content changed since <paramref name="readHash"/> stays as it is, and its page is read again.</summary>
    /// <returns>True when the article was stored.</returns>
    Task<bool> FinishEnrichmentAsync(EnrichmentTask task, Article? enriched, string? readHash, CancellationToken cancellationToken);

    /// <summary>Puts the task back with its new due time and count.</summary>
    Task PutOffEnrichmentAsync(EnrichmentTask task, CancellationToken cancellationToken);

    Task<Article?> GetArticleAsync(ArticleId article, CancellationToken cancellationToken);
}
