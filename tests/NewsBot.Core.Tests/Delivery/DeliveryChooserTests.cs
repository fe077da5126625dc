using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing;

namespace NewsBot.Core.Tests.Delivery;

public sealed class DeliveryChooserTests
{
    private static readonly DateTimeOffset Now = Some.Morning;
    private static readonly Home Home = new() { Id = new HomeId("test:home"), Created = Now };
    private static readonly Place Place = new() { Id = new PlaceId("test:place"), Home = Home.Id, Created = Now };

    [Fact]
    public void The_oldest_alert_goes_first()
    {
        var choice = Choose(Place, Row(1), Row(2));

        Assert.Equal(1, Assert.Single(Assert.IsType<DeliveryChoice.Alert>(choice).Rows).Id.Value);
    }

    [Fact]
    public void A_burst_becomes_one_roll_up_that_accounts_for_every_article()
    {
        var choice = Choose(Place, [.. Enumerable.Range(1, 12).Select(id => Row(id))]);

        Assert.Equal(12, Assert.IsType<DeliveryChoice.Alert>(choice).Rows.Count);
    }

    [Fact]
    public void What_waited_long_comes_as_one()
    {
        var choice = Choose(Place, Row(1) with { Created = Now.AddHours(-3) }, Row(2));

        Assert.Equal(2, Assert.IsType<DeliveryChoice.Alert>(choice).Rows.Count);
    }

    [Fact]
    public void A_pause_holds_everything_until_its_end()
    {
        var end = Now.AddDays(7);
        var choice = Choose(Place with { Pause = new Pause(Now, end) }, Row(1));

        Assert.Equal(end, Assert.IsType<DeliveryChoice.Wait>(choice).Until);
    }

    [Fact]
    public void A_paused_subscription_does_not_hold_the_others()
    {
        var choice = DeliveryChooser.Choose(new PlaceDeliveries(Home, Place, [Row(1, subscription: 1), Row(2, subscription: 2)], row => row.Subscription.Value == 1 ? new Pause(Now, null) : null, _ => null), Now);

        Assert.Equal(2, Assert.Single(Assert.IsType<DeliveryChoice.Alert>(choice).Rows).Id.Value);
    }

    [Fact]
    public void Quiet_hours_hold_alerts_but_not_what_breaks_through()
    {
        var quiet = Place with { Quiet = new QuietHours(7 * 60, 10 * 60) };

        Assert.Equal(Now.AddHours(2), Assert.IsType<DeliveryChoice.Wait>(Choose(quiet, Row(1))).Until);
        Assert.Equal(2, Assert.Single(Assert.IsType<DeliveryChoice.Alert>(Choose(quiet, Row(1), Row(2) with { IsUrgent = true })).Rows).Id.Value);
    }

    [Fact]
    public void A_question_goes_before_alerts_and_waits_out_quiet_hours()
    {
        var question = Row(2) with { Kind = DeliveryKind.Question };
        var quiet = Place with { Quiet = new QuietHours(7 * 60, 10 * 60) };

        Assert.Equal(2, Assert.IsType<DeliveryChoice.Question>(Choose(Place, Row(1), question)).Row.Id.Value);
        Assert.Equal(Now.AddHours(2), Assert.IsType<DeliveryChoice.Wait>(Choose(quiet, question)).Until);
    }

    [Fact]
    public void A_question_of_unknown_outcome_is_repeated_first()
    {
        var question = Row(2) with { Kind = DeliveryKind.Question, State = DeliveryState.Unknown, Message = new DeliveryId(2) };

        Assert.Equal(2, Assert.IsType<DeliveryChoice.Question>(Choose(Place, Row(1), question)).Row.Id.Value);
    }

    [Fact]
    public void Silent_quiet_hours_send_without_a_sound()
    {
        var choice = Choose(Place with { Quiet = new QuietHours(7 * 60, 10 * 60) { IsSilent = true } }, Row(1));

        Assert.True(Assert.IsType<DeliveryChoice.Alert>(choice).IsSilent);
    }

