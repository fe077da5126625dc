using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing;

namespace NewsBot.Core.Tests.Commands;

/// <summary>What can be picked below settings and subscriptions.</summary>
public sealed class ManagementChoicesTests
{
    private static readonly Subscription Ferry = new()
    {
        Id = new SubscriptionId(7),
        Number = 3,
        Home = new HomeId("test:here"),
        Place = new PlaceId("test:here"),
        Kind = SubscriptionKind.Source,
        Value = "Tollen Courier",
        Since = new ArticleId(0),
        ChangedBy = new PersonId("test:ada"),
        ChangedAt = Some.Morning,
    };

    [Fact]
    public void A_reader_is_offered_no_changes()
    {
        var request = RequestOf(Role.Reader);

        Assert.Empty(ManagementChoices.OfSettings(request, isPaused: false));
        Assert.Empty(ManagementChoices.OfList(request, [Ferry]));
        Assert.Empty(ManagementChoices.Of(request, Ferry, isPaused: false));
    }

    [Fact]
    public void Each_choice_is_a_command()
    {
        var request = RequestOf(Role.Admin);
        IReadOnlyList<Choice> all = [.. ManagementChoices.OfSettings(request, isPaused: true), .. ManagementChoices.OfList(request, [Ferry]), .. ManagementChoices.Of(request, Ferry with { Filter = "ferry" }, isPaused: false)];

        Assert.All(all, choice => Assert.IsType<ParsedText.Recognized>(CommandParser.Parse(choice.Command, slashNeeded: true)));
    }

    [Fact]
    public void A_subscription_offers_what_fits_its_state()
    {
        var request = RequestOf(Role.Admin);
        var withDigest = request with { Place = request.Place with { Digests = [new Digest { Number = 1, Times = [450] }] } };

        Assert.Equal(["/pause #3", "/filter #3", "/digest", "/style #3", "/unsubscribe #3"], ManagementChoices.Of(request, Ferry, isPaused: false).Select(choice => choice.Command));
        Assert.Equal(
            ["/resume #3", "/filter #3 off", "/mode #3 once", "/style #3", "/unsubscribe #3"],
            ManagementChoices.Of(withDigest, Ferry with { Filter = "ferry", Mode = SubscriptionMode.Digest }, isPaused: true).Select(choice => choice.Command));
    }

    private static Request RequestOf(Role role)
    {
        var place = new PlaceId("test:here");
        var home = new Home { Id = new HomeId("test:here"), Created = Some.Morning };
        return new Request(new Caller { Person = new PersonId("test:ada"), Place = place, Home = home.Id, Role = role }, home, new Place { Id = place, Home = home.Id, Created = Some.Morning }, new Texts());
    }
}
