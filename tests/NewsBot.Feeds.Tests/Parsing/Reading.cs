using System.Text;
using NewsBot.Core.Feeds;
using NewsBot.Feeds.Parsing;

namespace NewsBot.Feeds.Tests.Parsing;

/// <summary>Short ways to read a made-up feed.</summary>
internal static class Reading
{
    public static readonly Uri Address = new("https://gazette.example/feeds/all");

    public static ParsedFeed Feed(string text, string? contentType = null) => Feed(Encoding.UTF8.GetBytes(text), contentType);

    public static ParsedFeed Feed(byte[] bytes, string? contentType = null) =>
        Assert.IsType<FeedParseResult.Parsed>(new FeedParser().Parse(new FeedDocument(bytes, Address, contentType))).Feed;

    public static ParsedItem Item(string inner) => Assert.Single(Feed($"<rss version='2.0'><channel><title>Gazette</title><item>{inner}</item></channel></rss>").Items);

    public static ParsedItem Entry(string inner) => Assert.Single(Feed($"<feed xmlns='http://www.w3.org/2005/Atom'><title>Gazette</title><entry>{inner}</entry></feed>").Items);

    public static string Titles(ParsedFeed feed) => string.Join('|', feed.Items.Select(item => item.Title?.Value));
}
