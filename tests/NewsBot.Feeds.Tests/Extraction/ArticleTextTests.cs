using NewsBot.Core.Articles;

namespace NewsBot.Feeds.Tests.Extraction;

public sealed class ArticleTextTests
{
    private static readonly string[] Whole = [SmallPage.First, SmallPage.Second, SmallPage.Third];

    [Theory]
    [InlineData("field field--name-body field--label-hidden")]
    [InlineData("report__section report__section--ads")]
    public void How_a_section_looks_does_not_tell_what_it_holds(string names) =>
        Assert.Equal(Whole, Text($"<h1>Council opens the bridge again</h1><div class='{names}'>{SmallPage.Body}</div>" + Comments));

    [Fact]
    public void An_article_that_all_names_call_something_else_is_found_by_its_tags() =>
        Assert.Equal(Whole, Text($"<h1>Council opens the bridge again</h1><div class=widget>{SmallPage.Body}</div><div class=promo>{Offers}</div>"));

    [Theory]
    [InlineData("Photo: Mira Oswin")]
    [InlineData("Image 2 of 5")]
    [InlineData("Subscribe now to our evening edition for the full story.")]
    [InlineData("For the latest stories and updates download our app for your telephone.")]
    [InlineData("Hat Ihnen dieser Artikel gefallen? Dann erzählen Sie es weiter.")]
    [InlineData("This article is the copyrighted property of the Sarn Post.")]
    [InlineData("This entry was posted on Tuesday and is filed under bridges.")]
    public void What_publishers_put_into_articles_is_left_out(string line) =>
        Assert.Equal(Whole, Text($"<article><h1>Council opens the bridge again</h1><p>{SmallPage.First}</p><p>{line}</p><p>{SmallPage.Second}</p><p>{SmallPage.Third}</p></article>"));

    [Fact]
    public void A_closing_line_about_the_author_is_left_out() => Assert.Equal(Whole, SmallPage.Read(
        "<meta name=author content='Ila Brann'>", $"<article><h1>Council opens the bridge again</h1>{SmallPage.Body}<p>Ila Brann writes about rivers and the towns on their banks.</p></article>").Paragraphs);

    [Fact]
    public void A_question_that_is_asked_again_stays()
    {
        const string Question = "What did you think of the bridge?";
        var text = Text($"<article><h1>Three of Sarn on the bridge</h1><p>{SmallPage.First}</p><p>{Question}</p><p>{SmallPage.Second}</p><p>{Question}</p><p>{SmallPage.Third}</p><p>{Question}</p><p>{SmallPage.First} It is open.</p></article>");

        Assert.Equal(3, text.Count(line => line == Question));
    }

    [Fact]
    public void Lines_without_stops_are_text_where_words_are_written_without_spaces()
    {
        string[] lines = ["河岸两边的居民在清晨的薄雾里走上刚刚修好的北桥", "渡船最后一次靠岸的时候船夫向孩子们挥手告别", "商店的门前挂起了灯笼等着第一批过桥的客人", "工程师还要再用一个月的时间检查桥下的支座"];
        var text = Text("<h1>北桥重新开放</h1><div>" + string.Concat(lines.Select(line => $"<p>{line}</p>")) + "</div>");

        Assert.Equal(lines, text);
    }

    [Fact]
    public void Long_captions_are_the_text_of_a_page_that_has_no_other() =>
        Assert.Equal(Whole, Text("<article><h1>The bridge in three pictures</h1>" + string.Concat(Whole.Select(line => $"<figure><img src=a.jpg><figcaption>{line}</figcaption></figure>")) + "</article>"));

    [Fact]
    public void A_short_article_under_its_title_is_no_page_of_links()
    {
        var links = string.Concat(Enumerable.Range(1, 120).Select(number => $"<li><a>Other news of the river number {number}</a></li>"));
        var reading = SmallPage.Open($"<html lang=en><body><ul>{links}</ul><div><h1>Council opens the bridge again</h1><p>{SmallPage.First} {SmallPage.Second}</p></div></body></html>");

        Assert.Equal([SmallPage.First + " " + SmallPage.Second], Assert.IsType<PageReading.Read>(reading).Article.Paragraphs);
    }

    private static string Comments => "<div class=comments>" + string.Concat(Enumerable.Range(1, 8).Select(number => $"<p>I have waited {number} months for this day, and so have all the people whom I know on our side of the river.</p>")) + "</div>";

    private static string Offers => string.Concat(Enumerable.Repeat("<a>Another offer of the week from our shop</a>", 4));

    private static IReadOnlyList<string> Text(string body) => SmallPage.Read("", body).Paragraphs;
}