    [Fact]
    public void A_digest_waits_for_its_time_and_then_takes_all_its_rows()
    {
        var slot = Now.AddHours(1);
        OutboxRow[] rows = [Row(1) with { Digest = 1, Due = slot }, Row(2) with { Digest = 1, Due = slot }, Row(3) with { Digest = 2, Due = slot }];

        Assert.Equal(slot, Assert.IsType<DeliveryChoice.Wait>(Choose(Place, rows)).Until);
        var due = DeliveryChooser.Choose(new PlaceDeliveries(Home, Place, rows, _ => null, _ => null), slot);
        Assert.Equal([1L, 2L], Assert.IsType<DeliveryChoice.Digest>(due).Rows.Select(row => row.Id.Value));
    }

    [Fact]
    public void A_reached_limit_holds_until_its_period_ends()
    {
        var choice = DeliveryChooser.Choose(new PlaceDeliveries(Home, Place, [Row(1)], _ => null, _ => Now.AddHours(5)), Now);

        Assert.Equal(Now.AddHours(5), Assert.IsType<DeliveryChoice.Wait>(choice).Until);
    }

    [Fact]
    public void A_place_that_is_gone_waits_for_its_return()
    {
        var choice = Choose(Place with { Gone = new GonePlace(Now, "blocked") }, Row(1));

        Assert.Null(Assert.IsType<DeliveryChoice.Wait>(choice).Until);
    }

    [Fact]
    public void A_message_of_unknown_outcome_goes_first_and_as_it_was()
    {
        var begun = new DeliveryId(1);
        OutboxRow[] rows = [Row(1) with { State = DeliveryState.Sending, Message = begun }, Row(2) with { State = DeliveryState.Sending, Message = begun }, .. Enumerable.Range(3, 20).Select(id => Row(id)), Row(30) with { Kind = DeliveryKind.Edit, Target = begun }];

        Assert.Equal([1L, 2L], Assert.IsType<DeliveryChoice.Alert>(Choose(Place, rows)).Rows.Select(row => row.Id.Value));
    }

    [Fact]
    public void A_limit_holds_no_digest()
    {
        OutboxRow[] rows = [Row(1), Row(2) with { Digest = 1, Due = Now.AddHours(1) }];
        var state = new PlaceDeliveries(Home, Place, rows, _ => null, _ => Now.AddHours(5));

        Assert.Equal(Now.AddHours(1), Assert.IsType<DeliveryChoice.Wait>(DeliveryChooser.Choose(state, Now)).Until);
        Assert.Equal(2, Assert.Single(Assert.IsType<DeliveryChoice.Digest>(DeliveryChooser.Choose(state, Now.AddHours(1))).Rows).Id.Value);
    }

    [Fact]
    public void An_alert_goes_before_a_digest() =>
        Assert.IsType<DeliveryChoice.Alert>(Choose(Place, Row(1) with { Digest = 1 }, Row(2)));

    [Fact]
    public void An_alert_from_before_the_clock_was_set_back_keeps_its_place()
    {
        var choice = Choose(Place, Row(1) with { Created = Now.AddHours(1), Due = Now.AddHours(1) }, Row(2));

        Assert.Equal(1, Assert.Single(Assert.IsType<DeliveryChoice.Alert>(choice).Rows).Id.Value);
    }

    [Fact]
    public void A_limit_of_one_subscription_holds_no_other()
    {
        OutboxRow[] rows = [Row(1, subscription: 1), Row(2, subscription: 2)];
        var choice = DeliveryChooser.Choose(new PlaceDeliveries(Home, Place, rows, _ => null, row => row.Subscription.Value == 1 ? Now.AddHours(1) : null), Now);

        Assert.Equal(2, Assert.Single(Assert.IsType<DeliveryChoice.Alert>(choice).Rows).Id.Value);
    }

    private static DeliveryChoice Choose(Place place, params IReadOnlyList<OutboxRow> rows) => DeliveryChooser.Choose(new PlaceDeliveries(Home, place, rows, _ => null, _ => null), Now);

    private static OutboxRow Row(long id, long subscription = 1) => new()
    {
        Id = new DeliveryId(id),
        Place = Place.Id,
        Article = new ArticleId(id),
        Story = new StoryId(id),
        Subscription = new SubscriptionId(subscription),
        Created = Now,
        Due = Now,
    };
}
