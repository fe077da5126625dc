using System.Text.Json.Nodes;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing.Discord;

namespace NewsBot.Tests.EndToEnd;

/// <summary>"A lot?" after the second alert of a day.</summary>
public sealed class DiscordVolumeTests
{
    [Fact]
    public async Task The_question_comes_with_buttons_that_only_those_who_manage_the_server_may_press()
    {
        await using var rig = await DiscordRig.StartAsync(settings => settings[DeliveryOptions.Section] = new JsonObject { [nameof(DeliveryOptions.AskAbove)] = 1 });
        await rig.FollowAsync(rig.News);
        rig.Publish("Old depot becomes a market", "Ferry to Marrow Island resumes");
        await DiscordRig.SeesAsync(rig.News, "Old depot becomes a market");
        rig.Publish("Bridge over the Aldra opens", "Old depot becomes a market", "Ferry to Marrow Island resumes");
        var question = await DiscordRig.SeesAsync(rig.News, "A lot? Very many alerts came here within a day.");
        var reader = rig.Discord.AddUser("finn");
        reader.Rights = 1UL << 10;

        await DiscordRig.SayAsync(reader.Press(question, ButtonOf(question, "10 a day")), "Only admins");
        Assert.Null(Place(rig).Limit);
        await DiscordRig.SayAsync(rig.Mara.Press(question, ButtonOf(question, "10 a day")), "at most 10 messages a day");

        Assert.Equal(new SendLimit(10, LimitPeriod.Day), Place(rig).Limit);
    }

    private static Place Place(DiscordRig rig) => rig.Bot.Get<SubscriptionRegistry>().Find(new PlaceId("discord:" + rig.News.Id))!;

    private static string ButtonOf(FakeMessage message, string label) =>
        (string)message.Components[0]!["components"]!.AsArray().First(button => (string)button!["label"]! == label)!["custom_id"]!;
}
