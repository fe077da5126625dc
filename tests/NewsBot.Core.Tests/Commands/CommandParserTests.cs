using NewsBot.Core.Commands;

namespace NewsBot.Core.Tests.Commands;

public sealed class CommandParserTests
{
    [Fact]
    public void Names_aliases_and_case_do_not_matter() =>
        Assert.All(["/headlines science", "/News science", "news science", "/HEADLINES  science "], text => Assert.Equal(new Command.Headlines("science"), Parse(text)));

    [Theory]
    [InlineData("3", 3)]
    [InlineData("３", 3)]
    public void A_bare_number_reads_that_line(string text, int line) => Assert.Equal(new Command.Read(new Reference.Line(line)), Parse(text));

    [Fact]
    public void A_number_with_a_sign_is_a_subscription() => Assert.Equal(new Command.Why(new Reference.Subscription(3)), Parse("/why #3"));

    [Fact]
    public void A_link_is_a_link() => Assert.Equal(new Command.Summary(new Reference.Link("https://larkfield.example/a")), Parse("/sum https://larkfield.example/a"));

    [Fact]
    public void All_and_numbers_select_and_the_rest_stays()
    {
        Assert.Equal(new Command.Filter(new Selection.Numbered(3), "-sports"), Parse("/filter #3 -sports"));
        Assert.Equal(new Command.Filter(new Selection.All(), "-sports"), Parse("/filter all -sports"));
        Assert.Equal(new Command.Filter(new Selection.None(), "3 -sports"), Parse("/filter 3 -sports"));
    }

    [Theory]
    [InlineData("/hedlines", "headlines")]
    [InlineData("/subscibe x", "subscribe")]
    [InlineData("/xyzzy", null)]
    public void An_unknown_command_names_one_that_is_close(string text, string? nearest) =>
        Assert.Equal(nearest, Assert.IsType<ParsedText.Unknown>(CommandParser.Parse(text, slashNeeded: false)).Nearest);

    [Fact]
    public void Among_other_people_only_a_slash_makes_a_command()
    {
        Assert.IsType<ParsedText.Plain>(CommandParser.Parse("news about ferries", slashNeeded: true));
        Assert.IsType<ParsedText.Recognized>(CommandParser.Parse("/news", slashNeeded: true));
    }

    [Fact]
    public void Every_command_is_explained() =>
        Assert.All(CommandCatalog.All.Where(spec => spec.IsListed), spec => Assert.NotEmpty(new Texts().Summary(spec.Name)));

    private static Command Parse(string text) => Assert.IsType<ParsedText.Recognized>(CommandParser.Parse(text, slashNeeded: false)).Command;
}
