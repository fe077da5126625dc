using NewsBot.Core.Platforms;
using NewsBot.Hosting;
using NewsBot.Testing.Discord;
using NewsBot.Tests.EndToEnd;

namespace NewsBot.Tests.OnDiscord;

/// <summary>What the bot tells of a Discord that refuses it for good.</summary>
[Collection(nameof(Processes))]
public sealed class HealthTests
{
    [Theory]
    [InlineData(4004, "Discord:Token is refused by Discord. Set it, or the file that NEWSBOT_DISCORD__TOKEN_FILE names")]
    [InlineData(4010, "Set Discord:Shards to 0")]
    [InlineData(4011, "Set Discord:Shards to 0")]
    [InlineData(4012, "Install a newer version of the program")]
    [InlineData(4013, "Install a newer version of the program")]
    [InlineData(4014, "Privileged Gateway Intents")]
    public async Task A_gateway_that_refuses_the_bot_for_good_is_named_with_its_fix_and_asked_nothing_more(int code, string fix)
    {
        await using var rig = await DiscordRig.StartAsync();
        await rig.FollowAsync(rig.News);
        var platform = rig.Bot.Get<IChatPlatform>();
        Assert.Null(platform.Problem);

        rig.Discord.Gateway.Close(code);
        await DiscordRig.UntilAsync(() => platform.Problem is not null);
        var (calls, connections) = (rig.Discord.Calls.Count, rig.Discord.Gateway.Connections);

        Assert.Contains(fix, platform.Problem, StringComparison.Ordinal);
        Assert.Equal([Finding.Bad("Discord", platform.Problem!)], await SelfCheck.PlatformsAsync([platform], TestContext.Current.CancellationToken));
        rig.Publish("Old depot becomes a market");
        await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);
        Assert.Equal((calls, connections), (rig.Discord.Calls.Count, rig.Discord.Gateway.Connections));
    }

    [Theory]
    [InlineData(4000)]
    [InlineData(4009)]
    [InlineData(1000)]
    public async Task After_any_other_end_the_bot_comes_back_by_itself_and_nothing_is_reported(int code)
    {
        await using var rig = await DiscordRig.StartAsync();

        rig.Discord.Gateway.Close(code);
        await DiscordRig.UntilAsync(() => rig.Discord.Gateway is { Connections: 2, IsLive: true });
        await DiscordRig.SayAsync(rig.Mara.Slash(rig.News, "id"), "You are");

        Assert.Null(rig.Bot.Get<IChatPlatform>().Problem);
    }

    [Fact]
    public async Task Healthcheck_and_check_name_a_token_that_is_refused_while_the_bot_runs()
    {
        using var data = new DataFolder();
        await using var discord = FakeDiscord.Start();
        await using var running = NewsBotProcess.Start(data.Path, new Dictionary<string, string> { ["DISCORD__TOKEN"] = discord.Token, ["DISCORD__APIURL"] = discord.Api.AbsoluteUri }, "run");
        await DiscordRig.UntilAsync(() => discord.Gateway.IsLive);
        await TurnsAsync(data, 0);

        discord.Gateway.IsTokenRevoked = true;
        discord.Gateway.Close(4000);
        var refused = await TurnsAsync(data, 1);

        Assert.Contains("Discord:Token is refused by Discord. Set it, or the file that NEWSBOT_DISCORD__TOKEN_FILE names", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("PROBLEM Discord: Discord:Token is refused by Discord.", (await AskAsync(data, "check")).Output, StringComparison.Ordinal);
        Assert.Equal(0, await running.TerminateAsync());
    }

    /// <summary>Asks until the health is that.</summary>
    private static async Task<(int Exit, string Output, string Errors)> TurnsAsync(DataFolder data, int exit)
    {
        (int Exit, string Output, string Errors) asked = default;
        for (var tries = 0; tries < 60; tries++, await Task.Delay(200, TestContext.Current.CancellationToken))
        {
            asked = await AskAsync(data, "healthcheck");
            if (asked.Exit == exit && !asked.Errors.Contains("no newsbot answers", StringComparison.Ordinal))
            {
                return asked;
            }
        }

        throw new TimeoutException($"The health did not become {exit}: {asked}");
    }

    private static Task<(int Exit, string Output, string Errors)> AskAsync(DataFolder data, string verb) => NewsBotProcess.RunAsync(data.Path, new Dictionary<string, string>(), "", verb);
}
