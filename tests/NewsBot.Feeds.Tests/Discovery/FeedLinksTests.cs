using System.Text;
using NewsBot.Feeds.Discovery;

namespace NewsBot.Feeds.Tests.Discovery;

public sealed class FeedLinksTests
{
    private static readonly Uri Page = new("https://gazette.example/town/index.html");

    [Theory]
    [InlineData("<link rel='alternate' type='application/rss+xml' href='/rss'>", "https://gazette.example/rss")]
    [InlineData("<LINK REL=Alternate TYPE=Application/Atom+XML HREF=feed.atom>", "https://gazette.example/town/feed.atom")]
    [InlineData("<link rel='nofollow  ALTERNATE home' type='application/rss+xml; charset=utf-8' href='/rss'/>", "https://gazette.example/rss")]
    [InlineData("<link rel='feed' href='/f'>", "https://gazette.example/f")]
    [InlineData("<link rel='alternate' href='/feed.xml'>", "https://gazette.example/feed.xml")]
    [InlineData("<link rel='alternate' type='application/feed+json' href='/feed.json'>", "https://gazette.example/feed.json")]
    [InlineData("<base href='https://cdn.example/a/'><link rel='alternate' type='application/rss+xml' href='rss'>", "https://cdn.example/a/rss")]
    [InlineData("<link rel='alternate' type='application/rss+xml' href='/rss?a=1&amp;b=2'>", "https://gazette.example/rss?a=1&b=2")]
    [InlineData("<link rel='alternate' type='application/rss+xml' href='/rss'><link rel='alternate' type='application/rss+xml' href='/rss/#x'>", "https://gazette.example/rss")]
    [InlineData("<link rel='alternate' type='application/rss+xml' title='Comments' href='/c'><link rel='alternate' type='application/rss+xml' href='/rss'>", "https://gazette.example/rss https://gazette.example/c")]
    [InlineData("<link rel='alternate' type='application/json' href='/wp-json/wp/v2/pages/1'>", "")]
    [InlineData("<link rel='alternate' hreflang='de' href='/de/feed'>", "")]
    [InlineData("<link rel='stylesheet' type='text/css' href='/rss.css'>", "")]
    [InlineData("<link rel='alternate stylesheet' type='text/xml' href='/x'>", "")]
    [InlineData("<!-- <link rel='alternate' type='application/rss+xml' href='/old'> --><script>'<link rel=feed href=/s>'</script>", "")]
    [InlineData("<a href='/about'>About</a><a href='/news/feed/'>Feed</a>", "https://gazette.example/news/feed/")]
    [InlineData("<a href='/?feed=rss2'>Feed</a><a href='/feedback'>Write</a>", "https://gazette.example/?feed=rss2")]
    [InlineData("<link rel='alternate' type='application/rss+xml' href='/rss'><a href='/other/feed'>Feed</a>", "https://gazette.example/rss")]
    [InlineData("<a href='javascript:feed'>x</a><link rel='feed' href='data:text/xml,x'>", "")]
    public void The_feeds_of_a_page_are_found(string html, string urls) =>
        Assert.Equal(urls, string.Join(' ', FeedLinks.Find("<html><head>" + html + "</head></html>", Page).Select(link => link.Url)));

    [Fact]
    public void Title_and_type_come_along()
    {
        var link = Assert.Single(FeedLinks.Find(Encoding.Latin1.GetBytes("<meta charset='iso-8859-1'><link rel=alternate type='application/rss+xml;x=y' title=' Städte\n &amp; Land ' href=/r>"), null, Page));

        Assert.Equal(new FeedLink("https://gazette.example/r", "Städte & Land", "application/rss+xml"), link);
    }

    [Theory]
    [InlineData("<a ")]
    [InlineData("<link rel='alternate")]
    [InlineData("<a href='/feed'>")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("<div>")]
    public void Hostile_pages_are_answered(string part)
    {
        var html = new StringBuilder().Insert(0, part, 200_000).ToString();

        Assert.True(FeedLinks.Find(html, Page).Count <= 50);
    }
}
