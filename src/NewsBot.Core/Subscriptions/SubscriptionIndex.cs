using System.Runtime.InteropServices;
using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Text;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Subscriptions;

/// <summary>All subscriptions by what they follow. Not thread-safe.</summary>
internal sealed class SubscriptionIndex(ITermAnalyzer analyzer)
{
    private readonly Dictionary<SubscriptionId, Subscription> _all = [];
    private readonly Dictionary<FeedId, HashSet<SubscriptionId>> _byFeed = [];
    private readonly Dictionary<string, HashSet<SubscriptionId>> _bySource = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<SubscriptionId>> _byTopic = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(PlaceId Place, FeedId Feed), int> _followed = [];
    private readonly QueryIndex _queries = new(analyzer);

    public void Put(Subscription subscription)
    {
        Remove(subscription.Id);
        _all[subscription.Id] = subscription;
        SetOf(subscription)?.Add(subscription.Id);
        if (subscription.Kind == SubscriptionKind.Query && QueryParser.Parse(subscription.Value) is QueryParseResult.Parsed(var query))
        {
            _queries.Put(subscription, query);
        }

        Follow(subscription, 1);
    }

    public void Remove(SubscriptionId id)
    {
        if (!_all.Remove(id, out var known))
        {
            return;
        }

        SetOf(known)?.Remove(id);
        _queries.Remove(id);
        Follow(known, -1);
    }

    /// <summary>True when a subscription of the place names the feed, or one that it moved onto.</summary>
    public bool Follows(PlaceId place, FeedId feed) => _followed.GetValueOrDefault((place, feed)) > 0;

    /// <summary>The subscriptions that want the article, before age, sight and filters. In id order, each once.</summary>
    public List<Subscription> Candidates(Article article, SearchText text)
    {
        var candidates = _queries.Match(text);
        var queries = candidates.Count;
        Add(candidates, _byFeed.GetValueOrDefault(article.Feed));
        Add(candidates, _bySource.GetValueOrDefault(article.Source));
        foreach (var topic in text.Topics.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            Add(candidates, _byTopic.GetValueOrDefault(topic));
        }

        if (candidates.Count > queries)
        {
            candidates.Sort(static (one, other) => one.Id.Value.CompareTo(other.Id.Value));
        }

        return candidates;
    }

    private void Add(List<Subscription> candidates, HashSet<SubscriptionId>? ids)
    {
        foreach (var id in ids ?? [])
        {
            candidates.Add(_all[id]);
        }
    }

    private HashSet<SubscriptionId>? SetOf(Subscription subscription) => subscription switch
    {
        { Kind: SubscriptionKind.Feed, Feed: { } feed } => Get(_byFeed, feed),
        { Kind: SubscriptionKind.Source } => Get(_bySource, subscription.Value),
        { Kind: SubscriptionKind.Topic } => Get(_byTopic, subscription.Value),
        _ => null,
    };

    private static HashSet<SubscriptionId> Get<TKey>(Dictionary<TKey, HashSet<SubscriptionId>> sets, TKey key)
        where TKey : notnull =>
        CollectionsMarshal.GetValueRefOrAddDefault(sets, key, out _) ??= [];

    private void Follow(Subscription subscription, int change)
    {
        if (subscription.Feed is not { } feed)
        {
            return;
        }

        foreach (var seen in subscription.FormerFeeds.Append(feed))
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_followed, (subscription.Place, seen), out _);
            count += change;
            if (count == 0)
            {
                _followed.Remove((subscription.Place, seen));
            }
        }
    }
}
