using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Testing;
using NewsBot.Testing.Web;

namespace NewsBot.Tests.Hosting;

public sealed class FeedMemoryTests
{
    [Fact]
    public async Task What_was_seen_of_an_item_is_kept_whole()
    {
        await using var site = FeedServer.Start();
        site.Serve("/feed.xml", Some.Rss(Some.Item("Ferry to Marrow Island resumes")));
        await using var rig = await BotRig.OpenAsync();
        await rig.TellAsync($"/subscribe {site.Url("/feed.xml")}");
        await rig.RestartAsync();

        var seen = Assert.Single((await rig.Bot.Get<INewsStore>().GetFeedMemoryAsync(rig.Bot.Get<FeedRegistry>().All[0].Id, TestContext.Current.CancellationToken)).Items);

        Assert.Equal(16, seen.Raw?.Length);
        Assert.InRange(seen.Extent.Length, 1, 200);
    }
}
