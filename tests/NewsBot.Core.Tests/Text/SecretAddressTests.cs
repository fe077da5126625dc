using NewsBot.Core.Text;

namespace NewsBot.Core.Tests.Text;

public sealed class SecretAddressTests
{
    [Theory]
    [InlineData("https://ada:moon@larkfield.example/feed", "https://***@larkfield.example/feed")]
    [InlineData("https://code.example/ada.private.atom?token=ABCD", "https://code.example/ada.private.atom?token=***")]
    [InlineData("https://code.example/-/feed?feed_token=x&scope=all", "https://code.example/-/feed?feed_token=***&scope=all")]
    [InlineData("https://cast.example/rss?auth=Hx9&lang=de", "https://cast.example/rss?auth=***&lang=de")]
    [InlineData("https://cast.example/rss?APIKEY=1", "https://cast.example/rss?APIKEY=***")]
    [InlineData("https://cast.example/rss?u=3f9a1b77c0de4e5f8a9b2c1d0e3f4a5b", "https://cast.example/rss?u=***")]
    [InlineData("https://day.example/cal/private-3f9a1b77c0de4e5f8a9b2c1d0e3f4a5b/basic.ics", "https://day.example/cal/***/basic.ics")]
    [InlineData("https://cast.example/private/b1946ac9-2492-4d23-8b9a-0f2d1c5e7a61/rss", "https://cast.example/private/***/rss")]
    public void What_opens_a_feed_is_hidden(string address, string shown)
    {
        Assert.Equal(shown, SecretAddress.Mask(address));
        Assert.True(SecretAddress.HoldsSecret(address));
    }

    [Theory]
    [InlineData("https://larkfield.example/feed")]
    [InlineData("https://larkfield.example/feed?format=rss&page=2")]
    [InlineData("https://video.example/feeds/videos.xml?channel_id=UC3f9a1B77c0De4E5f8A9b2C")]
    [InlineData("https://video.example/feeds/videos.xml?list=PL3f9a1B77c0De4E5f8A9b2C")]
    [InlineData("https://cast.example/public/shows/b1946ac9-2492-4d23-8b9a-0f2d1c5e7a61")]
    [InlineData("https://larkfield.example/feed?author=ada&keyword=ferry&tokyo=1")]
    [InlineData("https://larkfield.example/private-gardens-of-the-old-town-2026/feed")]
    [InlineData("https://larkfield.example/search?q=harbour-festival-2026-summer-programme")]
    [InlineData("Larkfield Courier")]
    [InlineData("token=3f9a1b77c0de4e5f8a9b2c1d0e3f4a5b")]
    [InlineData("")]
    public void What_everybody_may_know_stays(string address)
    {
        Assert.Equal(address, SecretAddress.Mask(address));
        Assert.False(SecretAddress.HoldsSecret(address));
    }
}
