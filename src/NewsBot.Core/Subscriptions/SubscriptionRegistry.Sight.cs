using NewsBot.Core.Feeds;

namespace NewsBot.Core.Subscriptions;

/// <content>What places see.</content>
public sealed partial class SubscriptionRegistry
{
    /// <summary>What the place may see. Samples are seen only while no other article is stored. Costs no more however many others follow however many feeds.</summary>
    public Sight SightOf(PlaceId place)
    {
        var seen = _byPlace.Of(place).Where(subscription => subscription.Feed is not null).SelectMany(subscription => subscription.FormerFeeds.Append(subscription.Feed!.Value)).ToHashSet();
        seen.UnionWith(feeds.Open.Where(id => feeds.Find(id) is { } feed && IsOpenTo(place, feed)));
        foreach (var own in (PlaceId?[])[place, Find(place)?.Former])
        {
            if (own is { } id && feeds.FindByUrl(PagesUrl(id)) is { } pages && IsOpenTo(place, pages))
            {
                seen.Add(pages.Id);
            }
        }

        return new Sight(seen);
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
