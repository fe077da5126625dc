using Lucene.Net.Search;
using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Search;
using NewsBot.Core.Text;
using Query = NewsBot.Core.Text.Queries.Query;

namespace NewsBot.Search;

/// <summary>Runs searches on one view of the index.</summary>
internal sealed class IndexReading(IndexSearcher searcher, ITermAnalyzer analyzer, FeedRegistry feeds, DateTimeOffset now)
{
    private readonly LuceneQueryBuilder _builder = new(searcher.IndexReader, analyzer, feeds);

    public (IReadOnlyList<ArticleId> Best, int Total) Find(ArticleSearch search, int limit)
    {
        var collector = new HitCollector(search, now, limit);
        searcher.Search(_builder.Build(search.Query), collector);
        return (collector.Best, collector.Total);
    }

    /// <summary>How much the query finds within the bounds of the search.</summary>
    public int Count(ArticleSearch search, Query query) => Find(search with { Query = query }, 0).Total;

    public SearchAdvice? Advise(ArticleSearch search) => new SearchAdvisor(this, searcher.IndexReader).Advise(search);
}
