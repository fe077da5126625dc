using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Stories;

namespace NewsBot.Core.Feeds;

/// <summary>Fills what the ingest lane remembers of the last two days from the store, once, before the first article is taken in: a command that takes nothing in need not wait for it.</summary>
public sealed class IngestWarmUp(IRefreshStore store, StoryGrouper grouper, StorySources sources, StoryMessages messages)
{
    private const int MostArticles = 10_000;
    private bool _isDone;

    /// <summary>Not thread-safe: only the lane calls it, in its turn.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (_isDone)
        {
            return;
        }

        var since = store.Now - StoryMessages.Window;
        foreach (var article in (await RecentAsync(since, cancellationToken)).Reverse())
        {
            grouper.Restore(StoryCandidate.Of(article), article.Story);
            sources.Add(article.Story, Publisher.Of(article));
        }

        messages.Put(await store.DeliveriesSinceAsync(since, StoryMessages.Most, cancellationToken));
        _isDone = true;
    }

    /// <summary>Newest first.</summary>
    private async Task<IEnumerable<Article>> RecentAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var recent = new List<Article>();
        ArticleId? below = null;
        while (recent.Count < MostArticles && await store.NewestArticlesAsync(below, 500, cancellationToken) is { Count: > 0 } chunk)
        {
            recent.AddRange(chunk.Where(article => article.FirstSeen >= since));
            if (chunk[^1].FirstSeen < since)
            {
                break;
            }

            below = chunk[^1].Id;
        }

        return recent;
    }
}
