using NewsBot.Feeds.Html;

namespace NewsBot.Feeds.Tests.Html;

public sealed class LinkSignsTests
{
    [Theory]
    [InlineData("/", true)]
    [InlineData("https://sarnpost.example", true)]
    [InlineData("https://sarnpost.example/", true)]
    [InlineData("//sarnpost.example/", true)]
    [InlineData("https://sarnpost.example/news", false)]
    [InlineData("/news/", false)]
    [InlineData("", false)]
    public void The_front_page_of_a_host_is_known_by_its_address(string address, bool expected) => Assert.Equal(expected, LinkSigns.IsHome(address));

    [Theory]
    [InlineData("/author/ila", true)]
    [InlineData("https://sarnpost.example/People/ila", true)]
    [InlineData("/news/bridge", false)]
    public void The_page_of_an_author_is_known_by_its_address(string address, bool expected) => Assert.Equal(expected, LinkSigns.IsAuthor(address));
}
