using NewsBot.Testing.Discord;

namespace NewsBot.Discord.Tests;

public sealed class StepsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Our_client_takes_all_nineteen_steps()
    {
        await using var discord = FakeDiscord.Start(new FakeDiscordOptions { HeartbeatInterval = DiscordSteps.HeartbeatInterval });
        await using var bot = new ReferenceBot(discord);

        var outcomes = await new DiscordSteps(discord).RunAsync(TestContext.Current.CancellationToken);

        FakeRecord.AppendIfAsked(discord);
        output.WriteLine(string.Join('\n', outcomes));
        Assert.Equal(19, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.Null(outcome.Problem));
        Assert.Equal(DiscordSteps.DemandedIdentifies, discord.Gateway.Identifies);
        Assert.All(discord.Interactions.All, interaction => Assert.Equal(1, interaction.Answers));
    }
}
