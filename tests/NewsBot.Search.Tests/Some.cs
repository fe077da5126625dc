using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Search;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Search.Tests;

internal static class Some
{
    public static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    public static Article Article(long id, string title, string body = "", string? language = "en", long feed = 1, string source = "Ellery Post", double hoursOld = 1) => new()
    {
        Id = new ArticleId(id),
        Feed = new FeedId(feed),
        Story = new StoryId(id),
        Key = "key-" + id,
        Title = title,
        Source = source,
        Language = language,
        Published = Now.AddHours(-hoursOld),
        FirstSeen = Now,
        Paragraphs = body.Length == 0 ? [] : body.Split('\n'),
        Summary = [],
        ContentHash = "",
    };

    public static Sight Sight(params long[] feeds) => new(feeds.Select(feed => new FeedId(feed)).ToHashSet());

    public static Feed Feed(long id, params string[] topics) => new() { Id = new FeedId(id), Kind = FeedKind.Web, Url = "https://feed.example/" + id, Title = "Feed " + id, Topics = topics };

    public static Subscription Subscription(long id, string query) => new()
    {
        Id = new SubscriptionId(id),
        Number = (int)id,
        Home = new HomeId("terminal:home"),
        Place = new PlaceId("terminal:here"),
        Kind = SubscriptionKind.Query,
        Value = query,
        Since = default,
        ChangedBy = new PersonId("terminal:me"),
        ChangedAt = default,
    };

    public static Query Query(string text) => Assert.IsType<QueryParseResult.Parsed>(QueryParser.Parse(text)).Query;

    public static ArticleSearch Search(string text, params long[] feeds) => new() { Query = Query(text), Sight = Sight(feeds.Length == 0 ? [1] : feeds) };
}
