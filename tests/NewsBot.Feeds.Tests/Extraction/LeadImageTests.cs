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

    private static string Linked(string address) => $"<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Council opens the bridge again\",\"image\":\"{address}\"}}</script>";

    private static string? Image(string head) => SmallPage.Read(head, $"<article><h1>Council opens the bridge again</h1>{SmallPage.Body}</article>").Image;
}
