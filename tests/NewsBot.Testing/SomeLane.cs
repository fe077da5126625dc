using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;

namespace NewsBot.Testing;

/// <summary>An ingest lane with everything it needs but a search index.</summary>
public static class SomeLane
{
    public static IngestLane Over(IRefreshStore store, FeedRegistry feeds, SubscriptionRegistry subscriptions, Outbox outbox)
    {
        var analyzer = FoldingAnalyzer.Instance;
        var (messages, sources, grouper) = (new StoryMessages(), new StorySources(), new StoryGrouper());
        return new IngestLane(
            store,
            grouper,
            new SubscriptionMatcher(subscriptions, feeds, analyzer),
            new DeliveryPlanner(subscriptions, messages, new QuietExceptions(feeds, analyzer)),
            messages,
            sources,
            new RecentArticles(),
            new IngestWarmUp(store, grouper, sources, messages),
            new NoIndex(),
            outbox);
    }
}
