using System.Text;
using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Tests.Commands;

/// <summary>What a name means where a feed of that name is followed.</summary>
public sealed class FollowCommandTests
{
    private readonly CommandDesk _desk = new();

    [Theory]
    [InlineData("/subscribe Larkfield Courier")]
    [InlineData("/subscribe larkfield courier")]
    public async Task The_name_of_a_feed_that_is_followed_here_names_it(string command)
    {
        await FollowFeedAsync();

        var answer = await _desk.AskAsync(command);

        Assert.Contains("#1 Larkfield Courier is followed here already", Assert.IsType<Reply.Message>(answer).Text, StringComparison.Ordinal);
        Assert.Single(_desk.Followed());
        Assert.Equal(["/latest Larkfield Courier", "/subscribe source:Larkfield Courier"], answer.Choices.Select(choice => choice.Command));
    }

    [Fact]
    public async Task Who_asks_for_the_source_gets_it()
    {
        await FollowFeedAsync();

        await _desk.TellAsync("/subscribe source:Larkfield Courier");

        Assert.Equal([SubscriptionKind.Feed, SubscriptionKind.Source], _desk.Followed().Select(subscription => subscription.Kind));
    }

    [Fact]
    public async Task Where_the_feed_is_not_followed_the_name_is_its_source()
    {
        await _desk.PublishAsync("Tollen Post", "Tram line opens");

        await _desk.TellAsync("/subscribe tollen post");

        Assert.Equal((SubscriptionKind.Source, "Tollen Post"), (Assert.Single(_desk.Followed()).Kind, _desk.Followed()[0].Value));
    }

    private async Task FollowFeedAsync()
    {
        await _desk.AskAsync("/import", file: new Attachment("feeds.txt", Encoding.UTF8.GetBytes("https://larkfield.example/feed\n")));
        _desk.Feeds.Put(_desk.Feeds.FindByUrl("https://larkfield.example/feed")! with { Title = "Larkfield Courier" });
    }
}
