using NewsBot.Core.Text;
using NewsBot.Telegram.Rendering;

namespace NewsBot.Telegram.Tests.Rendering;

/// <summary>How words of strangers become text that Telegram takes as it was meant.</summary>
public sealed class TextBuilderTests
{
    [Theory]
    [InlineData("a <b>bold</b> & \"quoted\"", "a <b>bold</b> & \"quoted\"")]
    [InlineData("nul\0 bell\u0007 escape\u001b[31m", "nul bell escape[31m")]
    [InlineData("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour")]
    [InlineData("turned \u202egnp.exe\u202c and \u2067isolated\u2069", "turned gnp.exe and isolated")]
    [InlineData("tab\tbed", "tab bed")]
    [InlineData("family 👨‍👩‍👧‍👦 flag 🏴󠁧󠁢󠁳󠁣󠁴󠁿", "family 👨‍👩‍👧‍👦 flag 🏴󠁧󠁢󠁳󠁣󠁴󠁿")]
    [InlineData("\uffffnon\ufdd0character", "noncharacter")]
    public void Text_is_shown_as_it_was_meant(string text, string shown) =>
        Assert.Equal(shown, Shown.Of(new TextBuilder().AddForeign(text).Build()).Text);

    [Fact]
    public void Halves_of_characters_vanish() => Assert.Equal("lone  and", Shown.Of(new TextBuilder().AddForeign("lone \ud800 and \udfff").Build()).Text);

    [Theory]
    [InlineData("Ask @harbourmaster today", "Ask @\u2060harbourmaster today")]
    [InlineData("/stop the ferry", "/\u2060stop the ferry")]
    [InlineData("(/help)", "(/\u2060help)")]
    [InlineData("desk@port.example", "desk@port.example")]
    [InlineData("and/or 1/2 km/h", "and/or 1/2 km/h")]
    [InlineData("https://ellery.example/@pilot/1", "https://ellery.example/@pilot/1")]
    [InlineData("#ferry $CRWN", "#ferry $CRWN")]
    [InlineData("a @ b / c", "a @ b / c")]
    public void Nobody_is_notified_and_no_command_offered_by_a_stranger(string text, string shown) => Assert.Equal(shown, new TextBuilder().AddForeign(text).Build().Text);

    [Fact]
    public void Commands_of_the_bot_can_be_pressed() => Assert.Equal("/help lists all.", new TextBuilder().Add("/help lists all.").Build().Text);

    [Fact]
    public void A_title_that_is_a_link_stays_as_it_is() =>
        Assert.Equal([("@harbourmaster opens /stop", "https://morning.example/1")], Shown.Links(new TextBuilder().AddLink("@harbourmaster opens /stop", "https://morning.example/1").Build()));

    [Theory]
    [InlineData("https://morning.example/a b", "https://morning.example/a%20b")]
    [InlineData("https://morning.example/?a=1&b=\"2\"<3>", "https://morning.example/?a=1&b=\"2\"<3>")]
    [InlineData("https://порт.example/новости", "https://порт.example/новости")]
    [InlineData("http://192.0.2.7:8080/", "http://192.0.2.7:8080/")]
    [InlineData("http://[2001:db8::1]/", "http://[2001:db8::1]/")]
    public void An_address_that_Telegram_takes_is_a_link(string address, string url) => Assert.Equal(url, Assert.Single(Shown.Links(new TextBuilder().AddLink("Title", address).Build())).Url);

    [Theory]
    [InlineData("/relative")]
    [InlineData("//morning.example/x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("mailto:desk@morning.example")]
    [InlineData("ftp://files.example/x")]
    [InlineData("http://localhost/x")]
    [InlineData("http://intranet/x")]
    [InlineData("https://morning.example:99999/")]
    [InlineData("https://sp ace.example/")]
    [InlineData("tg://user?id=1")]
    [InlineData("")]
    [InlineData(null)]
    public void An_address_that_Telegram_would_drop_is_no_link(string? address)
    {
        var text = new TextBuilder().AddLink("Title", address).Build();

        Assert.Equal("Title", Shown.Of(text).Text);
        Assert.Empty(Shown.Links(text));
    }

    [Fact]
    public void A_title_of_nothing_visible_shows_its_address() =>
        Assert.Equal([("https://morning.example/1", "https://morning.example/1")], Shown.Links(new TextBuilder().AddLink("\u200b\u2800\u3164", "https://morning.example/1").Build()));

    [Fact]
    public void Marks_that_cross_are_parted_and_those_of_one_kind_do_not_nest()
    {
        var marked = new RichText("abcdef", [new Mark(MarkKind.Bold, 0, 4), new Mark(MarkKind.Italic, 2, 4), new Mark(MarkKind.Hit, 1, 2)]);

        Assert.Equal("[bold ab[italic cd]][italic ef]", Shown.Marked(new TextBuilder().AddForeign(marked).Build()));
    }

    [Fact]
    public void Marks_stay_on_their_words_when_characters_go_or_come()
    {
        var marked = new RichText("\0\0@pilot says yes", [new Mark(MarkKind.Bold, 13, 3), new Mark(MarkKind.Italic, 2, 6)]);

        Assert.Equal("[italic @\u2060pilot] says[bold  ye]s", Shown.Marked(new TextBuilder().AddForeign(marked with { Marks = [marked.Marks[1], new Mark(MarkKind.Bold, 13, 3)] }).Build()));
    }

    [Fact]
    public void A_moment_is_told_in_the_reader_s_own_time()
    {
        var shown = Shown.Of(new TextBuilder().AddTime(DateTimeOffset.FromUnixTimeSeconds(1_772_000_000), "dt", "Feb 25, 06:13").Build());

        var time = Assert.Single(shown.Entities);
        Assert.Equal(("date_time", 1_772_000_000, "Feb 25, 06:13"), (time.Type, time.UnixTime, shown.Text));
    }
}
