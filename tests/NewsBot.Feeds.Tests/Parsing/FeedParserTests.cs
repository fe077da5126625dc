using System.Text;
using NewsBot.Core.Feeds;
using NewsBot.Feeds.Parsing;

namespace NewsBot.Feeds.Tests.Parsing;

public sealed class FeedParserTests
{
    [Theory]
    [InlineData("<rss version='2.0'><channel><title>T</title><item><title>A</title><link>/a</link><guid>1</guid><pubDate>Mon, 02 Jan 2023 10:00:00 +0100</pubDate></item></channel></rss>")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><title>A</title><link href='/a'/><id>1</id><updated>2023-01-02T09:00:00Z</updated></entry></feed>")]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>T</title></channel><item><title>A</title><link>/a</link><dc:date>2023-01-02T10:00+01:00</dc:date></item></rdf:RDF>")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[{\"id\":1,\"title\":\"A\",\"url\":\"/a\",\"date_published\":\"2023-01-02T09:00:00Z\"}]}")]
    [InlineData("<rss version='2.0'><channel><title>T</title><item><title>A</title><link>/a</link><description>x & y &nbsp;<b></description><pubDate>Mon, 02 Jan 2023 09:00 GMT</pubDate></item></channel>")]
    public void Every_dialect_gives_the_same_item(string text)
    {
        var result = new FeedParser().Parse(new FeedDocument(Encoding.UTF8.GetBytes(text), new Uri("https://example.org/feed"), null));

        var feed = Assert.IsType<FeedParseResult.Parsed>(result).Feed;
        var item = Assert.Single(feed.Items);
        Assert.Equal("T", feed.Title?.Value);
        Assert.Equal("A", item.Title?.Value);
        Assert.Equal("https://example.org/a", item.Link);
        Assert.Equal(new DateTimeOffset(2023, 1, 2, 9, 0, 0, TimeSpan.Zero), item.Published);
    }

    [Theory]
    [InlineData("", NotAFeedKind.Empty)]
    [InlineData("<!doctype html><html><body>Hello</body></html>", NotAFeedKind.Html)]
    [InlineData("just words", NotAFeedKind.Unreadable)]
    [InlineData("\0\u0001\u0002", NotAFeedKind.Binary)]
    public void What_is_no_feed_is_named(string text, NotAFeedKind kind)
    {
        var result = new FeedParser().Parse(new FeedDocument(Encoding.UTF8.GetBytes(text), null, null));

        Assert.Equal(kind, Assert.IsType<FeedParseResult.NotAFeed>(result).Kind);
    }
}
