using System.Diagnostics;
using NewsBot.Core.Articles;
using NewsBot.Core.Stories;

namespace NewsBot.Benchmarks.Search;

/// <summary>A store that makes its articles when they are read, and counts the time that this takes.</summary>
internal sealed class SyntheticStore(SyntheticNews news, long count) : IArticleStore
{
    public TimeSpan Making { get; private set; }

    public Task<IReadOnlyList<Article>> GetArticlesAsync(IReadOnlyList<ArticleId> ids, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Article>>([.. ids.Select(id => news.Article(id.Value, count))]);

    public Task<IReadOnlyList<Article>> NewestArticlesAsync(ArticleId? below, int limit, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Article>>([news.Article(count, count)]);

    public Task<IReadOnlyList<Article>> ArticlesAfterAsync(ArticleId above, int limit, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var articles = new List<Article>();
        for (var id = above.Value + 1; id <= Math.Min(count, above.Value + limit); id++)
        {
            articles.Add(news.Article(id, count));
        }

        Making += Stopwatch.GetElapsedTime(start);
        return Task.FromResult<IReadOnlyList<Article>>(articles);
    }

    public Task<IReadOnlyList<ArticleId>> StoryArticlesAsync(StoryId story, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlySet<string>> FindImportedAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) => throw new NotSupportedException();
}
