namespace NewsBot.Feeds.Tests.Extraction;

public sealed class LeadImageTests
{
    private const string Social = "<meta property=og:image content='https://sarnpost.example/bridge-social.jpg'>";

    [Fact]
    public void The_picture_of_the_article_data_comes_before_the_cut_for_social_networks() =>
        Assert.Equal("https://sarnpost.example/bridge.jpg", Image(Social + Linked("https://sarnpost.example/bridge.jpg")));

    [Theory]
    [InlineData("https://sarnpost.example/logo.png")]
    [InlineData("data:image/png;base64,AAAA")]
    public void A_logo_or_no_address_in_the_article_data_leaves_the_picture_to_the_meta_tags(string address) =>
        Assert.Equal("https://sarnpost.example/bridge-social.jpg", Image(Social + Linked(address)));

    [Theory]
    [InlineData("<img src='/img/2026/bridge-7781902_640.jpg'>", "https://www.sarnpost.example/img/2026/bridge-7781902_640.jpg")]
    [InlineData("<img src='/s.gif' data-src='/img/bridge-7781902_800.jpg'>", "https://www.sarnpost.example/img/bridge-7781902_800.jpg")]
    [InlineData("<img src='/img/7781902_80.jpg' srcset='/img/7781902_400.jpg 400w, /img/7781902_1200.jpg 1200w,/img/7781902_4000.jpg 4000w'>", "https://www.sarnpost.example/img/7781902_1200.jpg")]
    public void The_picture_of_the_article_data_comes_in_the_largest_size_the_page_shows(string shown, string expected) =>
        Assert.Equal(expected, Image(Linked("https://sarnpost.example/original/7781902.jpg"), shown));

    [Theory]
    [InlineData("<img src='/img/ferry-5540021.jpg'>")]
    [InlineData("<img src='/20260303/1200x675/ferry.jpg'>")]
    [InlineData("<aside><img src='/img/7781902_120.jpg'></aside>")]
    public void Another_picture_of_the_page_is_not_the_one_of_the_article_data(string shown) =>
        Assert.Equal("https://sarnpost.example/20260303/1200x675/7781902.jpg", Image(Linked("https://sarnpost.example/20260303/1200x675/7781902.jpg"), shown));

    private static string Linked(string address) => $"<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Council opens the bridge again\",\"image\":\"{address}\"}}</script>";

    private static string? Image(string head, string shown = "") => SmallPage.Read(head, $"<article><h1>Council opens the bridge again</h1>{shown}{SmallPage.Body}</article>").Image;
}
