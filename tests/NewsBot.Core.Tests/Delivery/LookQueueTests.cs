using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing;

namespace NewsBot.Core.Tests.Delivery;

public sealed class LookQueueTests
{
    private readonly LookQueue _looks = new();

    [Fact]
    public void Of_the_places_that_are_due_whoever_has_waited_longest_goes_first()
    {
        Add("late", at: 1, since: 3);
        Add("early", at: 2, since: 1);
        Add("middle", at: 3, since: 2);

        Assert.Equal(["early", "middle", "late"], TakeDue(3));
    }

    [Fact]
    public void Places_that_have_waited_equally_long_go_in_the_order_they_came()
    {
        var names = Enumerable.Range(0, 50).Select(number => $"{number:D2}").ToList();
        names.ForEach(name => Add(name, at: 1, since: 0));

        Assert.Equal(names, TakeDue(1));
    }

    [Fact]
    public void A_place_that_had_no_turn_keeps_its_rank_and_one_that_had_goes_to_the_end()
    {
        Add("served", at: 0, since: 0);
        Add("refused", at: 0, since: 0);
        Add("waiting", at: 0, since: 5);
        Assert.Equal(["served", "refused"], [TakeFirst(1), TakeFirst(1)]);

        _looks.AddAgain(Place("served"), At(6), At(6), At(6));
        _looks.AddAgain(Place("refused"), At(7), At(0), At(6));

        Assert.Equal(["refused", "waiting", "served"], TakeDue(7));
    }

    [Fact]
    public void A_place_is_looked_at_once_and_at_the_earliest_time_asked_for()
    {
        Add("town", at: 9, since: 0);
        Add("town", at: 2, since: 2);
        Add("town", at: 5, since: 5);

        Assert.True(_looks.TryPeek(At(1), out _, out var next));
        Assert.Equal(At(2), next);
        Assert.Equal(["town"], TakeDue(20));
    }

    [Fact]
    public void A_place_that_was_touched_while_it_was_sent_to_is_looked_at_again_afterwards()
    {
        _looks.Postpone(Place("town"));
        _looks.AddAgain(Place("town"), at: null, At(0), At(4));
        _looks.AddAgain(Place("other"), at: null, At(0), At(4));

        Assert.Equal(["town"], TakeDue(4));
    }

    private static PlaceId Place(string name) => new("test:" + name);

    private static DateTimeOffset At(int seconds) => Some.Morning.AddSeconds(seconds);

    private void Add(string name, int at, int since) => _looks.Add(Place(name), At(at), At(since));

    private string TakeFirst(int now) => TakeDue(now, 1)[0];

    private List<string> TakeDue(int now, int most = int.MaxValue)
    {
        var taken = new List<string>();
        while (taken.Count < most && _looks.TryPeek(At(now), out var place, out var at) && at <= At(now))
        {
            _looks.Dequeue();
            taken.Add(place.Value["test:".Length..]);
        }

        return taken;
    }
}
