using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing;

namespace NewsBot.Core.Tests.Delivery;

public sealed class SendPaceTests
{
    [Fact]
    public void No_window_ever_holds_more_than_its_rule_allows_and_none_is_wasted()
    {
        var pace = new SendPace([new PaceRule(29, TimeSpan.FromSeconds(1), IsPerPlace: false), new PaceRule(1, TimeSpan.FromSeconds(1), IsPerPlace: true), new PaceRule(20, TimeSpan.FromMinutes(1), IsPerPlace: true) { AppliesTo = place => place.Value.Contains('-', StringComparison.Ordinal) }]);
        var places = Enumerable.Range(0, 70).Select(number => new PlaceId(number < 50 ? $"test:{number}" : $"test:-{number}")).ToArray();
        var now = Some.Morning;
        var sent = new List<(DateTimeOffset At, PlaceId Place)>();
        for (var message = 0; message < 1_000; message++)
        {
            var place = places[message % places.Length];
            while (pace.Take(place, now) is var next && next > now)
            {
                now = next;
            }

            sent.Add((now, place));
        }

        Assert.True(Most(sent.Select(one => one.At), TimeSpan.FromSeconds(1)) <= 29);
        Assert.All(sent.GroupBy(one => one.Place), group => Assert.True(Most(group.Select(one => one.At), TimeSpan.FromSeconds(1)) <= 1));
        Assert.All(sent.GroupBy(one => one.Place).Where(group => group.Key.Value.Contains('-', StringComparison.Ordinal)), group => Assert.True(Most(group.Select(one => one.At), TimeSpan.FromMinutes(1)) <= 20));
        Assert.InRange((sent[^1].At - sent[0].At).TotalSeconds, 33, 45);
    }

    [Fact]
    public void Several_senders_together_take_no_more_than_the_rule_allows()
    {
        var pace = new SendPace([new PaceRule(30, TimeSpan.FromSeconds(1), IsPerPlace: false)]);
        var taken = 0;

        Parallel.For(0, 1_000, number => Interlocked.Add(ref taken, pace.Take(new PlaceId($"test:{number}"), Some.Morning) == Some.Morning ? 1 : 0));

        Assert.Equal(30, taken);
    }

    [Fact]
    public void A_place_that_is_held_holds_no_other()
    {
        var pace = new SendPace([]);
        var (held, other) = (new PlaceId("test:1"), new PlaceId("test:2"));

        pace.Hold(held, Some.Morning.AddSeconds(40));

        Assert.Equal(Some.Morning.AddSeconds(40), pace.NextFor(held, Some.Morning));
        Assert.Equal(Some.Morning, pace.NextFor(other, Some.Morning));
        Assert.Equal(Some.Morning, pace.NextForAll(Some.Morning));
    }

    [Fact]
    public void Alerts_leave_answers_what_is_reserved_for_them()
    {
        var pace = new SendPace([new PaceRule(20, TimeSpan.FromMinutes(1), IsPerPlace: true) { Reserved = 2 }]);
        var group = new PlaceId("test:-1");

        var alerts = Enumerable.Range(0, 30).Count(_ => pace.Take(group, Some.Morning) == Some.Morning);
        var answers = Enumerable.Range(0, 30).Count(_ => pace.Take(group, Some.Morning, isReply: true) == Some.Morning);

        Assert.Equal((18, 2), (alerts, answers));
    }

    [Fact]
    public void Topics_of_one_chat_share_its_pace()
    {
        var pace = new SendPace([new PaceRule(1, TimeSpan.FromSeconds(1), IsPerPlace: true)]);

        pace.Take(new PlaceId("test:-1/7"), Some.Morning);

        Assert.Equal(Some.Morning.AddSeconds(1), pace.NextFor(new PlaceId("test:-1/8"), Some.Morning));
    }

    [Fact]
    public void A_chat_that_is_refused_rests_with_all_its_topics_and_alone()
    {
        var pace = new SendPace([]);

        pace.Refuse(new PlaceId("test:-1/7"), isForAll: false, Some.Morning, TimeSpan.FromSeconds(40));
        pace.Refuse(new PlaceId("test:-1/8"), isForAll: false, Some.Morning, TimeSpan.FromSeconds(20));
        pace.Refuse(new PlaceId("test:-1/9"), isForAll: false, Some.Morning, TimeSpan.FromSeconds(20));

        Assert.All(["test:-1", "test:-1/7", "test:-1/10"], topic => Assert.Equal(Some.Morning.AddSeconds(40), pace.NextFor(new PlaceId(topic), Some.Morning)));
        Assert.Equal(Some.Morning, pace.NextFor(new PlaceId("test:-2"), Some.Morning));
        Assert.Equal(Some.Morning, pace.NextForAll(Some.Morning));
    }

    [Fact]
    public void A_topic_that_fails_without_a_word_on_how_long_rests_alone()
    {
        var pace = new SendPace([]);

        pace.Refuse(new PlaceId("test:-1"), isForAll: false, Some.Morning, TimeSpan.FromSeconds(40), isNamed: false);

        Assert.Equal(Some.Morning.AddSeconds(40), pace.NextFor(new PlaceId("test:-1"), Some.Morning));
        Assert.Equal(Some.Morning, pace.NextFor(new PlaceId("test:-1/7"), Some.Morning));
    }

    [Fact]
    public void A_platform_that_refuses_several_places_at_once_means_all()
    {
        var pace = new SendPace([]);
        pace.Refuse(new PlaceId("test:1"), isForAll: false, Some.Morning, TimeSpan.FromSeconds(40));
        pace.Refuse(new PlaceId("test:2"), isForAll: false, Some.Morning.AddSeconds(2), TimeSpan.FromSeconds(40));
        pace.Refuse(new PlaceId("test:3"), isForAll: false, Some.Morning.AddSeconds(2.3), TimeSpan.FromSeconds(40));
        Assert.Equal(Some.Morning.AddSeconds(3), pace.NextForAll(Some.Morning.AddSeconds(3)));

        pace.Refuse(new PlaceId("test:4"), isForAll: false, Some.Morning.AddSeconds(2.6), TimeSpan.FromSeconds(40));

        Assert.Equal(Some.Morning.AddSeconds(42.6), pace.NextForAll(Some.Morning.AddSeconds(3)));
    }

    [Fact]
    public void The_rule_that_allows_least_tells_how_far_apart_the_messages_of_a_place_are()
    {
        var pace = new SendPace([new PaceRule(29, TimeSpan.FromSeconds(1), IsPerPlace: false), new PaceRule(1, TimeSpan.FromSeconds(1), IsPerPlace: true), new PaceRule(20, TimeSpan.FromMinutes(1), IsPerPlace: true) { AppliesTo = place => place.Value.Contains('-', StringComparison.Ordinal) }]);

        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)), (pace.GapOf(new PlaceId("test:1")), pace.GapOf(new PlaceId("test:-1"))));
    }

    private static int Most(IEnumerable<DateTimeOffset> times, TimeSpan window)
    {
        var all = times.Order().ToList();
        return all.Max(start => all.Count(time => time >= start && time < start + window));
    }
}
