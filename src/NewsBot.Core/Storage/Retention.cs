using Microsoft.Extensions.Options;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Search;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Storage;

/// <summary>Removes what is older than the operator keeps, once an hour; the search index and the mirrors in memory follow.</summary>
public sealed class Retention(IRetentionStore store, IArticleIndex index, SubscriptionRegistry registry, Outbox outbox, IOptions<RetentionOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await RemoveOldAsync(cancellationToken);
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    public async Task RemoveOldAsync(CancellationToken cancellationToken)
    {
        var (now, kept) = (time.GetUtcNow(), options.Value);
        for (ArticleId? next = default(ArticleId); next is { } after;)
        {
            var removed = await store.RemoveArticlesAsync(after, now - kept.Articles, kept.MostArticles, cancellationToken);
            index.Changed(removed.Articles);
            next = removed.Next;
        }

        while (await store.RemoveDeliveriesAsync(now - kept.Deliveries, cancellationToken) > 0)
        {
        }

        while (await store.RemoveConversationsAsync(now - kept.Conversations, cancellationToken) > 0)
        {
        }

        foreach (var place in registry.GoneSince(now - kept.GonePlaces))
        {
            await store.RemovePlaceAsync(place.Id, cancellationToken);
            registry.Remove(place.Id);
            outbox.Remove(place.Id);
            if (registry.PlacesOf(place.Home).Count == 0)
            {
                registry.Remove(place.Home);
            }
        }
    }
}
