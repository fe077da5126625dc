using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Discord.Gateway;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Tests.Gateway;

public sealed class GatewayEventsTests
{
    private readonly GatewayEvents _events = new(NullLogger<GatewayEvents>.Instance);

    [Fact]
    public void An_interaction_that_is_repeated_is_told_once()
    {
        Offer("INTERACTION_CREATE", Interaction(1));
        Offer("INTERACTION_CREATE", Interaction(1));
        Offer("INTERACTION_CREATE", Interaction(2));

        Assert.Equal([1UL, 2UL], Drain().Cast<GatewayEvent.InteractionCreated>().Select(told => told.Interaction.Id.Value));
    }

    [Fact]
    public void A_queue_that_nobody_empties_stays_bounded_and_never_blocks()
    {
        for (var id = 1; id <= 5_000; id++)
        {
            Offer("INTERACTION_CREATE", Interaction(id));
        }

        Assert.Equal(1_000, Drain().Count);
    }

    [Theory]
    [InlineData("PRESENCE_UPDATE", "{}")]
    [InlineData("SOMETHING_NEW", "[1]")]
    [InlineData("INTERACTION_CREATE", """{"id":"x"}""")]
    [InlineData("INTERACTION_CREATE", "null")]
    [InlineData("GUILD_CREATE", "7")]
    [InlineData("READY", """{"session_id":"a"}""")]
    [InlineData("GUILD_ROLE_UPDATE", "{}")]
    public void What_is_unknown_or_unreadable_is_ignored(string type, string data)
    {
        Offer(type, data);

        Assert.Empty(Drain());
    }

    [Fact]
    public void An_interaction_is_read_with_what_it_chose()
    {
        Offer("INTERACTION_CREATE", """
            {"id":"9","application_id":"5","type":2,"token":"t","version":1,"guild_id":"3","channel_id":"4","locale":"de","app_permissions":"2048","later":{"x":1},
             "member":{"user":{"id":"7","username":"mara","avatar":null},"roles":["8"],"permissions":"32"},
             "data":{"id":"6","name":"feed","type":1,"options":[{"name":"add","type":1,"options":[{"name":"where","type":7,"value":"44"},{"name":"count","type":4,"value":3}]}],
                     "resolved":{"channels":{"44":{"id":"44","type":15,"name":"talk","app_permissions":"1024","permissions":"0"}}}}}
            """);

        var interaction = Assert.IsType<GatewayEvent.InteractionCreated>(Assert.Single(Drain())).Interaction;
        var add = interaction.Data!.Options[0];
        Assert.Equal(("add", "44", 3), (add.Name, add.Options[0].Value!.Value.GetString(), add.Options[1].Value!.Value.GetInt32()));
        Assert.Equal((Permissions.ManageServer, Permissions.SendMessages), (interaction.Member!.Permissions, interaction.AppPermissions));
        var channel = interaction.Data.Resolved!.Channels[new Snowflake(44)];
        Assert.Equal((ChannelType.Forum, Permissions.ViewChannel), (channel.Type, channel.AppPermissions));
        Assert.DoesNotContain("t", interaction.ToString().Replace("interaction", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static string Interaction(int id) => $$"""{"id":"{{id}}","application_id":"5","type":2,"token":"t"}""";

    private void Offer(string type, string data) => _events.Offer(type, JsonSerializer.Deserialize<JsonElement>(data), TimeSpan.Zero);

    private List<GatewayEvent> Drain()
    {
        var told = new List<GatewayEvent>();
        while (_events.Reader.TryRead(out var next))
        {
            told.Add(next);
        }

        return told;
    }
}
