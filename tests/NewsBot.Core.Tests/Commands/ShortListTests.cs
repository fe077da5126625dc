using NewsBot.Core.Commands;

namespace NewsBot.Core.Tests.Commands;

public sealed class ShortListTests
{
    [Fact]
    public void A_list_that_fits_has_no_pages()
    {
        var list = ShortList.Of(Enumerable.Range(1, 20).ToList(), 1, "/subscriptions", new Texts());

        Assert.Equal((20, null, 0), (list.Shown.Count, list.Page, list.Turns.Count));
    }

    [Theory]
    [InlineData(1, 1, "1-20 of 45", "/subscriptions 2")]
    [InlineData(2, 21, "21-40 of 45", "/subscriptions 1 | /subscriptions 3")]
    [InlineData(3, 41, "41-45 of 45", "/subscriptions 2")]
    [InlineData(99, 41, "41-45 of 45", "/subscriptions 2")]
    public void A_page_says_where_it_stands_and_leads_on(int page, int first, string words, string commands)
    {
        var list = ShortList.Of(Enumerable.Range(1, 45).ToList(), page, "/subscriptions", new Texts());

        Assert.Equal((first, words, commands), (list.Shown[0], list.Page, string.Join(" | ", list.Turns.Select(turn => turn.Command))));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("3", 3)]
    [InlineData("failing 2", 2)]
    [InlineData("failing", 1)]
    [InlineData("0", 1)]
    [InlineData("-4", 1)]
    [InlineData("99999999999", 1)]
    public void The_page_is_the_number_at_the_end(string typed, int page) => Assert.Equal(page, ShortList.PageOf(typed));
}
