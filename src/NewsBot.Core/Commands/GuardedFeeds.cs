using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Commands;

/// <summary>Feeds that are read with credentials. They lie under their address without them, the credentials encrypted apart; only the operator adds and follows them, in private.</summary>
public sealed class GuardedFeeds(INewsStore store, IFeedAccessStore secrets, FeedAccessRegistry access, FeedRegistry feeds, SubscriptionRegistry registry, IFeedFinder finder)
{
    public bool MayFollow(Caller caller, FeedId feed) => !access.IsGuarded(feed) || caller is { Role: Role.Operator, IsPrivate: true };

    /// <summary>True when its address or what it is read with opens what is not for everybody.</summary>
    public bool HoldsSecret(Feed feed) => access.IsGuarded(feed.Id) || SecretAddress.HoldsSecret(feed.Url);

    /// <summary>Stores feed and credentials when they open it.</summary>
    /// <param name="url">With user name and password.</param>
    public async Task<FeedSearch> AddAsync(PlaceId place, Uri url, CancellationToken cancellationToken)
    {
        var plain = WithoutCredentials(url);
        if (feeds.FindByUrl(plain.AbsoluteUri) is { } known && (known.InCatalogue || registry.All.Any(subscription => subscription.Feed == known.Id && subscription.Place != place)))
        {
            return new FeedSearch.NotFound("Others follow it without credentials, and would see what these open.");
        }

        var parts = url.UserInfo.Split(':', 2);
        var own = new FeedAccess { Credentials = new BasicCredentials(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts.Length > 1 ? parts[1] : "")) };
        var search = await finder.CheckAsync(plain, own, cancellationToken);
        if (search is FeedSearch.Found([var found]))
        {
            var feed = await store.AddFeedAsync(new NewFeed(FeedKind.Web, plain.AbsoluteUri, found.Title), cancellationToken);
            await secrets.SaveFeedAccessAsync(feed.Id, own, cancellationToken);
            access.Put(feed.Id, own);
            feeds.Put(feed);
        }

        return search;
    }

    public static Uri WithoutCredentials(Uri url) => new UriBuilder(url) { UserName = "", Password = "" }.Uri;
}
