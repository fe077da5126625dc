using NewsBot.Core.Text;
using NewsBot.Feeds.Html;

namespace NewsBot.Feeds.Tests.Html;

public sealed class HtmlReaderTests
{
    private static readonly Uri Base = new("https://news.example/sarn/");

    private readonly HtmlReader _reader = new();

    [Fact]
    public void Links_and_emphasis_become_marks_of_the_text()
    {
        var block = Assert.Single(_reader.ReadBlocks("<p>The <b>council</b> of <a href='bridge'>Sarn <i>North</i></a> met.</p>", Base));

        Assert.Equal("The council of Sarn North met.", block.Text.Text);
        Assert.Equal(
            [new Mark(MarkKind.Bold, 4, 7), new Mark(MarkKind.Link, 15, 10, "https://news.example/sarn/bridge"), new Mark(MarkKind.Italic, 20, 5)],
            block.Text.Marks);
        Assert.Equal(10 / 30.0, block.LinkShare, 3);
    }

    [Fact]
    public void White_space_is_folded_and_is_no_part_of_a_mark()
    {
        var block = Assert.Single(_reader.ReadBlocks("<p>\n  One\t <b> two </b>\u00a0three  </p>", null));

        Assert.Equal("One two three", block.Text.Text);
        Assert.Equal([new Mark(MarkKind.Bold, 4, 3)], block.Text.Marks);
    }

    [Fact]
    public void A_mark_over_two_paragraphs_goes_on_in_the_second()
    {
        var blocks = _reader.ReadBlocks("<div><b>One<p>two</p></b></div>", null);

        Assert.Equal(["One", "two"], blocks.Select(block => block.Text.Text));
        Assert.All(blocks, block => Assert.Equal(new Mark(MarkKind.Bold, 0, 3), Assert.Single(block.Text.Marks)));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("#top")]
    [InlineData("tg://resolve?domain=x")]
    public void Only_web_addresses_become_links(string href)
    {
        var block = Assert.Single(_reader.ReadBlocks($"<p><a href=\"{href}\">Read on</a></p>", Base));

        Assert.Empty(block.Text.Marks);
        Assert.Equal(1, block.LinkShare);
    }

    [Fact]
    public void Lists_quotes_headings_and_captions_keep_their_kind()
    {
        var blocks = _reader.ReadBlocks("<h2>Head</h2><ul><li><p>item</p></li></ul><blockquote><p>said</p></blockquote><figure><img src=x><figcaption>seen</figcaption></figure><pre>a\n  b</pre>", null);

        Assert.Equal(
            [(HtmlBlockKind.Heading, "Head"), (HtmlBlockKind.ListItem, "item"), (HtmlBlockKind.Quote, "said"), (HtmlBlockKind.Caption, "seen"), (HtmlBlockKind.Preformatted, "a\n  b")],
            blocks.Select(block => (block.Kind, block.Text.Text)));
    }

    [Fact]
    public void The_cells_of_a_row_stand_in_one_line()
    {
        var blocks = _reader.ReadBlocks("<table><tr><th>Town</th><th>Votes</th></tr><tr><td>Sarn</td><td>412</td></tr></table>", null);

        Assert.Equal(["Town | Votes", "Sarn | 412"], blocks.Select(block => block.Text.Text));
    }

    [Fact]
    public void Hidden_parts_scripts_and_forms_vanish()
    {
        var blocks = _reader.ReadBlocks("<p>Seen.</p><p hidden>a</p><p style='display: none'>b</p><script>c</script><style>d</style><form>e</form><noscript>f</noscript>", null);

        Assert.Equal(["Seen."], blocks.Select(block => block.Text.Text));
    }

    [Fact]
    public void Two_line_breaks_end_a_paragraph_and_one_does_not()
    {
        var blocks = _reader.ReadBlocks("One<br>line.<br><br>Two.", null);

        Assert.Equal(["One line.", "Two."], blocks.Select(block => block.Text.Text));
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<a href=x>")]
    [InlineData("<svg><g>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<font color=red><p>")]
    public void Nesting_without_end_is_flattened_and_keeps_its_text(string tag)
    {
        var blocks = _reader.ReadBlocks(string.Concat(Enumerable.Repeat(tag, 20_000)) + "<p>The river rose.</p>", null);

        Assert.Contains("The river rose.", string.Join('\n', blocks.Select(block => block.Text.Text)), StringComparison.Ordinal);
    }
}
