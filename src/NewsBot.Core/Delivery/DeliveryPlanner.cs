using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>Decides who receives an article when. Pure.</summary>
public static class DeliveryPlanner
{
    /// <summary>At most one delivery a place: several subscriptions that match give one message, for the oldest of them.</summary>
    public static IReadOnlyList<PlannedDelivery> Plan(Article article, IReadOnlyList<Subscription> matches, DateTimeOffset now) =>
    [
        .. matches
            .GroupBy(subscription => subscription.Place)
            .Select(place => place.MinBy(subscription => subscription.Id.Value)!)
            .Select(subscription => new PlannedDelivery(subscription.Place, article.Id, subscription.Id, now)),
    ];
}
