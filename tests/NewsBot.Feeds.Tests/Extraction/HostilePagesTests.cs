using Microsoft.Extensions.Time.Testing;
using NewsBot.Core.Articles;
using NewsBot.Feeds.Extraction;
using NewsBot.Feeds.Html;

namespace NewsBot.Feeds.Tests.Extraction;

/// <summary>Pages that would cost a tree builder gigabytes or for ever. A test that ends has passed its first half.</summary>
public sealed class HostilePagesTests
{
    private const string Text = "The council of Sarn voted on Tuesday evening to open the northern bridge again after two years of repairs, and nobody spoke against it.";

    private static readonly string Paragraphs = string.Concat(Enumerable.Repeat($"<p>{Text}</p>", 3));

    // A clock that stands still: what a page costs is bounded in work, and a busy machine must not decide what is read.
    private readonly ArticleExtractor _extractor = new(new FakeTimeProvider());

    public static TheoryData<string, int> Tags => new()
    {
        { "<div>", 20_000 }, { "<b>", 50_000 }, { "<svg><g>", 30_000 }, { "<font color=red>", 20_000 }, { "<a href=x>", 100_000 }, { "<br>", 300_000 }, { "<p><i>", 20_000 }, { "<table><tr><td>", 5_000 },
        { "<ul><li>", 20_000 }, { "<section>", 20_000 }, { "<object>", 20_000 }, { "<template>", 20_000 }, { "<select>", 20_000 }, { "<math><mi>", 20_000 }, { "<div/>", 20_000 }, { "<svg><div/><g/>", 20_000 }, { "<dl><dt>", 20_000 },
    };

    [Theory]
    [MemberData(nameof(Tags))]
    public void Tags_without_end_neither_hang_nor_end_the_process(string tag, int count)
    {
        var html = "<html><body><article><h1>Bridge opens</h1>" + Paragraphs + string.Concat(Enumerable.Repeat(tag, count)) + "</article></body></html>";

        var reading = Read(html);

        Assert.Contains(Text, Assert.IsType<PageReading.Read>(reading).Article.Paragraphs);
    }

    [Fact]
    public void A_hundred_thousand_attributes_of_a_tag_are_cut()
    {
        var html = "<article><div " + string.Concat(Enumerable.Range(0, 100_000).Select(number => $"class=c{number} ")) + ">" + Paragraphs + "</div></article>";

        Assert.IsType<PageReading.Read>(Read(html));
    }

    [Theory]
    [InlineData("[", 200_000)]
    [InlineData("{\"a\":", 50_000)]
    [InlineData("{\"@type\":\"NewsArticle\",\"author\":{\"@id\":\"#a\"}},", 20_000)]
    [InlineData("\"\\", 100_000)]
    public void Broken_or_deep_linked_data_is_left_alone(string part, int count)
    {
        var html = "<html><head><script type='application/ld+json'>" + string.Concat(Enumerable.Repeat(part, count)) + "</script></head><body><h1>Bridge opens</h1>" + Paragraphs + "</body></html>";

        Assert.Contains(Text, Assert.IsType<PageReading.Read>(Read(html)).Article.Paragraphs);
    }

    [Theory]
    [InlineData("<p>One.</p><!-- never closed ")]
    [InlineData("<p>One.</p><div class=\"never closed ")]
    [InlineData("<p>One.</p><script>never closed ")]
    [InlineData("<p>One.</p><")]
    [InlineData("<")]
    [InlineData("")]
    [InlineData("\0\0\0")]
    public void Pages_that_break_off_are_read_to_the_break(string html) => Assert.NotNull(Read(html));

    [Fact]
    public void Depth_formatting_tags_and_attributes_are_bounded_and_the_text_stays()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 2_000)) + "deep" + string.Concat(Enumerable.Repeat("<b>", 100)) + "bold" + string.Concat(Enumerable.Repeat("<hr>", 70_000)) + "end";

        var kept = HtmlGuard.Bound(html, withLinks: false).Html;

        Assert.Equal(HtmlGuard.Depth, Count(kept, "<div>"));
        Assert.Equal(HtmlGuard.Formatting, Count(kept, "<b>"));
        Assert.Equal(HtmlGuard.Tags, Count(kept, "<"));
        Assert.Contains("deep", kept, StringComparison.Ordinal);
        Assert.Contains("bold", kept, StringComparison.Ordinal);
        Assert.EndsWith("end", kept, StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private PageReading Read(string html) => _extractor.Extract(new WebPage(System.Text.Encoding.UTF8.GetBytes(html), "text/html", null), TestContext.Current.CancellationToken);
}
