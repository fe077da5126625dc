using NewsBot.Core.Articles;

namespace NewsBot.Core.Search;

/// <summary>
/// Full-text search over the stored articles. A derived copy: it follows the store by article id, may be a little behind, and is rebuilt from the store when it is missing or broken. Nothing is opened before the first search. Thread-safe.
/// </summary>
public interface IArticleIndex
{
    /// <summary>The best hits first. Before it answers, it takes in what the store has and the index has not, for a second or two at most.</summary>
    Task<SearchPage> SearchAsync(ArticleSearch search, CancellationToken cancellationToken);

    /// <summary>These stored articles were edited or deleted; the index reads them again, after a restart too. Cheap, also when no search ever happened.</summary>
    void Changed(IReadOnlyList<ArticleId> articles);

    /// <summary>New articles were stored. Takes them in soon when the index is open, else does nothing.</summary>
    void Wake();

    /// <summary>Returns when everything that was stored before the call can be found.</summary>
    Task CatchUpAsync(CancellationToken cancellationToken);
}
