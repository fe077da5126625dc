namespace NewsBot.Feeds.Tests.Parsing;

public sealed class FieldTests
{
    [Theory]
    [InlineData("<link>/a b</link>", "https://gazette.example/a%20b")]
    [InlineData("<guid>https://gazette.example/g</guid>", "https://gazette.example/g")]
    [InlineData("<guid isPermaLink='false'>https://gazette.example/g</guid>", null)]
    [InlineData("<guid>g-17</guid>", null)]
    [InlineData("<enclosure url='/a.mp3' type='audio/mpeg' length='1'/>", "https://gazette.example/a.mp3")]
    [InlineData("<link>javascript:alert(1)</link>", null)]
    [InlineData("<link>feed://gazette.example/x</link>", "http://gazette.example/x")]
    public void An_rss_item_has_one_address(string inner, string? link) => Assert.Equal(link, Reading.Item(inner).Link);

    [Theory]
    [InlineData("<link href='/x'/>", "https://gazette.example/x")]
    [InlineData("<link rel='self' href='/s'/><link rel='enclosure' href='/e'/><link rel='alternate' href='/x'/>", "https://gazette.example/x")]
    [InlineData("<link rel='alternate' type='application/pdf' href='/p'/><link rel='alternate' type='text/html' href='/x'/>", "https://gazette.example/x")]
    [InlineData("<link rel='related' href='/r'/>", "https://gazette.example/r")]
    [InlineData("<id>https://gazette.example/i</id>", "https://gazette.example/i")]
    [InlineData("<id>urn:x:1</id><link rel='replies' href='/c'/>", null)]
    [InlineData("<id>urn:x:1</id><content src='/file.html' type='text/html'/>", "https://gazette.example/file.html")]
    public void An_atom_entry_has_one_address(string inner, string? link) => Assert.Equal(link, Reading.Entry(inner).Link);

    [Fact]
    public void Relative_addresses_inside_texts_are_resolved()
    {
        var item = Reading.Item("<description>&lt;p&gt;&lt;a href=\"/x?a=1&amp;amp;b=2\"&gt;x&lt;/a&gt; &lt;img src='https://cdn.example/i.png'&gt; src=y&lt;/p&gt;</description>");

        Assert.Equal("<p><a href=\"https://gazette.example/x?a=1&amp;b=2\">x</a> <img src='https://cdn.example/i.png'> src=y</p>", item.Summary?.Value);
    }

    [Fact]
    public void Bases_are_inherited_and_joined()
    {
        var feed = Reading.Feed("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://other.example/a/'><entry xml:base='b/'><link href='c'/><content type='xhtml' xml:base='d/'><div xmlns='http://www.w3.org/1999/xhtml'><a href='e'>E</a><br/></div></content></entry></feed>");

        Assert.Equal("https://other.example/a/b/c", feed.Items[0].Link);
        Assert.Equal("<a href=\"https://other.example/a/b/d/e\">E</a><br />", feed.Items[0].Content?.Value);
    }

    [Fact]
    public void Every_field_has_its_place()
    {
        var item = Reading.Item("""
            <title>A <b>title</b></title><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Ada Quill</dc:creator><author>desk@gazette.example</author>
            <category>Ports</category><category>Ships</category><category>Ports</category>
            <pubDate>Mon, 04 Mar 2024 15:04:05 GMT</pubDate><dc:date>2024-03-05T00:00:00Z</dc:date>
            <description>Short</description><content:encoded><![CDATA[<p>Long &amp; wide</p>]]></content:encoded>
            <enclosure url="media/1.mp3" type="audio/mpeg" length="12"/><enclosure url="/2.jpg" type="image/jpeg"/>
            """);

        Assert.Equal("A <b>title</b>", item.Title?.Value);
        Assert.Equal("Ada Quill", item.Author);
        Assert.Equal(["Ports", "Ships"], item.Categories);
        Assert.Equal(new DateTimeOffset(2024, 3, 4, 15, 4, 5, TimeSpan.Zero), item.Published);
        Assert.Equal("Short", item.Summary?.Value);
        Assert.Equal("<p>Long &amp; wide</p>", item.Content?.Value);
        Assert.Equal(["https://gazette.example/feeds/media/1.mp3", "https://gazette.example/2.jpg"], item.Enclosures.Select(enclosure => enclosure.Url));
        Assert.Equal(12, item.Enclosures[0].Length);
        Assert.Equal("https://gazette.example/2.jpg", item.Image);
    }

