using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Core.Feeds;
using NewsBot.Core.Search;

namespace NewsBot.Core.Articles.Enrichment;

/// <summary>
/// Reads the pages of articles whose feed gives only a teaser, outside any refresh, as durable bounded work. A page that is no article, is sold or says less leaves the feed's text as it is.
/// </summary>
public sealed partial class ArticleEnricher(
    IEnrichmentStore store,
    IPageFetcher fetcher,
    IArticleExtractor extractor,
    IArticleIndex index,
    FeedRegistry feeds,
    TimeProvider time,
    IOptions<EnrichmentOptions> options,
    ILogger<ArticleEnricher> logger)
{
    public const int MostTasks = 20_000;

    private const int Claimed = 50;
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    private readonly HostPacer _pacer = new(time, options.Value.HostPause);

    /// <summary>Reads pages as they become due, until cancelled; looks again after each refresh of a feed.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled)
        {
            return;
        }

        using var refreshed = new SemaphoreSlim(0, 1);
        void Wake(Feed feed)
        {
            if (refreshed.CurrentCount == 0)
            {
                refreshed.Release();
            }
        }

        feeds.Watch(Wake);
        try
        {
            while (true)
            {
                await EnrichDueAsync(cancellationToken);
                await SleepAsync(refreshed, cancellationToken);
            }
        }
        finally
        {
            feeds.Unwatch(Wake);
        }
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

    private async Task SleepAsync(SemaphoreSlim refreshed, CancellationToken cancellationToken)
    {
        var wait = await store.NextEnrichmentAsync(cancellationToken) is { } next && next - store.Now < LongestSleep ? next - store.Now : LongestSleep;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var woken = refreshed.WaitAsync(stop.Token);
        await Task.WhenAny(woken, Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, stop.Token));
        await stop.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
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
                if (!await store.FinishEnrichmentAsync(task, enriched, article.ContentHash, cancellationToken))
                {
                    return false;
                }

                index.Changed([article.Id]);
                index.Wake();
                return true;
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
