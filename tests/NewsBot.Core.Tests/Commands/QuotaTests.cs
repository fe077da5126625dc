using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Tests.Commands;

public sealed class QuotaTests
{
    private readonly CommandDesk _desk = new(new QuotaOptions { GuestSubscriptions = 2, PersonSubscriptions = 3, Subscriptions = 4 });

    [Fact]
    public async Task A_home_follows_as_much_as_its_plan_allows()
    {
        Assert.Equal(2, await FollowAsync(5));

        await _desk.TellAsync("/plan test:anna full", Role.Operator, "terminal:me");
        Assert.Equal(4, await FollowAsync(5));

        await _desk.TellAsync("/plan test:anna guest", Role.Operator, "terminal:me");
        await _desk.TellAsync("/unsubscribe #1");
        Assert.Equal(3, await FollowAsync(5));
    }

    [Fact]
    public async Task A_person_cannot_go_around_it_with_more_homes()
    {
        for (var home = 0; home < 5; home++)
        {
            await _desk.AskAsync("/subscribe ferry timetable", place: $"test:-{home}", person: "test:anna");
        }

        Assert.Equal(3, _desk.Registry.Count);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("golden")]
    [InlineData("")]
    public async Task An_unknown_plan_changes_nothing(string plan)
    {
        await _desk.TellAsync("/id");

        Assert.IsType<Reply.Refusal>(await _desk.AskAsync($"/plan test:anna {plan}", Role.Operator, "terminal:me"));

        Assert.False(_desk.Registry.Find(new HomeId("test:anna"))!.HasFullPlan);
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(50, true)]
    public async Task A_list_beyond_the_quota_says_so_once_with_the_number_and_the_fix(int entries, bool isFile)
    {
        var list = string.Concat(Enumerable.Range(1, entries).Select(at => $"https://larkfield.example/{at}\n"));

        var report = await _desk.AskAsync("/import", file: new Attachment("feeds.txt", System.Text.Encoding.UTF8.GetBytes(list)));

        var told = report switch
        {
            Reply.Explanation(var title, var lines) => string.Join('\n', lines.Prepend(title)),
            Reply.Document(_, _, var words) => words,
            var other => other.ToString(),
        };
        Assert.StartsWith($"2 added, 0 followed already, {entries - 2} refused.\n{entries - 2} entries are not followed. There are 2 subscriptions already. Remove one with /unsubscribe", told, StringComparison.Ordinal);
        Assert.Equal(1, told.Split("There are 2 subscriptions already").Length - 1);
        Assert.Equal(isFile, report is Reply.Document);
    }

    private async Task<int> FollowAsync(int count)
    {
        for (var at = 0; at < count; at++)
        {
            await _desk.TellAsync($"/subscribe harbour{at} timetable");
        }

        return _desk.Followed().Count;
    }
}
