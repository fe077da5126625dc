using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace NewsBot.Core.Articles.Enrichment;

/// <summary>
/// Reads the pages of articles whose feed gives only a teaser, outside any refresh, as durable bounded work. A page that is no article, is sold or says less leaves the feed's text as it is.
/// </summary>
public sealed partial class ArticleEnricher(
    IEnrichmentStore store,
    IPageFetcher fetcher,
    IArticleExtractor extractor,
    TimeProvider time,
    IOptions<EnrichmentOptions> options,
    ILogger<ArticleEnricher> logger)
{
    public const int MostTasks = 20_000;

    private const int Claimed = 50;

    private readonly HostPacer _pacer = new(time, options.Value.HostPause);

    /// <summary>Writes tasks for those of a feed's new articles whose page is to be read.</summary>
    public Task PlanAsync(FullTextMode mode, IReadOnlyList<Article> feedArticles, IReadOnlyList<Article> fresh, CancellationToken cancellationToken)
    {
        var texts = feedArticles.Select(article => article.Body).ToList();
        var tasks = fresh
            .Where(article => TeaserSigns.WantsPage(mode, texts, article.Body))
            .Select(article => Uri.TryCreate(article.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? new EnrichmentTask { Article = article.Id, Url = url, Due = store.Now } : null)
            .OfType<EnrichmentTask>()
            .ToList();
        return tasks.Count == 0 ? Task.CompletedTask : store.AddEnrichmentsAsync(tasks, MostTasks, cancellationToken);
    }

    /// <summary>Does what is due; the number of articles that became better.</summary>
    public async Task<int> EnrichDueAsync(CancellationToken cancellationToken)
    {
        var tasks = await store.ClaimEnrichmentsAsync(Claimed, store.Now + options.Value.Lease, cancellationToken);
        var better = 0;
        await Parallel.ForEachAsync(
            tasks,
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.Parallel, CancellationToken = cancellationToken },
            async (task, token) =>
            {
                if (await EnrichSafelyAsync(task, token))
                {
                    Interlocked.Increment(ref better);
                }
            });
        return better;
    }

    /// <summary>One page whose reading fails must not hold up the others.</summary>
    private async Task<bool> EnrichSafelyAsync(EnrichmentTask task, CancellationToken cancellationToken)
    {
        try
        {
            return await EnrichAsync(task, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailure(e, task.Article);
            await PutOffAsync(task, null, cancellationToken);
            return false;
        }
    }

    private async Task<bool> EnrichAsync(EnrichmentTask task, CancellationToken cancellationToken)
    {
        if (await store.GetArticleAsync(task.Article, cancellationToken) is not { } article)
        {
            await store.FinishEnrichmentAsync(task, null, null, cancellationToken);
            return false;
        }

        await _pacer.WaitAsync(task.Url, cancellationToken);
        switch (await fetcher.FetchAsync(task.Url, cancellationToken))
        {
            case PageFetch.Fetched(var page):
                var enriched = extractor.Extract(page, cancellationToken) is PageReading.Read(var found) ? EnrichedText.Better(article, found) : null;
                await store.FinishEnrichmentAsync(task, enriched, article.ContentHash, cancellationToken);
                return enriched is not null;
            case PageFetch.TryLater(var after):
                await PutOffAsync(task, after, cancellationToken);
                return false;
            case PageFetch.Refused:
                await store.FinishEnrichmentAsync(task, null, null, cancellationToken);
                return false;
            case var other:
                throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}.");
        }
    }

    private Task PutOffAsync(EnrichmentTask task, TimeSpan? after, CancellationToken cancellationToken)
    {
        var attempts = task.Attempts + 1;
        if (attempts >= options.Value.Attempts)
        {
            return store.FinishEnrichmentAsync(task, null, null, cancellationToken);
        }

        var pause = options.Value.RetryPause * Math.Pow(2, task.Attempts);
        var wait = after is { } asked && asked > pause ? asked : pause;
        return store.PutOffEnrichmentAsync(task with { Attempts = attempts, Due = store.Now + wait }, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reading the page of article {Article} failed; it is tried again.")]
    private partial void LogFailure(Exception exception, ArticleId article);
}
