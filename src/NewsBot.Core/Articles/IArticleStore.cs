using NewsBot.Core.Stories;

namespace NewsBot.Core.Articles;

/// <summary>Reads stored articles. Each call is one short query with a bounded result.</summary>
public interface IArticleStore
{
    /// <summary>In the order asked for; unknown ids are left out. At most 500 ids.</summary>
    Task<IReadOnlyList<Article>> GetArticlesAsync(IReadOnlyList<ArticleId> ids, CancellationToken cancellationToken);

    /// <summary>Newest ids first, strictly below <paramref name="below"/> where given. At most 500.</summary>
    Task<IReadOnlyList<Article>> NewestArticlesAsync(ArticleId? below, int limit, CancellationToken cancellationToken);

    /// <summary>Oldest ids first, strictly above <paramref name="above"/>. At most 500.</summary>
    Task<IReadOnlyList<Article>> ArticlesAfterAsync(ArticleId above, int limit, CancellationToken cancellationToken);

    Task<IReadOnlyList<ArticleId>> StoryArticlesAsync(StoryId story, CancellationToken cancellationToken);

    /// <summary>Those of the keys that an import stored before. At most 500 keys.</summary>
    Task<IReadOnlySet<string>> FindImportedAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken);
}
