using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing;

namespace NewsBot.Core.Tests.Commands;

/// <summary>What people follow, and when and how much of it comes.</summary>
public sealed class DeliveryCommandTests
{
    private readonly CommandDesk _desk = new();

    [Fact]
    public async Task Top_follows_the_stories_that_many_tell_once_a_place()
    {
        Assert.Contains("#1 top is followed now", await _desk.TellAsync("/subscribe top"), StringComparison.Ordinal);
        Assert.Contains("#1", await _desk.TellAsync("/subscribe TOP"), StringComparison.Ordinal);

        Assert.Equal(SubscriptionKind.Top, Assert.Single(_desk.Followed()).Kind);
    }

    [Fact]
    public async Task A_limit_of_one_subscription_leaves_the_place_and_the_others_alone()
    {
        await _desk.TellAsync("/subscribe ferry timetable");
        await _desk.TellAsync("/subscribe harbour works");

        Assert.Contains("#2 harbour works sends at most 3 messages an hour", await _desk.TellAsync("/limit #2 3 per hour"), StringComparison.Ordinal);

        Assert.Equal([null, new SendLimit(3, LimitPeriod.Hour)], _desk.Followed().Select(subscription => subscription.Limit));
        Assert.Null(_desk.Registry.Find(new PlaceId("test:anna"))!.Limit);
        await _desk.TellAsync("/limit #2 off");
        Assert.All(_desk.Followed(), subscription => Assert.Null(subscription.Limit));
    }

    [Theory]
    [InlineData("/limit #7 3")]
    [InlineData("/limit #1 many")]
    [InlineData("/limit #1 0")]
    public async Task A_limit_that_cannot_be_set_is_refused(string command)
    {
        await _desk.TellAsync("/subscribe ferry timetable");

        Assert.IsType<Reply.Refusal>(await _desk.AskAsync(command));

        Assert.Null(Assert.Single(_desk.Followed()).Limit);
    }

    [Theory]
    [InlineData(0, SubscriptionMode.Digest)]
    [InlineData(1, SubscriptionMode.AtOnceAndDigest)]
    public async Task The_first_digest_asks_whether_it_comes_instead_of_alerts_or_beside_them(int choice, SubscriptionMode mode)
    {
        await _desk.TellAsync("/subscribe ferry timetable");

        var question = await _desk.AskAsync("/digest 7:30");
        Assert.Equal(2, question.Choices.Count);
        Assert.Empty(_desk.Registry.Find(new PlaceId("test:anna"))!.Digests);
        await _desk.TellAsync(question.Choices[choice].Command);

        Assert.Equal((mode, 1), (Assert.Single(_desk.Followed()).Mode, _desk.Followed()[0].Digest));
        Assert.Equal([450], Assert.Single(_desk.Registry.Find(new PlaceId("test:anna"))!.Digests).Times);
    }

    [Fact]
    public async Task A_later_digest_and_one_of_headlines_do_not_ask()
    {
        await _desk.TellAsync("/digest 7:30");
        Assert.Single(_desk.Registry.Find(new PlaceId("test:anna"))!.Digests);

        await _desk.TellAsync("/subscribe ferry timetable");
        await _desk.TellAsync("/digest 18:00");

        Assert.Equal([1, 2], _desk.Registry.Find(new PlaceId("test:anna"))!.Digests.Select(digest => digest.Number));
    }

    [Fact]
    public async Task Resuming_sends_a_little_at_once_without_a_question()
    {
        await _desk.TellAsync("/subscribe ferry timetable");
        await _desk.TellAsync("/pause");
        await _desk.WaitAsync(3);

        Assert.Empty((await _desk.AskAsync("/resume")).Choices);

        Assert.Null(_desk.Registry.Find(new PlaceId("test:anna"))!.Pause);
        Assert.Equal(3, _desk.Outbox.Count);
    }

    [Fact]
    public async Task Resuming_after_much_came_goes_on_by_itself_and_offers_less_of_it()
    {
        await _desk.TellAsync("/subscribe ferry timetable");
        await _desk.TellAsync("/pause");
        await _desk.WaitAsync(143);

        var asked = await _desk.AskAsync("/resume");

        Assert.Contains("143 articles came meanwhile", Assert.IsType<Reply.Message>(asked).Text, StringComparison.Ordinal);
        Assert.Equal([("Top 10", "/resume top"), ("Skip", "/resume skip")], asked.Choices.Select(choice => (choice.Label, choice.Command)));
        Assert.False(_desk.Registry.Find(new PlaceId("test:anna"))!.Pause!.HoldsAt(Some.Morning.AddSeconds(15)));
        Assert.Equal(143, _desk.Outbox.Count);
    }

    [Fact]
    public async Task The_best_of_what_waits_are_the_stories_that_most_reports_joined()
    {
        await _desk.TellAsync("/subscribe ferry timetable");
        await _desk.TellAsync("/pause");
        await _desk.WaitAsync(20);
        _desk.Outbox.Update([_desk.Data.Outbox[1] with { Joined = [new ArticleId(101), new ArticleId(102)] }]);

        Assert.Contains("10 others are skipped", await _desk.TellAsync("/resume top"), StringComparison.Ordinal);

        Assert.Equal([1, .. Enumerable.Range(12, 9).Select(id => (long)id)], _desk.Outbox.Of(new PlaceId("test:anna")).Select(row => row.Id.Value));
        Assert.Null(_desk.Registry.Find(new PlaceId("test:anna"))!.Pause);
    }

    [Fact]
    public async Task Choosing_less_of_one_subscription_leaves_what_waits_for_others()
    {
        await _desk.TellAsync("/subscribe ferry timetable");
        await _desk.TellAsync("/subscribe harbour works");
        await _desk.TellAsync("/pause #1");
        await _desk.WaitAsync(12);

        var asked = await _desk.AskAsync("/resume #1");
        await _desk.TellAsync("/resume #2 skip");
        Assert.Equal(12, _desk.Outbox.Count);
        await _desk.TellAsync(asked.Choices[1].Command);

        Assert.Equal(0, _desk.Outbox.Count);
        Assert.All(_desk.Followed(), subscription => Assert.Null(subscription.Pause));
    }

    [Fact]
    public async Task What_is_skipped_after_a_pause_is_given_up_and_kept_for_why()
    {
        await _desk.TellAsync("/subscribe ferry timetable");
        await _desk.TellAsync("/pause");
        await _desk.WaitAsync(3);

        Assert.Contains("3 articles that came meanwhile are skipped", await _desk.TellAsync("/resume skip"), StringComparison.Ordinal);

        Assert.Null(_desk.Registry.Find(new PlaceId("test:anna"))!.Pause);
        Assert.Equal(0, _desk.Outbox.Count);
        Assert.All(_desk.Data.Outbox.Values, row => Assert.Equal((DeliveryState.Expired, "skipped after a pause"), (row.State, row.Error)));
    }
}
