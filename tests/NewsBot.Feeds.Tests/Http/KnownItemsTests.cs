using NewsBot.Testing;
using NewsBot.Testing.Web;

namespace NewsBot.Feeds.Tests.Http;

/// <summary>A feed that changes shows mostly what it showed before.</summary>
[Collection(Alone.Name)]
public sealed class KnownItemsTests
{
    [Fact]
    public void Items_that_are_as_they_were_are_not_read_again() => FetchRig.Run(async rig =>
    {
        var items = Enumerable.Range(1, 20).Select(Item).ToList();
        await ReadAsync(rig, [.. items]);

        Assert.Equal(0, await ReadAsync(rig, "<ttl>7</ttl>", [.. items]));
        var forOne = await ReadAsync(rig, "", [Item(21), .. items]);

        Assert.InRange(forOne, 1, 10);
        Assert.Equal(21, rig.Store.Articles.Count);
    });

    [Fact]
    public void Unchanged_items_are_recognized_after_a_restart() => FetchRig.Run(async rig =>
    {
        await ReadAsync(rig, Item(1), Item(2));
        using var again = await rig.RestartAsync();

        Assert.Equal(0, await ReadAsync(again, "<ttl>7</ttl>", Item(1), Item(2)));
        Assert.Equal(2, rig.Store.Articles.Count);
    });

    [Fact]
    public void An_edit_is_seen_although_the_others_are_passed_over() => FetchRig.Run(async rig =>
    {
        await ReadAsync(rig, Item(1), Item(2), Item(3));

        await ReadAsync(rig, Item(1), Item(2) with { Description = "The mayor took it all back on Tuesday evening." }, Item(3));

        Assert.Equal("The mayor took it all back on Tuesday evening.", rig.Store.Articles[^2].Body);
    });

    [Fact]
    public void An_unchanged_item_stays_known_when_it_vanishes_for_a_while() => FetchRig.Run(async rig =>
    {
        await ReadAsync(rig, Item(1), Item(2));
        await ReadAsync(rig, Item(1), Item(2), Item(3));
        await ReadAsync(rig, Item(3));
        await ReadAsync(rig, Item(1), Item(2), Item(3));

        Assert.Equal(3, rig.Store.Articles.Count);
    });

    [Fact]
    public void Ids_that_change_at_every_fetch_do_not_make_the_texts_be_read_again() => FetchRig.Run(async rig =>
    {
        RssItem[] Fetched(int fetch) => [.. Enumerable.Range(1, 10).Select(number => Item(number) with { Id = $"{fetch}-{number}" })];
        for (var fetch = 0; fetch < 4; fetch++)
        {
            await ReadAsync(rig, Fetched(fetch));
        }

        Assert.Equal(0, await ReadAsync(rig, Fetched(5)));
        Assert.Equal(10, rig.Store.Articles.Count);
    });

    private static Task<int> ReadAsync(FetchRig rig, params RssItem[] items) => ReadAsync(rig, "", items);

    /// <summary>How many texts were read for it.</summary>
    private static async Task<int> ReadAsync(FetchRig rig, string head, params RssItem[] items)
    {
        var before = rig.Reader.Texts;
        rig.Web.Script(FetchRig.Url, ServerAnswer.Ok(Some.Rss(head, items)));
        await rig.RefreshWhenDueAsync();
        return rig.Reader.Texts - before;
    }

    private static RssItem Item(int number) => Some.Item("Report " + number) with { Description = $"<p>The council of Larkfield heard report number {number} on Monday evening.</p>" };
}
