using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>Answers the operator about the instance.</summary>
public sealed class OperatorHandler(INewsStore store, FeedRegistry feeds, SubscriptionRegistry registry, Outbox outbox)
{
    private const int MostFeeds = 50;

    /// <summary>Failing feeds first, then by the next check.</summary>
    public Reply Feeds(Request request, Command.Feeds command)
    {
        var all = feeds.All.Where(feed => feed.Kind == FeedKind.Web).ToList();
        var shown = all.Where(feed => !command.OnlyFailing || feed.Health.LastError is not null).ToList();
        if (shown.Count == 0)
        {
            return new Reply.Message(command.OnlyFailing ? request.Texts.NoFailingFeeds : request.Texts.NothingFollowed);
        }

        var ordered = shown.OrderByDescending(feed => feed.Health.LastError is not null).ThenBy(feed => feed.Health.NextCheck);
        return new Reply.FeedList([.. ordered.Take(MostFeeds)], all.Count);
    }

    public async Task<Reply> StatsAsync(Request request, CancellationToken cancellationToken)
    {
        var web = feeds.All.Where(feed => feed.Kind == FeedKind.Web).ToList();
        return new Reply.Message(request.Texts.Stats(
            await store.CountArticlesAsync(cancellationToken), web.Count, web.Count(feed => feed.Health.LastError is not null), registry.All.Count, outbox.Count));
    }
}
