using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Text;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Subscriptions;

/// <summary>Finds the subscriptions an article belongs to, at a cost that hardly grows with their number. Follows the registry as it changes. Thread-safe.</summary>
public sealed class SubscriptionMatcher
{
    private readonly SubscriptionRegistry _subscriptions;
    private readonly FeedRegistry _feeds;
    private readonly ITermAnalyzer _analyzer;
    private readonly SubscriptionIndex _index;
    private readonly Lock _lock = new();

    public SubscriptionMatcher(SubscriptionRegistry subscriptions, FeedRegistry feeds, ITermAnalyzer analyzer)
    {
        _subscriptions = subscriptions;
        _feeds = feeds;
        _analyzer = analyzer;
        _index = new SubscriptionIndex(analyzer);
        subscriptions.Saved += Put;
        subscriptions.Removed += Remove;
        foreach (var subscription in subscriptions.All)
        {
            Put(subscription);
        }
    }

    /// <summary>In id order. An article that was stored before a subscription began never matches it.</summary>
    public IReadOnlyList<Subscription> Match(Article article)
    {
        var text = SearchText.Of(article, _feeds.TopicsOf(article), _analyzer);
        var feed = _feeds.Find(article.Feed);
        lock (_lock)
        {
            return
            [
                .. _index.Candidates(article, text)
                    .Where(candidate => article.Id.Value > candidate.Subscription.Since.Value && Sees(candidate.Subscription.Place, article.Feed, feed) && candidate.Passes(text))
                    .Select(candidate => candidate.Subscription)
                    .OrderBy(subscription => subscription.Id.Value),
            ];
        }
    }

    private bool Sees(PlaceId place, FeedId id, Feed? feed) => (feed is not null && SubscriptionRegistry.IsOpenTo(place, feed)) || _index.Follows(place, id);

    private void Put(Subscription subscription)
    {
        lock (_lock)
        {
            _index.Put(subscription);
        }
    }

    private void Remove(SubscriptionId subscription)
    {
        lock (_lock)
        {
            _index.Remove(subscription);
        }
    }
}
