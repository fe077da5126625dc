using NewsBot.Discord.Rendering;

namespace NewsBot.Discord.Tests.Rendering;

public sealed class DiscordMarkdownTests
{
    [Theory]
    [InlineData("**Bold** and _sly_", @"\*\*Bold\*\* and \_sly\_")]
    [InlineData("@everyone look", @"\@everyone look")]
    [InlineData("<@123> <#4> <:x:5>", @"\<\@123\> \<#4\> \<:x:5\>")]
    [InlineData("# Heading", @"\# Heading")]
    [InlineData("- item", @"\- item")]
    [InlineData("1. item", @"1\. item")]
    [InlineData("> quote", @"\> quote")]
    [InlineData("||secret||", @"\|\|secret\|\|")]
    [InlineData("a - b + c # d", "a - b + c # d")]
    [InlineData("see https://tollen.example/a_b", "see https:\u2060//tollen.example/a\\_b")]
    [InlineData("[click](https://evil.example)", "\\[click\\]\u2060(https:\u2060//evil.example)")]
    public void What_would_be_markup_is_shown_as_it_is(string text, string markdown) => Assert.Equal(markdown, DiscordMarkdown.Escape(text));

    [Theory]
    [InlineData("Port [video] opens", "[Port [video] opens](<https://tollen.example/a>)")]
    [InlineData("Port [video](https://evil.example) opens", "[Port [video]\u2060(https:\u2060//evil.example) opens](<https://tollen.example/a>)")]
    [InlineData("\u2060", "[…](<https://tollen.example/a>)")]
    [InlineData("Port [video opens", "[Port (video opens](<https://tollen.example/a>)")]
    [InlineData("Port video] opens", "[Port video) opens](<https://tollen.example/a>)")]
    public void Brackets_never_end_a_link(string title, string markdown) => Assert.Equal(markdown, DiscordMarkdown.Link(title, "https://tollen.example/a"));

    [Theory]
    [InlineData(null)]
    [InlineData("javascript:alert(1)")]
    [InlineData("mailto:desk@tollen.example")]
    [InlineData("/relative")]
    public void What_leads_nowhere_is_no_link(string? url) => Assert.Equal("Ferry", DiscordMarkdown.Link("Ferry", url));

    [Fact]
    public void An_address_cannot_leave_its_link() =>
        Assert.Equal("[Ferry](<https://tollen.example/a%28b%29%7C%2A%3E>)", DiscordMarkdown.Link("Ferry", "https://tollen.example/a(b)|*>"));

    [Fact]
    public void Control_characters_lone_surrogates_and_turning_marks_go() => Assert.Equal("ab c", DiscordMarkdown.Clean("a\u0000\u202Eb\ud800\tc"));
}
