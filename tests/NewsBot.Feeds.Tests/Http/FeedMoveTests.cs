using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing;
using NewsBot.Testing.Web;

namespace NewsBot.Feeds.Tests.Http;

/// <summary>Feeds that moved onto the address of another one, and documents that name a new address.</summary>
[Collection(Alone.Name)]
public sealed class FeedMoveTests
{
    private const string Old = FetchRig.Url;
    private const string Target = "https://evening.example/feed";
    private static readonly PlaceId Anna = new("test:anna");
    private static readonly PlaceId Ben = new("test:ben");

    [Theory]
    [InlineData(301)]
    [InlineData(308)]
    public void A_feed_that_moved_onto_a_followed_one_becomes_one_with_it(int status) => FetchRig.Run(async rig =>
    {
        var target = await BothAsync(rig, status);
        var anna = Follow(rig, 1, Anna, rig.Feed.Id) with { Folder = "Town", Filter = "bridge" };
        Put(rig, anna);

        await rig.PollAsync(TimeSpan.FromDays(3));

        Assert.Equal(target.Id, rig.Feeds.Find(anna.Feed!.Value)!.MergedInto);
        Assert.Equal((target.Id, "Town", "bridge", 1), rig.Subscriptions.Find(anna.Id) is { } moved ? (moved.Feed!.Value, moved.Folder, moved.Filter, moved.Number) : default);
        Assert.Equal(target.Id, rig.Feeds.FindByUrl(Old)!.Id);
        var asked = rig.Web.Requests.Count;
        await rig.PollAsync(TimeSpan.FromDays(1));
        Assert.All(rig.Web.Requests.Skip(asked), request => Assert.Equal("evening.example", request.Host));
    });

    [Fact]
    public void What_both_held_stays_in_sight_of_those_who_saw_it() => FetchRig.Run(async rig =>
    {
        var target = await BothAsync(rig, 301);
        Put(rig, Follow(rig, 1, Anna, rig.Feed.Id));
        Put(rig, Follow(rig, 2, Ben, target.Id));
        var old = Assert.Single(rig.Store.Articles, article => article.Feed == rig.Feed.Id);
        foreach (var feed in rig.Feeds.All)
        {
            rig.Feeds.Put((await rig.Store.SaveFeedAsync(feed with { InCatalogue = false }, CancellationToken.None))!);
        }

        await rig.PollAsync(TimeSpan.FromDays(3));

        Assert.NotNull(rig.Feeds.Find(old.Feed)!.MergedInto);
        Assert.True(rig.Subscriptions.SightOf(Anna).Sees(old));
        Assert.All(rig.Store.Articles.Where(article => article.Feed == target.Id), article => Assert.True(rig.Subscriptions.SightOf(Anna).Sees(article)));
        Assert.False(rig.Subscriptions.SightOf(Ben).Sees(old));
    });

