using System.Globalization;
using System.Text;

namespace NewsBot.Benchmarks;

/// <summary>Made-up feeds of common shapes: RSS with escaped HTML, RSS with CDATA, Atom.</summary>
internal static class GeneratedFeeds
{
    private const string Paragraph = "<p>The <a href=\"/harbour?from=town&amp;to=sea\">harbour</a> of the town – as the mayor’s office said – opens again after “long” work.</p><img src=\"https://cdn.gazette.example/harbour.jpg\" alt=\"\">";

    public static IEnumerable<byte[]> All()
    {
        for (var items = 10; items <= 60; items += 10)
        {
            yield return Encoding.UTF8.GetBytes(Rss(items, text => System.Net.WebUtility.HtmlEncode(text)));
            yield return Encoding.UTF8.GetBytes(Rss(items, text => "<![CDATA[" + text + "]]>"));
            yield return Encoding.UTF8.GetBytes(Atom(items));
        }
    }

    private static string Rss(int items, Func<string, string> escape)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Gazette</title><link>https://gazette.example/</link><description>News</description>");
        for (var i = 0; i < items; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<item><title>Article {i} &amp; more</title><link>https://gazette.example/{i}</link><guid isPermaLink=\"false\">g{i}</guid><dc:creator>Ada Quill</dc:creator><pubDate>Mon, 04 Mar 2024 15:04:05 +0100</pubDate><category>Ports</category>")
                .Append("<description>").Append(escape(Paragraph)).Append("</description><content:encoded>").Append(escape(Body(i))).Append("</content:encoded></item>\n");
        }

        return text.Append("</channel></rss>").ToString();
    }

    private static string Atom(int items)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Gazette</title><id>urn:gazette</id><updated>2024-03-04T15:04:05Z</updated>");
        for (var i = 0; i < items; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<entry><title>Article {i}</title><link rel=\"alternate\" type=\"text/html\" href=\"https://gazette.example/{i}\"/><id>urn:gazette:{i}</id><updated>2024-03-04T15:04:05+01:00</updated><author><name>Ada Quill</name></author><content type=\"html\">")
                .Append(System.Net.WebUtility.HtmlEncode(Body(i))).Append("</content></entry>\n");
        }

        return text.Append("</feed>").ToString();
    }

    private static string Body(int seed) => string.Concat(Enumerable.Repeat(Paragraph, 5 + (seed * 7 % 20)));
}
