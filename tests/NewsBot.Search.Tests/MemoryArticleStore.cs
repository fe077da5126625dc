using NewsBot.Core.Articles;
using NewsBot.Core.Stories;

namespace NewsBot.Search.Tests;

/// <summary>Articles in memory, by id.</summary>
internal sealed class MemoryArticleStore : IArticleStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, Article> _articles = [];

    public void Put(params IEnumerable<Article> articles)
    {
        lock (_lock)
        {
            foreach (var article in articles)
            {
                _articles[article.Id.Value] = article;
            }
        }
    }

    public void Remove(long id)
    {
        lock (_lock)
        {
            _articles.Remove(id);
        }
    }

    public Task<IReadOnlyList<Article>> GetArticlesAsync(IReadOnlyList<ArticleId> ids, CancellationToken cancellationToken) =>
        Read(articles => ids.Select(id => articles.GetValueOrDefault(id.Value)).OfType<Article>());

    public Task<IReadOnlyList<Article>> NewestArticlesAsync(ArticleId? below, int limit, CancellationToken cancellationToken) =>
        Read(articles => articles.Values.Reverse().Where(article => below is null || article.Id.Value < below.Value.Value).Take(limit));

    public Task<IReadOnlyList<Article>> ArticlesAfterAsync(ArticleId above, int limit, CancellationToken cancellationToken) =>
        Read(articles => articles.Values.Where(article => article.Id.Value > above.Value).Take(limit));

    public Task<IReadOnlyList<ArticleId>> StoryArticlesAsync(StoryId story, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlySet<string>> FindImportedAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) => throw new NotSupportedException();

    private Task<IReadOnlyList<Article>> Read(Func<SortedDictionary<long, Article>, IEnumerable<Article>> read)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<Article>>([.. read(_articles)]);
        }
    }
}