    [Fact]
    public void Namespaces_are_known_by_address_or_prefix()
    {
        var feed = Reading.Feed("<rss xmlns:q='http://purl.org/dc/elements/1.1/'><channel><item><q:creator>By address</q:creator></item><item><dc:creator>By prefix</dc:creator></item></channel></rss>");

        Assert.Equal(["By address", "By prefix"], feed.Items.Select(item => item.Author));
    }

    [Fact]
    public void Atom_texts_say_what_they_are()
    {
        var entry = Reading.Entry("<title>1 &lt; 2</title><summary type='html'>&lt;b&gt;x&lt;/b&gt;</summary><content type='application/octet-stream'>PGI+eDwvYj4=</content>");

        Assert.Equal("1 < 2", entry.Title?.Value);
        Assert.False(entry.Title?.IsHtml);
        Assert.True(entry.Summary?.IsHtml);
        Assert.Equal("<b>x</b>", entry.Content?.Value);
    }

    [Fact]
    public void A_channel_definition_is_a_feed()
    {
        var feed = Reading.Feed("<CHANNEL HREF='https://gazette.example/'><TITLE>Gazette</TITLE><ABSTRACT>News</ABSTRACT><ITEM HREF='https://gazette.example/1' LASTMOD='2024-03-04T10:00Z'><TITLE>One</TITLE><ABSTRACT>Text</ABSTRACT></ITEM></CHANNEL>");

        Assert.Equal("News", feed.Description?.Value);
        Assert.Equal("https://gazette.example/1", feed.Items[0].Link);
        Assert.Equal("Text", feed.Items[0].Summary?.Value);
        Assert.Equal(new DateTimeOffset(2024, 3, 4, 10, 0, 0, TimeSpan.Zero), feed.Items[0].Updated);
    }

    [Fact]
    public void A_news_sitemap_is_a_feed()
    {
        var feed = Reading.Feed("""
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>https://gazette.example/1</loc><news:news><news:publication><news:name>Gazette</news:name><news:language>en</news:language></news:publication>
            <news:publication_date>2024-03-04</news:publication_date><news:title>One &amp; all</news:title></news:news></url>
            <url><loc>https://gazette.example/about</loc></url></urlset>
            """);

        Assert.Equal("Gazette", feed.Title?.Value);
        Assert.Equal("One & all", Reading.Titles(feed));
        Assert.Equal("en", feed.Items[0].Language);
    }

    [Fact]
    public void Hints_about_the_pace_are_read()
    {
        var feed = Reading.Feed("<rss><channel><ttl>90</ttl><skipHours><hour>24</hour><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency><sy:updateBase>2024-03-04T02:00+00:00</sy:updateBase></channel></rss>");

        Assert.Equal(TimeSpan.FromMinutes(90), feed.Pace.TimeToLive);
        Assert.Equal(TimeSpan.FromHours(6), feed.Pace.UpdateInterval);
        Assert.Equal(new DateTimeOffset(2024, 3, 4, 2, 0, 0, TimeSpan.Zero), feed.Pace.UpdateBase);
        Assert.Equal([0, 3], feed.Pace.SkipHours);
        Assert.Equal([DayOfWeek.Sunday], feed.Pace.SkipDays);
    }

    [Theory]
    [InlineData("<source url='https://harbour.example/feed'>Harbour Post</source>", "Harbour Post")]
    [InlineData("<source><id>x</id><title>Harbour Post</title></source>", "Harbour Post")]
    [InlineData("<source url='https://harbour.example/feed'/>", null)]
    public void An_item_names_the_publisher_it_was_taken_from(string inner, string? source) => Assert.Equal(source, Reading.Item(inner).Source);

    [Theory]
    [InlineData("<tags>ports, ships</tags>", "ports|ships")]
    [InlineData("<media:group xmlns:media='http://search.yahoo.com/mrss/'><media:category>ports</media:category></media:group>", "ports")]
    public void Categories_are_found_where_tools_hide_them(string inner, string categories) => Assert.Equal(categories, string.Join('|', Reading.Item(inner).Categories));

    [Fact]
    public void Of_dates_given_twice_the_last_counts()
    {
        var entry = Reading.Entry("<id>urn:x:1</id><updated>2024-03-05T10:00:00Z</updated><updated>2024-03-06T10:00:00Z</updated>");

        Assert.Equal(new DateTimeOffset(2024, 3, 6, 10, 0, 0, TimeSpan.Zero), entry.Updated);
    }
}
