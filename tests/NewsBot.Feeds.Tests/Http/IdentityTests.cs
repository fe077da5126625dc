using NewsBot.Core.Subscriptions;
using NewsBot.Testing;
using NewsBot.Testing.Web;

namespace NewsBot.Feeds.Tests.Http;

[Collection(Alone.Name)]
public sealed class IdentityTests
{
    private const string Url = FetchRig.Url;
    private static readonly string[] Titles = ["Bridge opens", "Mayor resigns", "Market moves"];
    private static readonly string[] Links = ["https://morning.example/?p=1", "https://morning.example/?p=2", "https://morning.example/#2", "https://morning.example/A", "https://morning.example/a"];

    [Fact]
    public void An_item_that_disappears_and_returns_is_not_new() => FetchRig.Run(async rig =>
    {
        var (old, young) = (Some.Item("Bridge opens"), Some.Item("Mayor resigns"));

        Assert.Equal([(1, 0), (1, 0), (0, 0)], await ReadAsync(rig, Some.Rss(old), Some.Rss(young), Some.Rss(young, old)));
    });

    [Fact]
    public void An_edited_or_redated_item_is_not_new() => FetchRig.Run(async rig =>
    {
        var item = Some.Item("Bridge opens", Some.Morning);
        var edited = item with { Title = "Bridge opens at last" };
        var redated = edited with { Published = Some.Morning.AddHours(5) };

        Assert.Equal([(1, 0), (0, 1), (0, 0)], await ReadAsync(rig, Some.Rss(item), Some.Rss(edited), Some.Rss(redated)));
        Assert.Equal("Bridge opens at last", Assert.Single(rig.Store.Articles).Title);
    });

    [Fact]
    public void Items_that_share_one_guid_are_told_apart_by_their_links() => FetchRig.Run(async rig =>
    {
        var items = Titles.Select(title => Some.Item(title) with { Id = "same" }).ToList();

        Assert.Equal([(3, 0)], await ReadAsync(rig, Some.Rss([.. items])));
    });

    [Fact]
    public void Items_without_guid_go_by_link_and_without_link_by_title_and_date() => FetchRig.Run(async rig =>
    {
        var linked = Some.Item("Bridge opens") with { Id = null };
        var bare = Some.Item("Mayor resigns", Some.Morning) with { Id = null, Link = null };

        Assert.Equal([(2, 0), (0, 1)], await ReadAsync(rig, Some.Rss(linked, bare), Some.Rss(linked with { Title = "Bridge is open" }, bare)));
    });

    [Theory]
    [InlineData("https://morning.example/a")]
    [InlineData("http://www.morning.example/a/")]
    [InlineData("http://MORNING.example/a?utm_source=rss&utm_medium=feed")]
    [InlineData("http://morning.example/a#utm_source=rss")]
    [InlineData("http://morning.example/a?fbclid=1")]
    public void One_address_in_several_spellings_is_one_item(string link) => FetchRig.Run(async rig =>
    {
        var item = Some.Item("Bridge opens") with { Id = null, Link = "http://morning.example/a" };

        Assert.Equal([(1, 0), (0, 0)], await ReadAsync(rig, Some.Rss(item), Some.Rss("<ttl>5</ttl>", [item with { Link = link }])));
    });

    [Fact]
    public void Addresses_that_differ_in_what_matters_are_different_items() => FetchRig.Run(async rig =>
    {
        var items = Links.Select((link, index) => Some.Item($"Item {index}") with { Id = null, Link = link }).ToList();

        Assert.Equal([(5, 0)], await ReadAsync(rig, Some.Rss([.. items])));
    });

