using NewsBot.Core.Articles;
using NewsBot.Core.Search;

namespace NewsBot.Testing;

/// <summary>A search index that finds nothing and remembers what it was told.</summary>
public sealed class NoIndex : IArticleIndex
{
    public IList<ArticleId> Told { get; } = [];

    public Task<SearchPage> SearchAsync(ArticleSearch search, CancellationToken cancellationToken) => Task.FromResult(SearchPage.Unavailable);

    public void Changed(IReadOnlyList<ArticleId> articles)
    {
        foreach (var article in articles)
        {
            Told.Add(article);
        }
    }

    public void Wake()
    {
    }

    public Task CatchUpAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
