using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing;

namespace NewsBot.Simulation;

/// <summary>One feed of made-up towns, and who follows it: alerts, quiet hours, a limit, a digest and headlines on each platform.</summary>
internal static class Newsroom
{
    public const string Zone = "Europe/Berlin";
    private static readonly string[] Matters = ["Bridge closed", "Harbour crane bought", "Tram strike ends", "School roof burns", "Orchard prize given", "Library flooded", "Council vote fails", "Ferry runs aground", "Museum reopens", "Quarry sold"];
    private static readonly string[] Towns = ["Larkfield", "Aldra", "Brookmere", "Castleden", "Dunwater", "Eastholm", "Fernhill", "Greyford", "Hollowby", "Inchmoor"];

    public static readonly IReadOnlyList<string> Platforms = ["plain", "keyed"];

    public static ArticleDraft Item(int number) => new()
    {
        Key = string.Create(CultureInfo.InvariantCulture, $"item-{number}"),
        Title = $"{Matters[number]} in {Towns[number]}",
        Source = "Morning of Larkfield",
        Language = "en",
        Paragraphs = [$"{Matters[number]}: what is known from {Towns[number]} so far."],
        Summary = [$"{Matters[number]}."],
        ContentHash = string.Create(CultureInfo.InvariantCulture, $"hash-{number}"),
    };

    /// <summary>Stores the feed as read before, so that all it publishes now is news, and its followers.</summary>
    public static async Task<FeedId> FoundAsync(World world)
    {
        var store = new MemoryNewsStore(world.Disk, world.Time);
        var feed = await store.AddFeedAsync(new NewFeed(FeedKind.Web, "https://morning.example/feed", "Morning of Larkfield") { Topics = ["town"], InCatalogue = true }, CancellationToken.None);
        await store.SaveFeedAsync(feed with { Health = feed.Health with { FirstRead = world.Start.AddDays(-1), LastCheck = world.Start.AddHours(-1) } }, CancellationToken.None);
        foreach (var platform in Platforms)
        {
            await FollowAsync(store, platform + ":alerts", world.Start, place => place, digest: null);
            await FollowAsync(store, platform + ":quiet", world.Start, place => place with { Quiet = new QuietHours(22 * 60, 7 * 60) }, digest: null);
            await FollowAsync(store, platform + ":limited", world.Start, place => place with { Limit = new SendLimit(1, LimitPeriod.Hour) }, digest: null);
            await FollowAsync(store, platform + ":digest", world.Start, place => place with { Digests = [DigestAt(world)] }, digest: 1);
            await PlaceAsync(store, platform + ":headlines", world.Start, place => place with { Digests = [DigestAt(world)] });
        }

        return feed.Id;
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
