using NewsBot.Core.Text;

namespace NewsBot.Core.Tests.Text;

public sealed class PlainParagraphsTests
{
    [Fact]
    public void Lines_broken_at_a_width_are_one_paragraph() =>
        Assert.Equal(
            ["The ferry between Port Ellery and Marrow Island runs again after two weeks of repairs.", "Fares stay the same."],
            PlainParagraphs.Split("  The ferry between Port Ellery and Marrow Island runs\n  again after two weeks of repairs.\n\nFares stay the same.\n"));

    [Fact]
    public void A_short_line_without_a_stop_stays_alone() =>
        Assert.Equal(["Ferry resumes", "The ferry runs again."], PlainParagraphs.Split("Ferry resumes\nThe ferry runs again."));

    [Fact]
    public void Sentences_on_lines_of_their_own_are_paragraphs() => Assert.Equal(["One.", "Two."], PlainParagraphs.Split("One.\r\nTwo."));
}
