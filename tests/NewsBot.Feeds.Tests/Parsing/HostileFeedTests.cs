using System.Text;
using NewsBot.Core.Feeds;
using NewsBot.Feeds.Parsing;

namespace NewsBot.Feeds.Tests.Parsing;

/// <summary>Documents made to exhaust a parser. Each must be answered; a stack overflow or an endless loop ends the test run.</summary>
public sealed class HostileFeedTests
{
    private const int Many = 100_000;

    public static TheoryData<string, string> Documents => new()
    {
        { "deep nesting", "<rss><channel><item>" + Repeat("<a>", 2 * Many) },
        { "deep nesting with ends", "<rss><channel><item>" + Repeat("<a>", 2 * Many) + Repeat("</a>", 2 * Many) },
        { "many attributes", "<rss><channel><item" + Repeat(" a='1'", Many) + "><title>x</title></item>" },
        { "many namespaces", "<rss" + Repeat(" xmlns:a='b'", Many) + "><channel><item/>" },
        { "a long name", "<rss><channel><item><" + new string('a', 5_000_000) + ">x" },
        { "a long attribute", "<rss><channel><item a='" + new string('x', 5_000_000) },
        { "an entity bomb", "<!DOCTYPE rss [<!ENTITY a 'xxxxxxxxxx'>" + string.Concat(Enumerable.Range(0, 20).Select(i => $"<!ENTITY {(char)('b' + i)} '{Repeat($"&{(char)('a' + i)};", 50)}'>")) + "]><rss><channel><item><title>" + Repeat("&u;", 1000) },
        { "an external entity", "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>&x;</title>" },
        { "open sections", "<rss><channel><item><title>" + Repeat("<![CDATA[", Many) },
        { "open sections with one end", "<rss><channel><item><title>" + Repeat("<![CDATA[", Many) + "]]>" },
        { "open comments", Repeat("<!--", Many) + "<rss><channel><item/>" },
        { "open quotes", "<rss><channel>" + Repeat("<a b=\"", Many) + Repeat("<a b='", Many) },
        { "stray signs", "<rss><channel><item><title>" + Repeat("<", 10 * Many) + Repeat("&", 10 * Many) + Repeat("<a ", Many) },
        { "open scripts", Repeat("<%", Many) + Repeat("<?php ", Many) + "<rss><channel><item><title>" + Repeat("<% ", Many) },
        { "spaced names", "<rss><channel><item><title>" + Repeat("<        ", Many) + Repeat("</       x", Many) + Repeat("<! [ CDATA ", Many) },
        { "odd quotes", "<rss><channel><item" + Repeat(" a=\u201dx", Many) + Repeat(" a=\\\"x", Many) },
        { "chunks", Repeat("1\r\nx\r\n", 5 * Many) },
        { "a huge chunk", "7fffffff\r\n<rss><channel/></rss>" },
        { "a quoted text", "\"" + Repeat("\\u003c", Many) },
        { "many end tags", "<rss><channel><item>" + Repeat("<b>", 200) + Repeat("</x>", 10 * Many) },
        { "many items", "<rss><channel>" + Repeat("<item><title>t</title></item>", Many) },
        { "unclosed items", "<rss><channel>" + Repeat("<item><title>t", Many) },
        { "many elements", "<rss><channel><item><description>" + Repeat("<b/>", 15 * Many) },
        { "relative addresses", "<rss><channel><item><description>" + Repeat("&lt;a href='x'>", Many) + Repeat(" href='y'", Many) },
        { "a deep array", Repeat("[", Many) },
        { "a deep object", Repeat("{\"a\":", Many) },
        { "an escaped escape", Repeat("&amp;", Many) + "lt;rss" },
        { "references", "<rss><channel><item><title>" + Repeat("&#99999999999;&#x;&;&#", Many) },
        { "a long description", "<rss><channel><item><description>" + Repeat("&lt;p&gt;word word&lt;/p&gt;", 3 * Many) + "</description></item></channel></rss>" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_hostile_document_is_answered(string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var result = new FeedParser().Parse(new FeedDocument(bytes, Reading.Address, "text/xml"));

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < (64 * 1024 * 1024) + (80L * bytes.Length), $"{name} took {allocated} bytes of memory.");
        Assert.True(result is FeedParseResult.NotAFeed || ((FeedParseResult.Parsed)result).Feed.Items.Count <= FeedLimits.ItemsPerFeed);
        Assert.DoesNotContain("root:", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Random_damage_never_throws()
    {
        const string Feed = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e 'v'>]><rss xmlns:a='b'><channel><title>T &amp; <![CDATA[u]]></title><!-- c --><item a=\"b\"><link>/x</link><description>&lt;a href='y'&gt;</description><pubDate>Mon, 04 Mar 2024 15:04:05 GMT</pubDate></item></channel></rss>";
        var random = new Random(20240304);
        var parser = new FeedParser();
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(Feed);
            for (var n = random.Next(1, 12); n > 0; n--)
            {
                var at = random.Next(bytes.Length);
                bytes[at] = random.Next(3) switch { 0 => (byte)random.Next(256), 1 => bytes[random.Next(bytes.Length)], _ => (byte)"<>&;'\"/![]-?= \0"[random.Next(15)] };
            }

            Assert.NotNull(parser.Parse(new FeedDocument(bytes.AsMemory(0, random.Next(bytes.Length)), Reading.Address, null)));
        }
    }

    [Fact]
    public void The_limits_of_a_whole_file_let_every_item_through()
    {
        var text = "<rss><channel>" + Repeat("<item><title>t</title></item>", 5_000) + "</channel></rss>";

        var result = new FeedParser(FeedParserLimits.WholeFile).Parse(new FeedDocument(Encoding.UTF8.GetBytes(text), null, null));

        Assert.Equal(5_000, Assert.IsType<FeedParseResult.Parsed>(result).Feed.Items.Count);
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
