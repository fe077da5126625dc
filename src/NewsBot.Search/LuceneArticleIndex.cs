using Microsoft.Extensions.Logging;
using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Search;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Search;

/// <summary>The article index on Lucene. Safe to delete while the program is down.</summary>
public sealed class LuceneArticleIndex(SearchOptions options, IArticleStore store, StemmingAnalyzer analyzer, FeedRegistry feeds, TimeProvider time, ILogger<LuceneArticleIndex> logger) : IArticleIndex, IAsyncDisposable
{
    private const int Chunk = 100;
    private readonly IndexFollower _follower = new(options, store, analyzer, time, logger);

    public async Task<SearchPage> SearchAsync(ArticleSearch search, CancellationToken cancellationToken)
    {
        var (folder, coverage) = await LookAsync(cancellationToken);
        if (folder is null)
        {
            return SearchPage.Unavailable;
        }

        try
        {
            var page = folder.Read(searcher => Find(search, coverage, new IndexReading(searcher, analyzer, feeds, time.GetUtcNow())));
            return LuceneQueryBuilder.NeedsText(search.Query) ? await CheckedAsync(search, page, cancellationToken) : page;
        }
        catch (ObjectDisposedException)
        {
            return SearchPage.Unavailable;
        }
        catch (Exception e) when (IndexFault.IsBroken(e))
        {
            await _follower.StartAnewAsync(folder, e, cancellationToken);
            return SearchPage.Unavailable;
        }
    }

    public void Changed(IReadOnlyList<ArticleId> articles) => _follower.Changed(articles);

    public void Wake() => _follower.Wake();

    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        while ((await _follower.StepAsync(cancellationToken)).Coverage == IndexCoverage.CatchingUp)
        {
        }
    }

    public ValueTask DisposeAsync() => _follower.DisposeAsync();

    /// <summary>Takes in what waits, but no longer than <see cref="SearchOptions.Patience"/>.</summary>
    private async Task<(IndexFolder? Folder, IndexCoverage Coverage)> LookAsync(CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var look = await _follower.LookAsync(cancellationToken);
            if (look.Coverage != IndexCoverage.CatchingUp || time.GetElapsedTime(began) >= options.Patience)
            {
                return look;
            }
        }
    }

    private SearchPage Find(ArticleSearch search, IndexCoverage coverage, IndexReading reading)
    {
        var (best, total) = reading.Find(search, LuceneQueryBuilder.NeedsText(search.Query) ? options.MostChecked : Math.Min(search.Limit, ArticleSearch.MostHits));
        return new SearchPage(best, total, coverage, total == 0 ? reading.Advise(search) : null);
    }

    /// <summary>Keeps the hits whose text matches too: exact case and expressions are not in the index.</summary>
    private async Task<SearchPage> CheckedAsync(ArticleSearch search, SearchPage page, CancellationToken cancellationToken)
    {
        var kept = new List<ArticleId>();
        foreach (var chunk in page.Articles.Chunk(Chunk))
        {
            var articles = await store.GetArticlesAsync(chunk, cancellationToken);
            kept.AddRange(articles.Where(article => search.Query.Matches(SearchText.Of(article, feeds.TopicsOf(article), analyzer))).Select(article => article.Id));
        }

        return page with { Articles = [.. kept.Take(Math.Min(search.Limit, ArticleSearch.MostHits))], Total = kept.Count };
    }
}
