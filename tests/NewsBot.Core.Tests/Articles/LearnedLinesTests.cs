using NewsBot.Core.Articles;
using NewsBot.Testing;

namespace NewsBot.Core.Tests.Articles;

public sealed class LearnedLinesTests
{
    private const string Body = "The council of Larkfield opened the new bridge over the Aldra on Monday evening.";
    private const string Other = "The bridge over the Aldra took the council of Larkfield four years and two million marks.";
    private const string Recurring = "The Morning collects what moves the valley between the Aldra and the Sarn.";

    private static readonly IReadOnlySet<string> Learned = BoilerplateMemory.Empty.With([[Recurring], [Recurring], [Recurring]]).Learned();

    [Fact]
    public void A_learned_line_goes_from_text_and_teaser_and_a_summary_that_quoted_it_is_told_anew()
    {
        var shown = LearnedLines.Without(Some.Article("a") with { Paragraphs = [Body, Recurring.ToUpperInvariant(), Other], Teaser = [Body, Recurring], Summary = [Recurring] }, Learned);

        Assert.Equal([Body, Other], shown.Paragraphs);
        Assert.Equal([Body], shown.Teaser);
        Assert.NotEmpty(shown.Summary);
        Assert.DoesNotContain(Recurring, shown.Summary);
    }

    [Fact]
    public void A_summary_that_quoted_the_article_alone_stays_as_it_is()
    {
        var article = Some.Article("a") with { Paragraphs = [Body, Other, Recurring], Summary = [Other] };

        Assert.Same(article.Summary, LearnedLines.Without(article, Learned).Summary);
    }

    [Fact]
    public void An_article_without_such_a_line_or_of_nothing_else_comes_back_as_it_is()
    {
        var clean = Some.Article("a") with { Paragraphs = [Body, Other] };
        var nothingElse = Some.Article("b") with { Paragraphs = [Recurring] };

        Assert.Same(clean, LearnedLines.Without(clean, Learned));
        Assert.Same(nothingElse, LearnedLines.Without(nothingElse, Learned));
    }
}
