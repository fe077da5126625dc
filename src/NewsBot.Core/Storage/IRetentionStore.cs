using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Storage;

/// <summary>Removes what is old, a chunk a transaction, so that other writes pass between. Running it twice changes nothing.</summary>
public interface IRetentionStore
{
    /// <summary>Looks at up to 500 articles above <paramref name="after"/>, oldest first, and removes those seen before <paramref name="before"/> or above the number of <paramref name="most"/>; what somebody saved stays.</summary>
    Task<RemovedArticles> RemoveArticlesAsync(ArticleId after, DateTimeOffset before, long most, CancellationToken cancellationToken);

    /// <summary>Removes finished deliveries created before then, and closes the fan-outs of which all rows have begun or are that old. Returns how many rows went.</summary>
    Task<int> RemoveDeliveriesAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Removes the lists and dialogs of conversations that rest since then.</summary>
    Task<int> RemoveConversationsAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Removes a place with its subscriptions and deliveries, and its home where that was the last.</summary>
    Task RemovePlaceAsync(PlaceId place, CancellationToken cancellationToken);
}

/// <summary>One chunk of removals.</summary>
/// <param name="Next">Where to go on; null when nothing further is old.</param>
public sealed record RemovedArticles(IReadOnlyList<ArticleId> Articles, ArticleId? Next);
