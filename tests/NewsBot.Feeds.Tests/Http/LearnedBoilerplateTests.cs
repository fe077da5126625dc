using NewsBot.Core.Articles;
using NewsBot.Testing;
using NewsBot.Testing.Web;

namespace NewsBot.Feeds.Tests.Http;

[Collection(Alone.Name)]
public sealed class LearnedBoilerplateTests
{
    private const string Recurring = "The editors of the Morning collect what moves the valley between the Aldra and the Sarn every single day.";

    [Fact]
    public void A_line_is_gone_from_the_third_article_that_prints_it_on_also_after_a_restart() => FetchRig.Run(async rig =>
    {
        var items = Enumerable.Range(1, 4).Select(Item).ToList();
        rig.Web.Script(FetchRig.Url, [.. items.Select(item => ServerAnswer.Ok(Some.Rss(item)))]);
        for (var at = 0; at < 3; at++)
        {
            await rig.RefreshWhenDueAsync();
        }

        using var again = await rig.RestartAsync();
        rig.Web.Script(FetchRig.Url, ServerAnswer.Ok(Some.Rss(items[3])));
        again.Web.Script(FetchRig.Url, ServerAnswer.Ok(Some.Rss(items[3])));
        await again.RefreshWhenDueAsync();

        Assert.Equal([true, true, false, false], rig.Store.Articles.Select(HoldsLine));
    });

    [Fact]
    public void An_item_that_stays_in_the_feed_counts_once() => FetchRig.Run(async rig =>
    {
        rig.Web.Script(FetchRig.Url, [.. Enumerable.Range(1, 4).Select(count => ServerAnswer.Ok(Some.Rss("<ttl>" + count + "</ttl>", [Item(1)]))), ServerAnswer.Ok(Some.Rss(Item(2)))]);
        for (var at = 0; at < 5; at++)
        {
            await rig.RefreshWhenDueAsync();
        }

        Assert.All(rig.Store.Articles, article => Assert.True(HoldsLine(article)));
    });

    private static bool HoldsLine(Article article) => article.Paragraphs.Contains(Recurring);

    private static RssItem Item(int number) => Some.Item("Report " + number) with
    {
        Description = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"<p>The council of Larkfield heard report number {number} on the new bridge over the Aldra on Monday evening.</p><p>{Recurring}</p>"),
    };
}
