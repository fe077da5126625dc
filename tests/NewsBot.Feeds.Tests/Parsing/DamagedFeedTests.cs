using System.IO.Compression;
using System.Text;
using NewsBot.Core.Feeds;
using NewsBot.Feeds.Parsing;

namespace NewsBot.Feeds.Tests.Parsing;

public sealed class DamagedFeedTests
{
    private const string One = "<item><title>Harbour opens</title><link>https://gazette.example/1</link><guid>g1</guid></item>";
    private const string Two = "<item><title>Bridge closes</title><link>https://gazette.example/2</link><guid>g2</guid></item>";
    private const string Open = "<rss version='2.0'><channel><title>Gazette</title>";
    private const string Close = "</channel></rss>";

    [Theory]
    [InlineData(Open + One + Two + Close)]
    [InlineData("Warning: words before\n" + Open + One + Two + Close)]
    [InlineData("<br />\n<b>Warning</b>: headers already sent in <b>/srv/a.php</b> on line <b>3</b><br />\n<?xml version='1.0'?>" + Open + One + Two + Close)]
    [InlineData(Open + One + "<br />\n<b>Notice</b>: Undefined index in <b>/srv/a.php</b><br />\n" + Two + Close)]
    [InlineData(Open + One + "<script>if (a<b && c>d) { document.write('<img src=x>'); }</script>" + Two + Close)]
    [InlineData("<!DOCTYPE html><html><body><p>You are online</p>" + Open + One + Two + Close + "</body></html>")]
    [InlineData(Open + One + Two + Close + "<!-- late --><script>x</script> & <junk")]
    [InlineData(Open + One + Two + Close + "<?xml version='1.0'?>" + Open + One + Close)]
    [InlineData("<?xml version='1.0'?><?xml version='1.0' encoding='utf-8'?>" + Open + One + Two + Close)]
    [InlineData("<!-- a -- b --- <rss> --->" + Open + One + "<!-- c -- d --->" + Two + Close)]
    [InlineData(Open + "<!-- never closed >" + One + Two + Close)]
    [InlineData(Open + "</channel>" + One + Two + "</rss>")]
    [InlineData(Open + One + Close + Two)]
    [InlineData("<rss><title>Gazette</title>" + One + Two + "</rss>")]
    [InlineData(One + Two)]
    [InlineData("<RSS version='2.0'><CHANNEL><TITLE>Gazette</TITLE>" + One + Two + "</Channel></Rss>")]
    [InlineData(Open + "<ITEM><TITLE>Harbour opens</TITLE><LINK>https://gazette.example/1</LINK><GUID>g1</GUID></ITEM>" + Two + Close)]
    [InlineData(Open + "<item><title>Harbour opens<link>https://gazette.example/1</link><guid>g1</guid></item>" + Two + Close)]
    [InlineData(Open + "<item><title>Harbour opens</title><link>https://gazette.example/1<guid>g1</guid></item>" + Two + Close)]
    [InlineData(Open + "<item><title>Harbour opens</title><link>https://gazette.example/1\n<shop:price>3</shop:price><guid>g1</guid></item>" + Two + Close)]
    [InlineData(Open + "<item><title>Harbour opens</title><guid>g1\n<image><url>/i.png</url></image><link>https://gazette.example/1</link></item>" + Two + Close)]
    [InlineData(Open + "<item><title>Harbour opens</title><link>https://gazette.example/1</link><guid>g1</guid>" + Two + Close)]
    [InlineData(Open + "<item><title>Harbour opens<link>https://gazette.example/1</title></link><guid>g1</guid></item>" + Two + Close)]
    [InlineData(Open + "<item></p></div><title>Harbour opens</title></title><link>https://gazette.example/1</link><guid>g1</guid></item>" + Two + Close)]
    [InlineData(Open + "<item><title><![CDATA[Harbour opens</title><link>https://gazette.example/1</link><guid>g1</guid><description><![CDATA[x]]></description></item>" + Two + Close)]
    [InlineData(Open + "<item><title><![CDATA[<![CDATA[Harbour opens]]>]]></title><link>https://gazette.example/1</link><guid>g1</guid></item>" + Two + Close)]
    [InlineData(Open + "<item><title>Harbour opens</title <link>https://gazette.example/1</link><guid>g1</guid></item>" + Two + Close)]
    [InlineData(Open + "<item a='1' a='2' b=3><title>Harbour opens</title><link>https://gazette.example/1</link><guid>g1</guid></item>" + Two + Close)]
    [InlineData(Open + "<item><x:y>z</x:y><title>Harbour opens</title><link>https://gazette.example/1</link><guid>g1</guid></item>" + Two + Close)]
    [InlineData(Open + "<item><title>Harbour&#8; op&#x1f;ens&#0;</title><link>\n https://gazette.\nexample/1 </link><guid>\n g1\u200b\n</guid></item>" + Two + Close)]
    [InlineData(Open + "<item>< title>Harbour opens</ title>< link >https://gazette.example/1</ link><guid>g1</guid ></item>" + Two + Close)]
    [InlineData(Open + "<item><title>Harbour opens</title><title/><link/><link>https://gazette.example/1</link><guid></guid><guid>g1</guid></item>" + Two + Close)]
    [InlineData(Open + "<item><title/><title>Harbour opens</title><link>https://gazette.example/1</link><guid>g1</guid></item>" + Two + Close)]
    [InlineData(Open + "<item><title><! [CDATA[Harbour opens]]></title><link><![ CDATA [https://gazette.example/1]]></link><guid>g1</guid></item>" + Two + Close)]
    [InlineData("<%@ page language='java' %><% out.print(\"<rss>\"); %>\n" + Open + One + "<% if (a < b) { %>" + Two + Close)]
    [InlineData("<?php echo '<rss>'; ?>\n" + Open + One + Two + Close)]
    [InlineData("<html><head></head><body><pre style='x'>&lt;?xml version='1.0'?&gt;&lt;rss&gt;&lt;channel&gt;&lt;title&gt;Gazette&lt;/title&gt;&lt;item&gt;&lt;title&gt;Harbour opens&lt;/title&gt;&lt;link&gt;https://gazette.example/1&lt;/link&gt;&lt;guid&gt;g1&lt;/guid&gt;&lt;/item&gt;&lt;item&gt;&lt;title&gt;Bridge closes&lt;/title&gt;&lt;link&gt;https://gazette.example/2&lt;/link&gt;&lt;guid&gt;g2&lt;/guid&gt;&lt;/item&gt;&lt;/channel&gt;&lt;/rss&gt;</pre></body></html>")]
    [InlineData("\"" + Open + "<item a=\\\"b\\\"><title>Harbour \\u006fpens</title>\\n<link>https:\\/\\/gazette.example\\/1</link><guid>g1</guid></item>" + Two + Close + "\"")]
    [InlineData("<rss version=\\\"2.0\\\"><channel><title>Gazette</title>" + One + Two + Close)]
    [InlineData("&lt;rss&gt;&lt;channel&gt;&lt;title&gt;Gazette&lt;/title&gt;&lt;item&gt;&lt;title&gt;Harbour opens&lt;/title&gt;&lt;link&gt;https://gazette.example/1&lt;/link&gt;&lt;guid&gt;g1&lt;/guid&gt;&lt;/item&gt;&lt;item&gt;&lt;title&gt;Bridge closes&lt;/title&gt;&lt;link&gt;https://gazette.example/2&lt;/link&gt;&lt;guid&gt;g2&lt;/guid&gt;&lt;/item&gt;&lt;/channel&gt;&lt;/rss&gt;")]
    public void Both_articles_survive(string text)
    {
        var feed = Reading.Feed(text);

        Assert.Equal("Harbour opens|Bridge closes", Reading.Titles(feed));
        Assert.Equal(["https://gazette.example/1", "https://gazette.example/2"], feed.Items.Select(item => item.Link));
        Assert.Equal(["g1", "g2"], feed.Items.Select(item => item.Id));
    }

