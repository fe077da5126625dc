using NewsBot.Core.Feeds;

namespace NewsBot.Core.Subscriptions;

/// <content>What places see.</content>
public sealed partial class SubscriptionRegistry
{
    /// <summary>What the place may see. Samples are seen only while no other article is stored.</summary>
    public Sight SightOf(PlaceId place)
    {
        var followed = _byPlace.Of(place).Where(subscription => subscription.Feed is not null).SelectMany(subscription => subscription.FormerFeeds.Append(subscription.Feed!.Value));
        var seen = feeds.All.Where(feed => IsOpenTo(place, feed));
        return new Sight(seen.Select(feed => feed.Id).Concat(followed).ToHashSet());
    }

    /// <summary>True when the place sees the feed without following it.</summary>
    public bool IsOpenTo(PlaceId place, Feed feed) => feed.Kind switch
    {
        FeedKind.Web => feed.InCatalogue,
        FeedKind.Imported => true,
        FeedKind.Pages => feed.Url == PagesUrl(place) || (Find(place)?.Former is { } former && feed.Url == PagesUrl(former)),
        FeedKind.Samples => !feeds.HoldsNews,
        _ => false,
    };

    /// <summary>The name of the feed that holds the pages this place asked for.</summary>
    public static string PagesUrl(PlaceId place) => "pages:" + place.Value;
}
