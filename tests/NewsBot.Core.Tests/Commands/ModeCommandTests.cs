using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Tests.Commands;

/// <summary>The answers to "A lot?".</summary>
public sealed class ModeCommandTests
{
    private static readonly PlaceId Here = new("test:anna");
    private readonly CommandDesk _desk = new();

    [Fact]
    public async Task Everything_into_the_digest_makes_one_where_there_is_none_and_may_be_repeated()
    {
        await _desk.TellAsync("/subscribe ferry timetable");
        await _desk.TellAsync("/subscribe harbour works");

        Assert.Contains("2 subscriptions here bring is in the digest of 08:00", await _desk.TellAsync("/mode all digest"), StringComparison.Ordinal);
        await _desk.TellAsync("/mode all digest");

        Assert.Equal([480], Assert.Single(_desk.Registry.Find(Here)!.Digests).Times);
        Assert.All(_desk.Followed(), subscription => Assert.Equal((SubscriptionMode.Digest, 1), (subscription.Mode, subscription.Digest)));
    }

    [Fact]
    public async Task A_digest_that_is_there_collects_what_came_at_once_and_keeps_what_others_collect()
    {
        await _desk.TellAsync("/subscribe ferry timetable");
        await _desk.TellAsync("/digest 7:30 also");
        await _desk.TellAsync("/subscribe harbour works");
        await _desk.TellAsync("/digest 18:00 only");
        await _desk.TellAsync("/subscribe tram line");
        await _desk.TellAsync("/subscribe otters");
        await _desk.TellAsync("/mode #4 archive");

        await _desk.TellAsync("/mode all digest");

        Assert.Equal([1, 2, 1, null], _desk.Followed().Select(subscription => subscription.Digest));
        Assert.Equal(SubscriptionMode.Archive, _desk.Followed()[3].Mode);
        Assert.Equal(2, _desk.Registry.Find(Here)!.Digests.Count);
    }

    [Fact]
    public async Task The_end_of_the_digest_brings_everything_at_once_again()
    {
        await _desk.TellAsync("/subscribe ferry timetable");
        await _desk.TellAsync("/mode all digest");

        await _desk.TellAsync("/digest off");

        Assert.Equal(SubscriptionMode.AtOnce, Assert.Single(_desk.Followed()).Mode);
    }

    [Fact]
    public async Task Leaving_it_changes_nothing()
    {
        await _desk.TellAsync("/subscribe ferry timetable");
        await _desk.TellAsync("/limit 40 per day");
        var before = _desk.Registry.Find(Here);

        Assert.Contains("stays as it is", await _desk.TellAsync("/limit keep"), StringComparison.Ordinal);

        Assert.Same(before, _desk.Registry.Find(Here));
    }

    [Theory]
    [InlineData("/mode all digest")]
    [InlineData("/mode all once")]
    [InlineData("/mode #7 once")]
    [InlineData("/mode once")]
    public async Task What_changes_nothing_is_refused(string command) => Assert.IsType<Reply.Refusal>(await _desk.AskAsync(command));
}