    [Theory]
    [InlineData("5 < 6 is true", "5 < 6 is true")]
    [InlineData("Ships <3 ports", "Ships <3 ports")]
    [InlineData("A<B and C", "A<B and C")]
    [InlineData("AT&T & partners", "AT&T & partners")]
    [InlineData("Caf&eacute;&nbsp;&hellip;", "Café\u00a0…")]
    [InlineData("It&#146;s &#x97; so", "It’s — so")]
    [InlineData("Tail ]]> end", "Tail ]]> end")]
    [InlineData("Why <? and <! or <% here", "Why <? and <! or <% here")]
    [InlineData("less < title here", "less < title here")]
    [InlineData("Odd &made_up; name", "Odd &made_up; name")]
    public void A_title_reads_as_it_was_meant(string written, string meant) => Assert.Equal(meant, Reading.Item($"<title>{written}</title>").Title?.Value);

    [Fact]
    public void Cut_files_give_what_they_hold()
    {
        var feed = Reading.Feed(Open + One + Two[..(Two.Length / 2)]);

        Assert.True(feed.Repaired);
        Assert.Equal("Harbour opens", feed.Items[0].Title?.Value);
    }

    [Theory]
    [InlineData("<enclosure url=\u201d/a b.mp3\u201d type=\u201caudio/mpeg\u201d length=\u201d7\u201d/>")]
    [InlineData("<enclosure url=\\\"/a b.mp3\\\" type=\\\"audio/mpeg\\\" length=\\\"7\\\"/>")]
    [InlineData("<enclosure url='/a b.mp3' type=audio/mpeg length=7/>")]
    public void Values_are_read_in_any_quotes(string enclosure)
    {
        var read = Assert.Single(Reading.Item("<title>t</title>" + enclosure).Enclosures);

        Assert.Equal(("https://gazette.example/a%20b.mp3", "audio/mpeg", 7), (read.Url, read.Type, read.Length));
    }

