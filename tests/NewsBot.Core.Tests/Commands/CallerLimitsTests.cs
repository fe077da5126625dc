using Microsoft.Extensions.Time.Testing;
using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Tests.Commands;

public sealed class CallerLimitsTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly CallerLimits _limits;

    public CallerLimitsTests() => _limits = new CallerLimits(_time);

    [Fact]
    public void Who_asks_too_much_in_private_hears_it_once_and_is_answered_again_a_minute_later()
    {
        var verdicts = Enumerable.Range(0, 25).Select(_ => _limits.Ask(Anna("test:anna", isPrivate: true))).ToList();
        _time.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal((20, 1, 4), (verdicts.Count(AskVerdict.Answer), verdicts.Count(AskVerdict.Warn), verdicts.Count(AskVerdict.Silence)));
        Assert.Equal(AskVerdict.Answer, _limits.Ask(Anna("test:anna", isPrivate: true)));
    }

    [Fact]
    public void A_stranger_in_a_group_has_five_questions_and_others_keep_theirs()
    {
        var verdicts = Enumerable.Range(0, 7).Select(_ => _limits.Ask(Anna("test:-1", isPrivate: false))).ToList();

        Assert.Equal((5, 1, 1), (verdicts.Count(AskVerdict.Answer), verdicts.Count(AskVerdict.Warn), verdicts.Count(AskVerdict.Silence)));
        Assert.Equal(AskVerdict.Answer, _limits.Ask(Anna("test:-1", isPrivate: false) with { Person = new PersonId("test:ben") }));
    }

    [Fact]
    public void A_place_has_sixty_questions_a_minute_whoever_asks()
    {
        var answered = Enumerable.Range(0, 100).Count(person => _limits.Ask(Anna("test:-1", isPrivate: false) with { Person = new PersonId($"test:{person}") }) == AskVerdict.Answer);

        Assert.Equal(60, answered);
    }

    private static Caller Anna(string place, bool isPrivate) => new() { Person = new PersonId("test:anna"), Place = new PlaceId(place), Home = new HomeId(place), Role = Role.Reader, IsPrivate = isPrivate };
}

file static class Verdicts
{
    public static int Count(this List<AskVerdict> verdicts, AskVerdict which) => verdicts.Count(verdict => verdict == which);
}
