using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;

namespace NewsBot.Core.Subscriptions;

/// <summary>The feeds a place may see: the operator's catalogue, the feeds it follows and the pages it asked for. Every list, search, match and count takes it.</summary>
public sealed record Sight(IReadOnlySet<FeedId> Feeds)
{
    public bool Sees(FeedId feed) => Feeds.Contains(feed);

    public bool Sees(Article article) => Feeds.Contains(article.Feed);
}
