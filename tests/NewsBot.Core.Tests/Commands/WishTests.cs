using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;

namespace NewsBot.Core.Tests.Commands;

public sealed class WishTests
{
    [Fact]
    public void A_digest_is_read_from_times_days_and_what_it_collects()
    {
        var wish = Assert.IsType<DigestWish.At>(DigestWish.Parse("7:30, 18h mon-fri of river otters top 5 only"));

        Assert.Equal([450, 1080], wish.Times);
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], wish.Days);
        Assert.Equal(("river otters", 5, true), (wish.Of, wish.Top, wish.IsOnly == true));
    }

    [Theory]
    [InlineData("7", "07:00", "")]
    [InlineData("at 7 and 18", "07:00 18:00", "")]
    [InlineData("7:00 and 7 am", "07:00", "")]
    [InlineData("every monday at 6pm", "18:00", "Mon")]
    [InlineData("every day 8:00", "08:00", "")]
    public void A_digest_is_read_as_people_say_it(string text, string times, string days)
    {
        var wish = Assert.IsType<DigestWish.At>(DigestWish.Parse(text));

        Assert.Equal(times, string.Join(' ', wish.Times.Select(Core.Time.MinuteOfDay.Show)));
        Assert.Equal(days, Core.Time.DayNames.Show(wish.Days));
    }

    [Theory]
    [InlineData("/unsubscribe 2")]
    [InlineData("/unsubscribe #2")]
    public void A_bare_number_names_a_subscription_where_nothing_else_can_stand(string text)
    {
        var parsed = Assert.IsType<ParsedText.Recognized>(CommandParser.Parse(text, slashNeeded: true));

        Assert.Equal(new Selection.Numbered(2), Assert.IsType<Command.Unsubscribe>(parsed.Command).What);
    }

    [Theory]
    [InlineData("/mode 2 digest", 2, "digest")]
    [InlineData("/mode #2 at once", 2, "at once")]
    [InlineData("/mode at once", null, "at once")]
    public void A_mode_may_follow_a_bare_number(string text, int? number, string name)
    {
        var mode = Assert.IsType<Command.Mode>(Assert.IsType<ParsedText.Recognized>(CommandParser.Parse(text, slashNeeded: true)).Command);

        Assert.Equal((number, name), ((mode.What as Selection.Numbered)?.Number, mode.Name));
    }

    [Theory]
    [InlineData("7:30 sometimes", "sometimes")]
    [InlineData("mon-fri", "")]
    public void A_digest_that_cannot_be_read_names_the_word(string text, string word) => Assert.Equal(new DigestWish.Unreadable(word), DigestWish.Parse(text));

    [Fact]
    public void A_style_changes_only_what_is_named()
    {
        var style = StyleWish.TryParse(new Style { Silent = true }, "compact tags #a #b title \"Morning paper\" merge off images", out _);

        Assert.Equal(new Style { Silent = true, Form = MessageForm.Compact, Tags = "#a #b", Title = "Morning paper", Merge = MergeRule.Off, Images = true }, style);
    }

    [Fact]
    public void A_style_shows_what_may_be_typed_again()
    {
        var style = new Style { Form = MessageForm.Full, Preview = false, Tags = "#a #b", Footer = "by us", Edits = EditRule.Resend };

        Assert.Equal(style, StyleWish.TryParse(Style.None, StyleWish.Show(style), out _));
    }

    [Fact]
    public void An_unknown_style_is_named()
    {
        Assert.Null(StyleWish.TryParse(Style.None, "compact loud", out var unknown));
        Assert.Equal("loud", unknown);
    }

    [Theory]
    [InlineData("https://larkfield.example/feed https://b.example/ in Mornings", "https://larkfield.example/feed|https://b.example/", null, "Mornings")]
    [InlineData("larkfield.example/feed ferry, harbour", "https://larkfield.example/feed", "ferry, harbour", null)]
    [InlineData("feed://larkfield.example/feed", "https://larkfield.example/feed", null, null)]
    public void Addresses_are_told_from_filter_and_folder(string text, string urls, string? filter, string? folder)
    {
        var wish = Assert.IsType<FollowWish.Addresses>(FollowWish.Parse(text, []));

        Assert.Equal((urls, filter, folder), (string.Join('|', wish.Urls), wish.Filter, wish.Folder));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://larkfield.example/1")]
    public void An_address_that_no_feed_can_have_is_still_an_address(string text) => Assert.Equal([text], Assert.IsType<FollowWish.Addresses>(FollowWish.Parse(text, [])).Urls);

    [Fact]
    public void In_names_a_folder_only_where_one_exists()
    {
        Assert.Equal(("floods in Tollen", (string?)null), (Words("floods in Tollen").Text, Words("floods in Tollen").Folder));
        Assert.Equal(("floods", "Tollen"), (Words("floods in tollen", "Tollen").Text, Words("floods in tollen", "Tollen").Folder));
    }

    private static FollowWish.Words Words(string text, params IReadOnlyCollection<string> folders) => Assert.IsType<FollowWish.Words>(FollowWish.Parse(text, folders));

    [Theory]
    [InlineData("@tamsin@posts.example", "https://posts.example/@tamsin")]
    [InlineData("r/larkfield", "https://www.reddit.com/r/larkfield")]
    [InlineData("/r/larkfield", "https://www.reddit.com/r/larkfield")]
    [InlineData("youtu.be/abcdefghijk", "https://youtu.be/abcdefghijk")]
    [InlineData("feed://larkfield.example/rss", "https://larkfield.example/rss")]
    public void Handles_and_short_links_are_addresses(string typed, string address)
    {
        var wish = Assert.IsType<FollowWish.Addresses>(FollowWish.Parse(typed + " otters", []));

        Assert.Equal([address], wish.Urls);
        Assert.Equal("otters", wish.Filter);
    }

    [Theory]
    [InlineData("@larkfield")]
    [InlineData("and/or r/larkfield")]
    [InlineData("r/x")]
    public void Other_words_are_no_addresses(string typed) => Assert.IsType<FollowWish.Words>(FollowWish.Parse(typed, []));
}
