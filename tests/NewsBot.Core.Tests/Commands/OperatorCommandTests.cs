using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Tests.Commands;

/// <summary>What the operator sees of an instance and allows its homes.</summary>
public sealed class OperatorCommandTests
{
    private readonly CommandDesk _desk = new();

    [Fact]
    public async Task Chats_lists_the_homes_with_their_plans_those_that_follow_most_first()
    {
        await _desk.TellAsync("/id", place: "test:anna");
        await _desk.TellAsync("/subscribe ferry timetable", place: "test:bert");

        var listed = Assert.IsType<Reply.Explanation>(await _desk.AskAsync("/chats test:", Role.Operator, "terminal:me"));

        Assert.Equal(["test:bert: 1 subscription, plan guest", "test:anna: 0 subscriptions, plan guest"], listed.Lines);
    }

    [Theory]
    [InlineData("/chats")]
    [InlineData("/ban test:bert")]
    [InlineData("/plan test:bert full")]
    [InlineData("/announce We move on Sunday")]
    public async Task Nobody_else_may_run_the_instance(string command)
    {
        await _desk.TellAsync("/id", place: "test:bert");

        Assert.IsType<Reply.Refusal>(await _desk.AskAsync(command, Role.Admin));

        Assert.Null(_desk.Registry.Find(new HomeId("test:bert"))!.Banned);
        Assert.Equal(0, _desk.Outbox.Count);
    }

    [Fact]
    public async Task A_banned_home_is_told_so_until_the_ban_is_lifted_by_its_button()
    {
        await _desk.TellAsync("/id", place: "test:bert");

        var banned = await _desk.AskAsync("/ban test:bert", Role.Operator, "terminal:me");

        Assert.Equal(new Texts().IsBanned, await _desk.TellAsync("/id", place: "test:bert"));
        await _desk.TellAsync(Assert.Single(banned.Choices).Command, Role.Operator, "terminal:me");
        Assert.Contains("test:bert", await _desk.TellAsync("/id", place: "test:bert"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operator_cannot_close_the_instance_to_the_own_chat()
    {
        Assert.IsType<Reply.Refusal>(await _desk.AskAsync("/ban terminal:me", Role.Operator, "terminal:me"));

        Assert.Null(_desk.Registry.Find(new HomeId("terminal:me"))!.Banned);
    }

    [Fact]
    public async Task An_announcement_goes_out_once_confirmed_and_not_to_banned_homes()
    {
        foreach (var place in (string[])["test:anna", "test:bert", "test:carl"])
        {
            await _desk.TellAsync("/id", place: place);
        }

        await _desk.TellAsync("/ban test:carl", Role.Operator, "terminal:me");
        var question = await _desk.AskAsync("/announce We move on Sunday", Role.Operator, "terminal:me");
        Assert.Equal(0, _desk.Outbox.Count);
        await _desk.TellAsync(Assert.Single(question.Choices).Command, Role.Operator, "terminal:me");

        Assert.Equal(["terminal:me", "test:anna", "test:bert"], _desk.Data.Outbox.Values.Select(row => row.Place.Value).Order(StringComparer.Ordinal));
        Assert.All(_desk.Data.Outbox.Values, row => Assert.Equal((DeliveryKind.Notice, "We move on Sunday"), (row.Kind, row.Words)));
    }

    [Fact]
    public async Task The_code_of_the_terminal_makes_one_operator_and_works_in_private_only()
    {
        var code = _desk.Claim.Code;
        Assert.Contains(code, await _desk.TellAsync("/claim", Role.Operator, "terminal:me"), StringComparison.Ordinal);
        Assert.IsType<Reply.Refusal>(await _desk.AskAsync("/claim 0000000000"));
        Assert.IsType<Reply.Refusal>(await _desk.AskAsync($"/claim {code}", isPrivate: false));

        Assert.IsType<Reply.Message>(await _desk.AskAsync($"/claim {code}"));

        Assert.IsType<Reply.Explanation>(await _desk.AskAsync("/chats", Role.Reader));
        Assert.Equal(new Texts().ClaimedAlready, await _desk.TellAsync($"/claim {code}", place: "test:bert"));
    }
}
