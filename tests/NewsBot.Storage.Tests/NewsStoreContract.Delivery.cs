using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing;

namespace NewsBot.Storage.Tests;

/// <content>The outbox.</content>
public abstract partial class NewsStoreContract
{
    [Theory]
    [InlineData(3)]
    [InlineData(700)] // more than one document of a fan-out
    public async Task Planned_deliveries_get_ids_in_order_and_stay_open_until_they_are_finished(int places)
    {
        var rows = await Store.AddDeliveriesAsync([.. Enumerable.Range(0, places).Select(number => Planned($"test:{number}", 1))], null, Token);

        await Store.SaveDeliveriesAsync([rows[1] with { State = DeliveryState.Sent, MessageId = "m", Finished = Store.Now }, rows[2] with { State = DeliveryState.Sending, Attempts = 1 }], Token);

        var open = await Store.OpenDeliveriesAsync(Token);
        Assert.Equal(rows.Where(row => row.Id != rows[1].Id).Select(row => row.Id), open.Select(row => row.Id));
        Assert.Equal(rows.Select(row => row.Id.Value).Order(), rows.Select(row => row.Id.Value));
        Assert.Equal(DeliveryState.Sending, open.Single(row => row.Id == rows[2].Id).State);
        Assert.Equal("m", (await Store.FindDeliveryAsync(rows[1].Id, Token))?.MessageId);
        Assert.Equal(rows[0].Place, (await Store.FindDeliveryAsync(rows[0].Id, Token))?.Place);
    }

    [Fact]
    public async Task What_is_planned_for_many_places_keeps_what_differs_and_the_order_of_each_place()
    {
        var planned = Enumerable.Range(0, 60).SelectMany(number => (PlannedDelivery[])
        [
            Planned($"test:{number}", 1) with { Kind = DeliveryKind.Edit, Target = new DeliveryId(1_000 + number) },
            Planned($"test:{number}", 2) with { Subscription = new SubscriptionId(number + 1), Digest = number % 2 == 0 ? 1 : null },
        ]);

        await Store.AddDeliveriesAsync([.. planned], null, Token);

        var open = await Store.OpenDeliveriesAsync(Token);
        Assert.Equal(120, open.DistinctBy(row => row.Id).Count());
        foreach (var rows in open.GroupBy(row => row.Place))
        {
            var number = int.Parse(rows.Key.Value["test:".Length..], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal([1L, 2L], rows.Select(row => row.Article.Value));
            Assert.Equal(1_000 + number, rows.First().Target?.Value);
            Assert.Equal((number + 1, number % 2 == 0 ? 1 : null), (rows.Last().Subscription.Value, rows.Last().Digest));
        }
    }

    [Fact]
    public async Task The_rows_of_a_place_are_found_newest_first_and_by_article()
    {
        var first = (await Store.AddDeliveriesAsync([Planned("test:a", 1), Planned("test:b", 1)], null, Token))[0];
        var second = (await Store.AddDeliveriesAsync([Planned("test:a", 2)], null, Token))[0];

        Assert.Equal([second.Id, first.Id], (await Store.RecentDeliveriesAsync(first.Place, first.Created.AddMinutes(-1), Token)).Select(row => row.Id));
        Assert.Equal(first.Id, Assert.Single(await Store.DeliveriesOfAsync(first.Place, new ArticleId(1), Token)).Id);
        Assert.Equal(3, (await Store.DeliveriesSinceAsync(first.Created.AddMinutes(-1), 100, Token)).Count);
    }

    [Fact]
    public async Task A_digest_slot_is_taken_together_with_its_delivery()
    {
        var (_, place) = await PlaceAsync("test:a");
        var taken = place with { Digests = [new Digest { Number = 1, Times = [60], LastSlot = Some.Morning }] };

        await Store.AddDeliveriesAsync([Planned("test:a", 1)], taken, Token);

        Assert.Equal(Some.Morning, Assert.Single(Assert.Single((await Store.LoadSubscriptionsAsync(Token)).Places).Digests).LastSlot);
    }
}