    [Theory]
    [InlineData(16, "\r\n0\r\n\r\n")]
    [InlineData(64, "\r\n0\r\n\r\n")]
    [InlineData(64, "\r\n")]
    [InlineData(1_000_000, "")]
    public void Lengths_of_a_chunked_transfer_are_taken_out(int size, string end)
    {
        var text = Open + One + Two + Close;
        var chunks = text.Chunk(size).Select(chunk => FormattableString.Invariant($"{chunk.Length:x}") + (size == 16 ? ";a=b" : "") + "\r\n" + new string(chunk));

        Assert.Equal("Harbour opens|Bridge closes", Reading.Titles(Reading.Feed(string.Join("\r\n", chunks) + end)));
    }

    [Fact]
    public void Line_ends_before_an_archive_are_passed_over()
    {
        var packed = Pack(Encoding.UTF8.GetBytes(Open + One + Close), stream => new GZipStream(stream, CompressionLevel.Fastest));

        Assert.Equal("Harbour opens", Reading.Titles(Reading.Feed([.. "\r\n"u8, .. packed])));
    }

    [Fact]
    public void A_page_that_shows_a_feed_among_its_words_is_no_feed()
    {
        const string Page = "<html><body><p>How to write a feed:</p><pre>&lt;rss&gt;&lt;channel&gt;&lt;item&gt;&lt;title&gt;x&lt;/title&gt;&lt;/item&gt;&lt;/channel&gt;&lt;/rss&gt;</pre></body></html>";

        Assert.IsType<FeedParseResult.NotAFeed>(new FeedParser().Parse(new FeedDocument(Encoding.UTF8.GetBytes(Page), Reading.Address, "text/html")));
    }

    [Fact]
    public void Only_the_item_whose_end_was_lost_gives_away_the_items_in_it()
    {
        var feed = Reading.Feed(Open + "<item><title>Outer</title><item><title>Inner</title></item></item><item><title>Lost</title><item><title>Found</title></item><x a=b>" + Close);

        Assert.Equal("Outer|Lost|Found", Reading.Titles(feed));
    }

    [Fact]
    public void Well_formed_items_inside_an_item_belong_to_it()
    {
        var feed = Reading.Feed(Open + "<item><title>Outer</title><item><title>Inner</title></item></item>" + Close);

        Assert.False(feed.Repaired);
        Assert.Equal("Outer", Reading.Titles(feed));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Undeclared_compression_is_undone_even_when_cut(bool isCut)
    {
        var text = new StringBuilder(Open);
        for (var i = 0; i < 400; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"<item><title>Article {i} of {i * 7919}</title></item>");
        }

        var bytes = Encoding.UTF8.GetBytes(text.Append(Close).ToString());
        foreach (var coding in (Func<Stream, Stream>[])[s => new GZipStream(s, CompressionLevel.Fastest), s => new ZLibStream(s, CompressionLevel.Fastest), s => new DeflateStream(s, CompressionLevel.Fastest), s => new BrotliStream(s, CompressionLevel.Fastest)])
        {
            var packed = Pack(bytes, coding);
            var feed = Reading.Feed(isCut ? packed[..(packed.Length * 9 / 10)] : Pack(packed, s => new GZipStream(s, CompressionLevel.Fastest)));

            Assert.Equal("Article 0 of 0", feed.Items[0].Title?.Value);
            Assert.True(isCut ? feed.Items.Count > 100 : feed.Items.Count == 400);
        }
    }

    private static byte[] Pack(byte[] bytes, Func<Stream, Stream> coding)
    {
        using var output = new MemoryStream();
        using (var stream = coding(output))
        {
            stream.Write(bytes);
        }

        return output.ToArray();
    }

    [Theory]
    [InlineData("<link href='/1 rel='alternate' type='text/html'/>")]
    [InlineData("<link rel='alternate href='/1' type='text/html'/>")]
    [InlineData("<link href='/1  type='text/html'></link>")]
    public void A_value_whose_closing_quote_is_lost_ends_before_the_next_name(string link) =>
        Assert.Equal("https://gazette.example/1", Reading.Entry(link + "<id>urn:x:1</id>").Link);

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(23)]
    public void Control_characters_vanish_wherever_they_stand(int place)
    {
        var words = "Harbour opens after repairs";

        foreach (var control in "\u0001\u001f\u007f\ufffe\uffff")
        {
            Assert.Equal(words, Reading.Item($"<title>{words.Insert(place, control.ToString())}</title>").Title?.Value);
        }
    }
}
