using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Commands;

/// <summary>Tries a query on the articles of the last week that a place may see, before it is saved.</summary>
public sealed class Backtest(INewsStore store, FeedRegistry feeds, SubscriptionMatcher matcher, ITermAnalyzer analyzer)
{
    public const int Days = 7;
    private const int MostArticles = 5_000;

    public async Task<QueryTrial> RunAsync(Sight sight, Query query, CancellationToken cancellationToken) =>
        QueryTrial.Of(query, await PublishedLastWeekAsync(sight, cancellationToken), feeds.TopicsOf, analyzer, examples: 1);

    /// <summary>Tries a filter on what the subscriptions matched.</summary>
    public async Task<QueryTrial> RunAsync(Sight sight, Query filter, IReadOnlyList<Subscription> subscriptions, CancellationToken cancellationToken)
    {
        var open = subscriptions.Select(subscription => subscription with { Filter = null }).ToList();
        var matched = (await PublishedLastWeekAsync(sight, cancellationToken)).Where(article => open.Exists(subscription => matcher.Wants(subscription, article)));
        return QueryTrial.Of(filter, matched, feeds.TopicsOf, analyzer, examples: 1);
    }

    /// <summary>As <see cref="LastWeekAsync"/> without what a feed still showed of earlier times when it was read first: that would never have been sent.</summary>
    public async Task<IReadOnlyList<Article>> PublishedLastWeekAsync(Sight sight, CancellationToken cancellationToken)
    {
        var since = store.Now.AddDays(-Days);
        return [.. (await LastWeekAsync(sight, cancellationToken)).Where(article => article.Published >= since)];
    }

    /// <summary>What came in the last 7 days, newest first and at most 5,000.</summary>
    public async Task<IReadOnlyList<Article>> LastWeekAsync(Sight sight, CancellationToken cancellationToken)
    {
        var since = store.Now.AddDays(-Days);
        var found = new List<Article>();
        ArticleId? below = null;
        for (var scanned = 0; scanned < MostArticles; scanned += 500)
        {
            var chunk = await store.NewestArticlesAsync(below, 500, cancellationToken);
            found.AddRange(chunk.Where(article => article.FirstSeen >= since && sight.Sees(article)));
            if (chunk.Count < 500 || chunk[^1].FirstSeen < since)
            {
                break;
            }

            below = chunk[^1].Id;
        }

        return found;
    }
}
