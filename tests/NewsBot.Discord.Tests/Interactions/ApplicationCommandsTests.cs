using System.Text.Json;
using System.Text.RegularExpressions;
using NewsBot.Core.Commands;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Tests.Interactions;

public sealed partial class ApplicationCommandsTests
{
    private static readonly string[] WithoutForm = ["start", "more", "manage"];

    [Fact]
    public void Every_command_of_the_catalogue_has_its_form_here()
    {
        var missing = CommandCatalog.All.Select(spec => spec.Name).Except(CommandForms.All.Select(form => form.Core)).Except(WithoutForm);

        Assert.Empty(missing);
    }

    [Fact]
    public void Discord_takes_every_name_and_description()
    {
        var specs = ApplicationCommands.Of(new Texts());

        Assert.All(specs.Where(spec => spec.Type == 1), spec =>
        {
            Assert.Matches(Name(), spec.Name);
            Assert.InRange(spec.Description!.Length, 1, 100);
            Assert.All(spec.Options ?? [], Check);
            Assert.InRange(JsonSerializer.Serialize([spec], DiscordJson.Default.IReadOnlyListApplicationCommand).Length, 1, 8000);
        });
    }

    [Fact]
    public void What_is_required_stands_first() => Assert.All(CommandForms.All, form => Assert.Equal(form.Options.OrderByDescending(option => option.IsRequired), form.Options));

    [Theory]
    [InlineData("feed", "limit", "/limit 10 per day", "count=10", "period=day")]
    [InlineData("feed", "limit", "/limit #2 off", "count=0", "subscription=#2")]
    [InlineData("feed", "digest", "/digest 7:30 mon-fri of #3 top 5 only", "times=7:30", "days=mon-fri", "of=#3", "top=5", "only=true")]
    [InlineData("feed", "quiet", "/quiet 22:00-07:00", "hours=22:00-07:00", "silent=false")]
    [InlineData("feed", "add", "/subscribe ferry, harbour in sea", "what=ferry, harbour", "folder=sea")]
    [InlineData(null, "search", "/search one two", "words=one\ntwo")]
    [InlineData(null, "saved", "/saved")]
    public void What_is_filled_in_makes_the_line_that_would_be_typed(string? group, string name, string line, params string[] filled)
    {
        var values = filled.Select(text => text.Split('=', 2)).ToDictionary(pair => pair[0], pair => bool.TryParse(pair[1], out var truth) ? truth : long.TryParse(pair[1], System.Globalization.CultureInfo.InvariantCulture, out var number) ? (object)number : pair[1], StringComparer.Ordinal);

        Assert.Equal(line, CommandLineComposer.Compose(CommandForms.Find(group, name)!, values));
    }

    private static void Check(CommandOption option)
    {
        Assert.Matches(Name(), option.Name);
        Assert.InRange(option.Description.Length, 1, 100);
        Assert.InRange((option.Options ?? []).Count, 0, 25);
        Assert.InRange((option.Choices ?? []).Count, 0, 25);
        Assert.All(option.Options ?? [], Check);
    }

    [GeneratedRegex(@"^[-_\p{Ll}\p{N}]{1,32}$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Name();
}
