using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Tests.Commands;

/// <summary>Who may ask for news in a group, as its admins chose.</summary>
public sealed class AskRuleTests
{
    private const string Group = "test:group";
    private readonly CommandDesk _desk = new();

    [Theory]
    [InlineData("everyone", true, true, true)]
    [InlineData("admins", false, true, true)]
    [InlineData("nobody", false, false, true)]
    public async Task The_rule_decides_who_is_answered(string rule, bool reader, bool admin, bool adminInPrivate)
    {
        await AskAsync($"/settings ask {rule}", Role.Admin);

        foreach (var question in CommandCatalog.All.Where(spec => spec.IsQuestion && spec.Name is not ("subscriptions" or "why")).Select(spec => $"/{spec.Name} words"))
        {
            Assert.Equal(reader, await IsAnsweredAsync(question, Role.Reader));
            Assert.Equal(admin, await IsAnsweredAsync(question, Role.Admin));
            Assert.Equal(adminInPrivate, await IsAnsweredAsync(question, Role.Admin, isPrivate: true));
        }
    }

    [Theory]
    [InlineData("/help", Role.Reader)]
    [InlineData("/id", Role.Reader)]
    [InlineData("/forgetme", Role.Reader)]
    [InlineData("/saved", Role.Reader)]
    [InlineData("/subscriptions", Role.Admin)]
    [InlineData("/why", Role.Admin)]
    [InlineData("/subscribe ferry timetable", Role.Admin)]
    [InlineData("/settings", Role.Admin)]
    public async Task What_is_no_question_for_news_is_answered_where_nobody_may_ask(string command, Role role)
    {
        await AskAsync("/settings ask nobody", Role.Admin);

        Assert.True(await IsAnsweredAsync(command, role));
    }

    [Fact]
    public async Task The_choice_is_kept_shown_among_the_settings_and_undone_by_its_button()
    {
        var set = await AskAsync("/settings ask ADMINS", Role.Admin);

        Assert.Equal(AskRule.Admins, Rule);
        var shown = Assert.IsType<Reply.SettingsView>(await AskAsync("/settings", Role.Admin));
        Assert.Equal("admins", Assert.Single(shown.Lines, line => line.Name == new Texts().SettingAsking).Value);
        Assert.Contains(shown.Choices, choice => choice.Command == "/settings ask");
        await AskAsync(Assert.Single(set.Choices).Command, Role.Admin);
        Assert.Equal(AskRule.Everyone, Rule);
    }

    [Theory]
    [InlineData("/settings ask")]
    [InlineData("/settings ask friends")]
    [InlineData("/settings ask 7")]
    [InlineData("/settings ask 1")]
    public async Task What_names_no_rule_is_asked_with_the_other_two_as_buttons(string command)
    {
        var asked = await AskAsync(command, Role.Admin);

        Assert.Equal(["/settings ask admins", "/settings ask nobody"], asked.Choices.Select(choice => choice.Command));
        Assert.Null(Rule);
    }

    [Fact]
    public async Task Readers_cannot_change_who_may_ask()
    {
        Assert.IsType<Reply.Refusal>(await AskAsync("/settings ask everyone", Role.Reader));
        Assert.IsType<Reply.Refusal>(await AskAsync("/settings colour blue", Role.Admin));
    }

    [Fact]
    public async Task In_a_private_chat_there_is_nothing_to_choose()
    {
        Assert.IsType<Reply.Refusal>(await _desk.AskAsync("/settings ask nobody"));

        var shown = Assert.IsType<Reply.SettingsView>(await _desk.AskAsync("/settings"));
        Assert.DoesNotContain(shown.Lines, line => line.Name == new Texts().SettingAsking);
        Assert.True(shown.Choices.All(choice => choice.Command != "/settings ask"));
    }

    private AskRule? Rule => _desk.Registry.Find(new HomeId(Group))!.Asking;

    private async Task<bool> IsAnsweredAsync(string command, Role role, bool isPrivate = false) =>
        await AskAsync(command, role, isPrivate) is not Reply.Refusal(var words) || words != new Texts().MayNotAsk;

    private Task<Reply> AskAsync(string command, Role role, bool isPrivate = false) => _desk.AskAsync(command, role, Group, isPrivate, person: "test:anna");
}