    [Fact]
    public void What_a_feed_holds_when_it_is_first_read_is_sent_to_nobody() => FetchRig.Run(async rig =>
    {
        var anna = new PlaceId("test:anna");
        rig.Subscriptions.Put(new Home { Id = new HomeId(anna.Value), Created = Some.Morning });
        rig.Subscriptions.Put(new Place { Id = anna, Home = new HomeId(anna.Value), Created = Some.Morning });
        rig.Subscriptions.Put(new Subscription { Id = new SubscriptionId(1), Number = 1, Home = new HomeId(anna.Value), Place = anna, Kind = SubscriptionKind.Feed, Feed = rig.Feed.Id, Value = "Morning", Since = default, ChangedBy = new PersonId(anna.Value), ChangedAt = Some.Morning });
        rig.Web.Serve(FetchRig.Url, Some.Rss(Some.Item("Bridge opens"), Some.Item("Ferry runs again")));
        await rig.RefreshAsync();
        Assert.Empty(rig.Store.Deliveries);

        rig.Web.Serve(FetchRig.Url, Some.Rss(Some.Item("Library burns"), Some.Item("Bridge opens"), Some.Item("Ferry runs again")));
        await rig.RefreshWhenDueAsync();

        Assert.Equal("Library burns", rig.Store.Articles.Single(article => article.Id == Assert.Single(rig.Store.Deliveries).Article).Title);
    });

    [Theory]
    [InlineData("Content-Location", "https://evening.example/town/feed", "https://evening.example/town/articles/1")]
    [InlineData("Content-Location", "/town/feed", "https://morning.example/town/articles/1")]
    [InlineData("Content-Location", "file:///etc/", "https://morning.example/articles/1")]
    [InlineData("X-Other", "", "https://morning.example/articles/1")]
    public void Relative_links_belong_to_where_the_document_says_that_it_lies(string header, string value, string address) => FetchRig.Run(async rig =>
    {
        rig.Web.Script(FetchRig.Url, ServerAnswer.Ok(Some.Rss(Some.Item("Bridge opens") with { Link = "articles/1" })).With(header, value));

        await rig.RefreshAsync();

        Assert.Equal(address, Assert.Single(rig.Store.Articles).Url);
    });

    [Fact]
    public void Ids_that_change_at_every_fetch_are_recognized() => FetchRig.Run(async rig =>
    {
        var documents = Enumerable.Range(0, 5).Select(fetch => Some.Rss([.. Enumerable.Range(0, 10).Select(number => Some.Item($"Item {number}") with { Id = $"{fetch}-{number}" })]));

        Assert.Equal([(10, 0), (0, 0), (0, 0), (0, 0), (0, 0)], await ReadAsync(rig, [.. documents]));
    });

    [Fact]
    public void A_feed_that_replaces_all_its_items_stays_new_each_time() => FetchRig.Run(async rig =>
    {
        var documents = Enumerable.Range(0, 5).Select(fetch => Some.Rss([.. Enumerable.Range(0, 10).Select(number => Some.Item($"Item {fetch}-{number}"))]));

        Assert.All(await ReadAsync(rig, [.. documents]), counts => Assert.Equal((10, 0), counts));
    });

    [Fact]
    public void Future_dates_become_now_and_missing_ones_first_sight_in_document_order() => FetchRig.Run(async rig =>
    {
        var now = rig.Time.GetUtcNow();
        await ReadAsync(rig, Some.Rss(Some.Item("Third", now.AddYears(900)), Some.Item("Second"), Some.Item("First")));

        Assert.Equal(["First", "Second", "Third"], rig.Store.Articles.Select(article => article.Title));
        Assert.All(rig.Store.Articles, article => Assert.Equal(now, article.Published));
    });

    private static async Task<List<(int New, int Changed)>> ReadAsync(FetchRig rig, params IReadOnlyList<string> documents)
    {
        var counts = new List<(int New, int Changed)>();
        foreach (var document in documents)
        {
            rig.Web.Serve(Url, document);
            var report = await rig.RefreshWhenDueAsync();
            counts.Add((report.New, report.Changed));
        }

        return counts;
    }
}
