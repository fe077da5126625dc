using NewsBot.Discord.Gateway;
using NewsBot.Discord.Rest.Models;
using NewsBot.Testing.Discord;

namespace NewsBot.Discord.Tests.Gateway;

/// <summary>The gateway on real sockets, beyond the nineteen steps.</summary>
public sealed class ConnectionTests
{
    private static readonly FakeDiscordOptions Options = new() { HeartbeatInterval = TimeSpan.FromSeconds(1) };

    [Theory]
    [InlineData("op 7")]
    [InlineData("op 9 true")]
    [InlineData("4000")]
    [InlineData("cut")]
    public async Task What_people_do_while_the_line_is_down_is_answered_once(string fault)
    {
        await using var discord = FakeDiscord.Start(Options);
        var channel = discord.World.AddServer("Harbour").AddChannel("news");
        var mara = discord.AddUser("mara");
        await using var bot = new ReferenceBot(discord);
        await UntilAsync(() => discord.World.Commands.Count == 4);

        Break(discord.Gateway, fault);
        var pings = Enumerable.Range(0, 20).Select(_ => mara.Slash(channel, "ping")).ToList();

        await Task.WhenAll(pings.Select(ping => ping.Answered)).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(0.3), TestContext.Current.CancellationToken);
        Assert.All(pings, ping => Assert.Equal(1, ping.Answers));
        Assert.Equal(1, discord.Gateway.Identifies);
    }

    [Fact]
    public async Task A_restart_resumes_the_session_and_misses_nothing()
    {
        await using var discord = FakeDiscord.Start(Options);
        var channel = discord.World.AddServer("Harbour").AddChannel("news");
        var mara = discord.AddUser("mara");
        var store = new MemoryGatewayStore();
        await using (var first = new ReferenceBot(discord, store))
        {
            await UntilAsync(() => discord.World.Commands.Count == 4);
        }

        Assert.Equal(4900, Assert.Single(discord.Gateway.Closes));
        var meanwhile = mara.Slash(channel, "ping");
        await using var second = new ReferenceBot(discord, store);

        await meanwhile.Answered.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Equal((1, 1, 1), (discord.Gateway.Identifies, discord.Gateway.Resumes, meanwhile.Answers));
        Assert.Single(store.Identifies);
    }

    [Fact]
    public async Task A_refused_token_ends_it_and_no_call_leaves_any_more()
    {
        await using var discord = FakeDiscord.Start(Options);
        discord.Gateway.IsTokenRevoked = true;
        await using var bot = new ReferenceBot(discord);

        await UntilAsync(() => bot.Client.Gate.IsShut);
        await bot.Client.Api.GetSelfAsync(TestContext.Current.CancellationToken);

        Assert.Single(discord.Calls);
        Assert.Equal(0, discord.Gateway.Connections);
        Assert.Contains("token", bot.Client.Gate.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shards_share_the_servers()
    {
        await using var discord = FakeDiscord.Start(Options with { Shards = 2 });
        for (var server = 0; server < 6; server++)
        {
            discord.World.AddServer($"Harbour {server}").AddChannel("news");
            await Task.Delay(3, TestContext.Current.CancellationToken);
        }

        await using var bot = new ReferenceBot(discord);
        await UntilAsync(() => discord.Gateway.Identifies == 2 && Guilds(bot).Count == 6);

        Assert.Equal(2, bot.Client.Gateway.Shards.Count);
        Assert.Equal(6, Guilds(bot).Distinct().Count());
    }

    [Fact]
    public async Task A_gateway_that_refuses_connections_is_not_pressed()
    {
        await using var discord = FakeDiscord.Start(Options);
        discord.Gateway.RefuseConnections(3);
        await using var bot = new ReferenceBot(discord);

        await UntilAsync(() => discord.Gateway.IsLive);

        Assert.Equal(1, discord.Gateway.Identifies);
    }

    [Fact]
    public async Task Outages_removals_and_changes_are_told()
    {
        await using var discord = FakeDiscord.Start(Options);
        var server = discord.World.AddServer("Harbour");
        var channel = server.AddChannel("news");
        await using var bot = new ReferenceBot(discord);
        await UntilAsync(() => Guilds(bot).Count == 1);

        server.BreakDown();
        server.Recover();
        channel.Deny(1UL << 11);
        server.AddRole("readers");
        channel.Delete();
        discord.World.Remove(server);

        await UntilAsync(() => Told<GatewayEvent.GuildLost>(bot).Count == 2);
        Assert.Equal([true, false], Told<GatewayEvent.GuildLost>(bot).Select(lost => lost.IsOutage));
        Assert.Equal(Permissions.SendMessages, Told<GatewayEvent.ChannelChanged>(bot).Last().Channel.PermissionOverwrites[0].Deny);
        Assert.Single(Told<GatewayEvent.RightsChanged>(bot));
        Assert.Equal(new Snowflake(channel.Id), Assert.Single(Told<GatewayEvent.ChannelDeleted>(bot)).Channel);
    }

    private static List<Snowflake> Guilds(ReferenceBot bot) => [.. Told<GatewayEvent.GuildAvailable>(bot).Select(told => told.Guild.Id)];

    private static List<T> Told<T>(ReferenceBot bot)
    {
        lock (bot.Told)
        {
            return [.. bot.Told.OfType<T>()];
        }
    }

    private static void Break(FakeGateway gateway, string fault)
    {
        switch (fault)
        {
            case "op 7":
                gateway.AskToReconnect();
                break;
            case "op 9 true":
                gateway.Invalidate(canResume: true);
                break;
            case "cut":
                gateway.Abort();
                break;
            default:
                gateway.Close(4000);
                break;
        }
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (!holds())
        {
            await Task.Delay(20, limit.Token);
        }
    }
}
