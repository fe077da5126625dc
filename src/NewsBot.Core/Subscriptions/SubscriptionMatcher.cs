using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Subscriptions;

/// <summary>Finds the subscriptions an article belongs to. Reads the registries; has no state of its own.</summary>
public sealed class SubscriptionMatcher(SubscriptionRegistry subscriptions, FeedRegistry feeds)
{
    /// <summary>In id order. An article that was stored before a subscription began never matches it.</summary>
    public IReadOnlyList<Subscription> Match(Article article)
    {
        var text = SearchText.Of(article, feeds.TopicsOf(article));
        var sights = new Dictionary<PlaceId, Sight>();
        return [.. subscriptions.All.Where(subscription => Matches(subscription, article, text, sights))];
    }

    /// <summary>True when the subscription, its filter and the home's filter let the article pass, however old it is.</summary>
    public bool Wants(Subscription subscription, Article article) =>
        Matches(subscription with { Since = default }, article, SearchText.Of(article, feeds.TopicsOf(article)), []);

    private bool Matches(Subscription subscription, Article article, SearchText text, Dictionary<PlaceId, Sight> sights)
    {
        if (article.Id.Value <= subscription.Since.Value || !Wants(subscription, article, text))
        {
            return false;
        }

        if (!sights.TryGetValue(subscription.Place, out var sight))
        {
            sights[subscription.Place] = sight = subscriptions.SightOf(subscription.Place);
        }

        return sight.Sees(article) && (subscription.Filter is null || Passes(subscription.Filter, text)) && (subscriptions.Find(subscription.Home)?.Filter is not { } filter || Passes(filter, text));
    }

    private static bool Wants(Subscription subscription, Article article, SearchText text) => subscription.Kind switch
    {
        SubscriptionKind.Feed => article.Feed == subscription.Feed,
        SubscriptionKind.Source => string.Equals(article.Source, subscription.Value, StringComparison.OrdinalIgnoreCase),
        SubscriptionKind.Topic => text.Topics.Contains(subscription.Value, StringComparer.OrdinalIgnoreCase) && article.Story.Value == article.Id.Value,
        SubscriptionKind.Query => Passes(subscription.Value, text),
        _ => false,
    };

    private static bool Passes(string query, SearchText text) => QueryParser.Parse(query) is QueryParseResult.Parsed(var parsed) && parsed.Matches(text);
}
