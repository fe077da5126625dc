using NewsBot.Feeds.Discovery;

namespace NewsBot.Feeds.Tests.Discovery;

public sealed class SiteRulesTests
{
    [Theory]
    [InlineData("https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv", "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv")]
    [InlineData("https://youtube.com/playlist?list=PLabc-1", "https://www.youtube.com/feeds/videos.xml?playlist_id=PLabc-1")]
    [InlineData("https://www.youtube.com/user/harbour", "https://www.youtube.com/feeds/videos.xml?user=harbour")]
    [InlineData("github.com/quill", "https://github.com/quill.atom")]
    [InlineData("https://github.com/quill/press", "https://github.com/quill/press/releases.atom")]
    [InlineData("https://github.com/quill/press.git", "https://github.com/quill/press/releases.atom")]
    [InlineData("https://github.com/quill/press/tags", "https://github.com/quill/press/tags.atom")]
    [InlineData("https://github.com/quill/press/commits/main", "https://github.com/quill/press/commits/main.atom")]
    [InlineData("https://old.reddit.com/r/harbours", "https://www.reddit.com/r/harbours/.rss")]
    [InlineData("https://www.reddit.com/r/harbours/top?t=week", "https://www.reddit.com/r/harbours/top/.rss?t=week")]
    [InlineData("https://www.reddit.com/user/quill/", "https://www.reddit.com/user/quill/.rss")]
    [InlineData("@quill@social.example", "https://social.example/@quill.rss")]
    [InlineData("https://social.example/@quill", "https://social.example/@quill.rss")]
    [InlineData("https://social.example/users/quill", "https://social.example/@quill.rss")]
    [InlineData("https://social.example/@quill@other.example", "https://other.example/@quill.rss")]
    [InlineData("https://bsky.app/profile/quill.example", "https://bsky.app/profile/quill.example/rss")]
    [InlineData("https://medium.com/@quill", "https://medium.com/feed/@quill")]
    [InlineData("https://medium.com/tag/ships", "https://medium.com/feed/tag/ships")]
    [InlineData("https://quill.medium.com/a-story", "https://quill.medium.com/feed")]
    [InlineData("https://quill.substack.com/p/a-story", "https://quill.substack.com/feed")]
    [InlineData("https://substack.com/@quill", "https://quill.substack.com/feed")]
    [InlineData("https://quill.tumblr.com/post/1", "https://quill.tumblr.com/rss")]
    [InlineData("https://www.tumblr.com/quill", "https://quill.tumblr.com/rss")]
    [InlineData("https://quill.blogspot.com/2024/03/a.html", "https://quill.blogspot.com/feeds/posts/default")]
    [InlineData("https://quill.wordpress.com/about", "https://quill.wordpress.com/feed")]
    [InlineData("https://gazette.example/wp-content/x.png", "https://gazette.example/feed/")]
    public void A_known_site_gives_its_feed(string address, string first) =>
        Assert.Equal(first, Assert.IsType<SiteAnswer.Candidates>(SiteRules.Find(address)).Urls[0]);

    [Theory]
    [InlineData("https://www.youtube.com/@harbour", "https://www.youtube.com/@harbour")]
    [InlineData("https://www.youtube.com/@harbour/videos", "https://www.youtube.com/@harbour")]
    [InlineData("https://www.youtube.com/c/Harbour", "https://www.youtube.com/c/Harbour")]
    [InlineData("https://youtu.be/abc-123", "https://www.youtube.com/watch?v=abc-123")]
    [InlineData("https://m.youtube.com/watch?v=abc-123&t=4", "https://www.youtube.com/watch?v=abc-123")]
    [InlineData("https://www.youtube.com/shorts/abc-123", "https://www.youtube.com/watch?v=abc-123")]
    public void A_video_or_handle_names_the_page_that_holds_the_channel(string address, string page)
    {
        var answer = Assert.IsType<SiteAnswer.InPage>(SiteRules.Find(address));

        Assert.Equal(page, answer.PageUrl);
        Assert.NotEmpty(answer.Marks);
        Assert.Contains("{0}", answer.Template, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://x.com/quill")]
    [InlineData("https://mobile.twitter.com/quill")]
    [InlineData("https://www.instagram.com/quill")]
    [InlineData("https://www.facebook.com/quill")]
    [InlineData("https://www.tiktok.com/@quill")]
    [InlineData("https://www.linkedin.com/company/quill")]
    public void What_cannot_be_followed_says_what_works_instead(string address) =>
        Assert.Contains("instead", Assert.IsType<SiteAnswer.Impossible>(SiteRules.Find(address)).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://gazette.example/")]
    [InlineData("https://netflix.com/title")]
    [InlineData("https://github.com/features")]
    [InlineData("https://www.youtube.com/")]
    [InlineData("@quill")]
    [InlineData("ftp://gazette.example/x")]
    [InlineData("")]
    public void Other_addresses_are_left_to_the_page(string address) => Assert.IsType<SiteAnswer.Unknown>(SiteRules.Find(address));

    [Fact]
    public void Well_known_paths_look_like_feeds() => Assert.All(FeedPaths.WellKnown, path => Assert.True(FeedPaths.LooksLikeFeed("https://gazette.example/" + path) || path == "index.xml"));
}
