namespace NewsBot.Feeds.Tests.Extraction;

public sealed class PublicationDateTests
{
    private const string Moment = "<meta property=article:published_time content='2026-03-04T02:30:00Z'>";

    [Theory]
    [InlineData("<time datetime='2026-03-03T20:30:00-06:00'>yesterday</time>", "2026-03-03T20:30:00-06:00")]
    [InlineData("<p class=date>Published: March 3, 2026 at 8:30 p.m.</p>", "2026-03-03T20:30:00-06:00")]
    [InlineData("<p class=date>Published: March 3, 2026</p>", "2026-03-04T02:30:00Z")]
    [InlineData("<p class=date>Published: March 3, 2026 at 8:17 p.m.</p>", "2026-03-04T02:30:00Z")]
    public void A_moment_has_the_offset_in_which_the_page_shows_it(string shown, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture).ToString("O"), Read(Moment, shown).Published!.Value.Value.ToString("O"));

    [Fact]
    public void A_day_in_an_address_may_begin_with_the_day() => Assert.Equal("2026-03-29", Read("", "", "https://www.sarnpost.example/notes/29-03-2026").Published.ToString());

    [Fact]
    public void The_entries_of_a_live_blog_do_not_date_it() => Assert.Equal("2026-03-02", Read(
        "<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\",\"headline\":\"The bridge, live\",\"datePublished\":\"2026-03-02\",\"liveBlogUpdate\":[{\"@type\":\"BlogPosting\",\"headline\":\"First bus\",\"datePublished\":\"2026-03-03\",\"author\":\"Ila Brann\",\"articleBody\":\"It came.\"}]}</script>", "").Published.ToString());

    private static NewsBot.Core.Articles.PageArticle Read(string head, string shown, string url = "https://www.sarnpost.example/news/bridge") =>
        SmallPage.Read(head, $"<article><h1>Council opens the bridge again</h1>{shown}{SmallPage.Body}</article>", url);
}