    [Fact]
    public void Around_a_merge_each_item_is_planned_once_for_each_place() => FetchRig.Run(async rig =>
    {
        var target = await BothAsync(rig, 301);
        Put(rig, Follow(rig, 1, Anna, rig.Feed.Id));
        Put(rig, Follow(rig, 2, Ben, target.Id));
        var titles = new List<string>();
        for (var hour = 0; hour < 72; hour++)
        {
            titles.Add($"Report of hour {hour} from the harbour number {hour * 7919 % 1000}");
            rig.Web.Serve(Target, Some.Rss([.. titles.Select(title => Some.Item(title))]));
            await rig.PollAsync(TimeSpan.FromHours(1));
        }

        await rig.PollAsync(TimeSpan.FromDays(1));

        Assert.NotNull(rig.Feeds.Find(new FeedId(1))!.MergedInto);
        var articles = rig.Store.Articles.ToDictionary(article => article.Id, article => article.Title);
        foreach (var place in new[] { Anna, Ben })
        {
            var told = rig.Store.Deliveries.Where(planned => planned.Place == place && planned.Kind == DeliveryKind.Alert).Select(planned => articles[planned.Article]).ToList();
            Assert.Equal(titles.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
        }
    });

    [Fact]
    public void Two_subscriptions_of_a_place_become_one_that_stands_for_both() => FetchRig.Run(async rig =>
    {
        var target = await BothAsync(rig, 301);
        var moving = Follow(rig, 1, Anna, rig.Feed.Id) with { Folder = "Town" };
        var kept = Follow(rig, 2, Anna, target.Id) with { Filter = "bridge" };
        Put(rig, moving);
        Put(rig, kept);

        await rig.PollAsync(TimeSpan.FromDays(3));

        var left = Assert.Single(rig.Subscriptions.All);
        Assert.Equal((kept.Id, target.Id, "Town", null), (left.Id, left.Feed!.Value, left.Folder, left.Filter));
        Assert.Equal(left, rig.Subscriptions.Find(moving.Id));
    });

    [Fact]
    public void Subscriptions_whose_filters_differ_both_stay() => FetchRig.Run(async rig =>
    {
        var target = await BothAsync(rig, 301);
        Put(rig, Follow(rig, 1, Anna, rig.Feed.Id) with { Filter = "ferry" });
        Put(rig, Follow(rig, 2, Anna, target.Id) with { Filter = "bridge" });

        await rig.PollAsync(TimeSpan.FromDays(3));

        Assert.Equal(["ferry", "bridge"], rig.Subscriptions.All.Select(subscription => subscription.Filter));
        Assert.All(rig.Subscriptions.All, subscription => Assert.Equal(target.Id, subscription.Feed));
    });

    [Fact]
    public void A_feed_read_with_credentials_is_never_merged() => FetchRig.Run(async rig =>
    {
        var target = await BothAsync(rig, 301);
        rig.Access.Put(target.Id, new FeedAccess { Credentials = new("reader", "password") });

        await rig.PollAsync(TimeSpan.FromDays(3));

        Assert.All(rig.Feeds.All, feed => Assert.Null(feed.MergedInto));
    });

    [Fact]
    public void Credentials_do_not_follow_a_feed_to_another_host() => FetchRig.Run(async rig =>
    {
        rig.Access.Put(rig.Feed.Id, new FeedAccess { Credentials = new("reader", "password") });
        rig.Web.Script(Old, ServerAnswer.Redirect(301, Target));
        rig.Web.Serve(Target, Some.Rss(Some.Item("Bridge opens")));

        await rig.PollAsync(TimeSpan.FromDays(3));

        Assert.Equal(Old, rig.Feed.Url);
        Assert.All(rig.Web.Requests.Where(request => request.Host == "evening.example"), request => Assert.Null(request.Header("Authorization")));
    });

    [Fact]
    public void A_new_address_that_the_document_names_is_taken_over_once_a_feed_is_there() => FetchRig.Run(async rig =>
    {
        rig.Web.Serve(Old, Podcast(Target));
        rig.Web.Script(Target, ServerAnswer.Of(404));
        await rig.PollAsync(TimeSpan.FromDays(3));
        Assert.Equal(Old, rig.Feed.Url);

        rig.Web.Serve(Target, Podcast(Target));
        await rig.PollAsync(TimeSpan.FromDays(3));

        Assert.Equal((Target, FeedStatus.Working), (rig.Feed.Url, rig.Health.Status));
        Assert.Single(rig.Store.Articles);
    });

    [Theory]
    [InlineData("http://evening.example/feed")]
    [InlineData("file:///etc/feed")]
    [InlineData("https://reader@evening.example/feed")]
    [InlineData(Old)]
    public void A_new_address_that_leads_nowhere_new_or_out_of_https_is_ignored(string address) => FetchRig.Run(async rig =>
    {
        rig.Web.Serve(Old, Podcast(address));

        await rig.PollAsync(TimeSpan.FromDays(2));

        Assert.Equal((Old, null), (rig.Feed.Url, rig.Health.Move));
        Assert.All(rig.Web.Requests, request => Assert.Equal("morning.example", request.Host));
    });

    [Fact]
    public void A_document_that_names_the_address_of_another_feed_puts_nothing_into_it() => FetchRig.Run(async rig =>
    {
        rig.Web.Serve(Old, Podcast(Target));
        rig.Web.Serve(Target, Some.Rss(Some.Item("Ferry runs again")));
        var target = await rig.FollowAsync(Target);
        Put(rig, Follow(rig, 1, Anna, rig.Feed.Id));

        await rig.PollAsync(TimeSpan.FromDays(3));

        Assert.Equal(target.Id, Assert.Single(rig.Subscriptions.All).Feed);
        Assert.Equal("Ferry runs again", Assert.Single(rig.Store.Articles, article => article.Feed == target.Id).Title);
        Assert.Single((await rig.Store.GetFeedMemoryAsync(target.Id, CancellationToken.None)).Items);
    });

    /// <summary>Both feeds were read twice and hold the same; the first one redirects to the second from then on.</summary>
    private static async Task<Feed> BothAsync(FetchRig rig, int status)
    {
        var document = Some.Rss(Some.Item("Bridge opens"));
        rig.Web.Serve(Old, document);
        rig.Web.Serve(Target, document);
        var target = await rig.FollowAsync(Target);
        await rig.PollAsync(TimeSpan.FromHours(3));
        rig.Web.Script(Old, ServerAnswer.Redirect(status, Target));
        return target;
    }

    private static string Podcast(string address) => Some.Rss(Some.Item("Bridge opens"))
        .Replace("<rss ", "<rss xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" ", StringComparison.Ordinal)
        .Replace("<channel>", $"<channel><itunes:new-feed-url>{address}</itunes:new-feed-url>", StringComparison.Ordinal);

    private static Subscription Follow(FetchRig rig, int number, PlaceId place, FeedId feed)
    {
        var home = new HomeId(place.Value);
        rig.Subscriptions.Put(new Home { Id = home, Created = Some.Morning });
        rig.Subscriptions.Put(new Place { Id = place, Home = home, Created = Some.Morning });
        return new Subscription
        {
            Id = new SubscriptionId(number),
            Number = number,
            Home = home,
            Place = place,
            Kind = SubscriptionKind.Feed,
            Feed = feed,
            Value = "Morning of Larkfield",
            Since = new ArticleId(0),
            ChangedBy = new PersonId(place.Value),
            ChangedAt = Some.Morning,
        };
    }

    private static void Put(FetchRig rig, Subscription subscription)
    {
        rig.Store.Subscriptions = [.. rig.Store.Subscriptions, subscription];
        rig.Subscriptions.Put(subscription);
    }
}
