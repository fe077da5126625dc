using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing;

namespace NewsBot.Simulation;

/// <summary>Two feeds of made-up towns, and who follows them: alerts, quiet hours, a limit, a digest and headlines on each platform.</summary>
internal static class Newsroom
{
    public const string Zone = "Europe/Berlin";

    public static readonly IReadOnlyList<string> Platforms = ["plain", "keyed"];

    /// <summary>Stores the feeds as read before, so that all they publish now is news, and their followers.</summary>
    public static async Task<IReadOnlyList<FeedId>> FoundAsync(World world)
    {
        var store = new MemoryNewsStore(world.Disk, world.Time);
        var feeds = new List<FeedId>();
        foreach (var paper in Publisher.Papers)
        {
            var feed = await store.AddFeedAsync(new NewFeed(FeedKind.Web, $"https://{paper.Split(' ')[^1]}.example/feed", paper) { Topics = ["town"], InCatalogue = true }, CancellationToken.None);
            await store.SaveFeedAsync(feed with { Health = feed.Health with { FirstRead = world.Start.AddDays(-1), LastCheck = world.Start.AddHours(-1) } }, CancellationToken.None);
            feeds.Add(feed.Id);
        }

        foreach (var platform in Platforms)
        {
            await FollowAsync(store, platform + ":alerts", world.Start, place => place, digest: null);
            await FollowAsync(store, platform + ":quiet", world.Start, place => place with { Quiet = new QuietHours(22 * 60, 7 * 60) }, digest: null);
            await FollowAsync(store, platform + ":limited", world.Start, place => place with { Limit = new SendLimit(1, LimitPeriod.Hour) }, digest: null);
            await FollowAsync(store, platform + ":digest", world.Start, place => place with { Digests = [DigestAt(world)] }, digest: 1);
            await PlaceAsync(store, platform + ":headlines", world.Start, place => place with { Digests = [DigestAt(world)] });
        }

        return feeds;
    }

    /// <summary>Half past two: the clocks change around it.</summary>
    private static Digest DigestAt(World world) => new() { Number = 1, Times = [(2 * 60) + 30], LastSlot = world.Start };

    private static async Task FollowAsync(MemoryNewsStore store, string name, DateTimeOffset now, Func<Place, Place> with, int? digest)
    {
        var place = await PlaceAsync(store, name, now, with);
        await store.AddSubscriptionAsync(
            new Subscription
            {
                Id = default,
                Number = 0,
                Home = place.Home,
                Place = place.Id,
                Kind = SubscriptionKind.Topic,
                Value = "town",
                Mode = digest is null ? SubscriptionMode.AtOnce : SubscriptionMode.Digest,
                Digest = digest,
                Since = default,
                ChangedBy = new PersonId(name),
                ChangedAt = now,
            },
            CancellationToken.None);
    }

    private static async Task<Place> PlaceAsync(MemoryNewsStore store, string name, DateTimeOffset now, Func<Place, Place> with)
    {
        var home = new Home { Id = new HomeId(name), TimeZone = Zone, Created = now };
        return (await store.EnsurePlaceAsync(home, with(new Place { Id = new PlaceId(name), Home = home.Id, Created = now }), CancellationToken.None)).Place;
    }
}
