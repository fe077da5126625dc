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
    private readonly ParsedQueries _parsed = new();
    private readonly Lock _lock = new();

    public SubscriptionMatcher(SubscriptionRegistry subscriptions, FeedRegistry feeds, ITermAnalyzer analyzer)
    {
        _subscriptions = subscriptions;
        _feeds = feeds;
        _analyzer = analyzer;
        _index = new SubscriptionIndex(analyzer);
        subscriptions.Follow(Put, Remove);
        foreach (var subscription in subscriptions.All)
        {
            Put(subscription);
        }
    }

    /// <summary>In id order. An article that was stored before a subscription began never matches it.</summary>
    public IReadOnlyList<Subscription> Match(Article article)
    {
        var text = TextOf(article);
        var feed = _feeds.Find(article.Feed);
        lock (_lock)
        {
            var matching = _index.Candidates(article, text);
            matching.RemoveAll(subscription => article.Id.Value <= subscription.Since.Value || !Sees(subscription.Place, article.Feed, feed) || !PassesFilters(subscription, article, text));
            return matching;
        }
    }

    /// <summary>Subscriptions of top stories that see the article and let it pass; whether its story is one is the caller's to know.</summary>
    public IReadOnlyList<Subscription> MatchTop(Article article)
    {
        if (_subscriptions.OfTopStories is not { Count: > 0 } top)
        {
            return [];
        }

        var text = TextOf(article);
        var feed = _feeds.Find(article.Feed);
        lock (_lock)
        {
            return [.. top.Where(subscription => article.Id.Value > subscription.Since.Value && Sees(subscription.Place, article.Feed, feed) && PassesFilters(subscription, article, text))];
        }
    }

    /// <summary>True when the subscription, the filters of it and its home and what its place wants less of let the article pass, however old it is.</summary>
    public bool Wants(Subscription subscription, Article article)
    {
        var text = TextOf(article);
        var wants = subscription.Kind switch
        {
            SubscriptionKind.Feed => subscription.IsOf(article.Feed),
            SubscriptionKind.Source => string.Equals(article.Source, subscription.Value, StringComparison.OrdinalIgnoreCase),
            SubscriptionKind.Topic => text.Topics.Contains(subscription.Value, StringComparer.OrdinalIgnoreCase),
            SubscriptionKind.Query => Passes(subscription.Value, text),
            _ => false,
        };
        return wants && _subscriptions.SightOf(subscription.Place).Sees(article) && PassesFilters(subscription, article, text);
    }

    /// <summary>Why the place is not sent the article although it follows it, or null.</summary>
    public Mute? MuteOf(PlaceId place, Article article) => MuteOf(place, article, TextOf(article));

    private SearchText TextOf(Article article) => SearchText.Of(article, _feeds.TopicsOf(article), _analyzer);

    private bool Sees(PlaceId place, FeedId id, Feed? feed) => (feed is not null && _subscriptions.IsOpenTo(place, feed)) || _index.Follows(place, id);

    private bool PassesFilters(Subscription subscription, Article article, SearchText text) =>
        Passes(subscription.Filter, text) && Passes(_subscriptions.FilterOf(subscription.Home), text) && MuteOf(subscription.Place, article, text) is null;

    /// <summary>Judged by when the article came, so that it is the same whenever it is asked.</summary>
    private Mute? MuteOf(PlaceId place, Article article, SearchText text) =>
        _subscriptions.MutesOf(place) is { Count: > 0 } mutes ? mutes.FirstOrDefault(mute => mute.HoldsAt(article.FirstSeen) && _parsed.Parse(mute.Query)?.Matches(text) == true) : null;

    /// <summary>A filter that cannot be read lets nothing pass; none lets all.</summary>
    private bool Passes(string? query, SearchText text) => query is null || _parsed.Parse(query)?.Matches(text) == true;

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
