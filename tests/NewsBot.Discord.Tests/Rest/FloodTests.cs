using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Rest.Models;
using NewsBot.Testing.Discord;
using NewsBot.Testing.Time;

namespace NewsBot.Discord.Tests.Rest;

/// <summary>1,000 alerts over 50 channels in virtual time, against 5 in 5 s a channel and 50 in a second over all.</summary>
[Collection(nameof(VirtualTime))]
public sealed class FloodTests(ITestOutputHelper output)
{
    private const int Channels = 50;
    private const int Alerts = 1_000;

    /// <summary>50 at once and 50 more each second: the last of 1,000 leaves after 19 s. The windows of the channels allow just as much.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(19);

    [Theory]
    [InlineData(true, 0.02)]
    [InlineData(true, 0.15)]
    [InlineData(false, 0.05)]
    [InlineData(true, 0.1, true)]
    [InlineData(false, 0.1, true)]
    public void A_flood_of_alerts_is_sent_without_a_429_about_as_fast_as_the_limits_allow(bool isMixed, double latency, bool jitters = false) => VirtualTime.Run(async time =>
    {
        var discord = FakeDiscord.InMemory(new FakeDiscordOptions { Time = time });
        var server = discord.World.AddServer("Harbour");
        var channels = Enumerable.Range(0, Channels).Select(index => server.AddChannel($"news-{index}")).ToList();
        using var client = ClientOf(discord, time, latency, jitters);
        var began = time.GetUtcNow();

        var sends = Enumerable.Range(0, Alerts)
            .Select(index => (Alert: index, Channel: channels[isMixed ? index % Channels : index / (Alerts / Channels)]))
            .Select(each => client.Api.CreateMessageAsync(
                new Snowflake(each.Channel.Id), new MessageBody { Content = $"Bulletin {each.Alert:0000}" }, $"n{each.Alert}", SendPriority.Alert, CancellationToken.None))
            .ToList();
        var slashes = SlashesAsync(discord, client, channels[0], time);
        var results = await Task.WhenAll(sends);
        var took = time.GetUtcNow() - began;
        var slowest = await slashes;

        var refused = discord.Calls.Count(call => call.Answer.Status == 429);
        output.WriteLine($"{took.TotalSeconds:0.00} s for {Alerts} alerts, {took / Least:0.00} of the least; {refused} answers 429; slowest acknowledgement {slowest.TotalSeconds:0.00} s");
        Assert.All(results, result => Assert.Null(result.FailureOrNull));
        Assert.Equal(0, refused);
        Assert.True(took < Least * 1.2, $"{took} is more than 1.2 times the least");
        Assert.True(slowest < TimeSpan.FromSeconds(3));
        Assert.All(channels, channel => Assert.Equal(Alerts / Channels, channel.Messages.Count));
        Assert.All(channels, channel => Assert.Equal(Alerts / Channels, channel.Messages.Select(message => message.Content).Distinct().Count()));
    });

    /// <summary>One person after the other asks for something; how long the slowest waited.</summary>
    private static async Task<TimeSpan> SlashesAsync(FakeDiscord discord, DiscordClient client, FakeChannel channel, TimeProvider time)
    {
        discord.World.Register("ping");
        var mara = discord.AddUser("mara");
        var slowest = TimeSpan.Zero;
        for (var asked = 0; asked < 40; asked++)
        {
            var slash = mara.Slash(channel, "ping");
            var received = new Interaction(new Snowflake(slash.Id), new Snowflake(1), InteractionType.Command, slash.Token) { ReceivedAt = client.Clock.Now };
            var answered = await client.Interactions.AnswerAsync(received, InteractionCallback.Defer(isPrivate: false), CancellationToken.None);
            Assert.Null(answered.FailureOrNull);
            slowest = slash.AnsweredAfter > slowest ? slash.AnsweredAfter.Value : slowest;
            await Task.Delay(TimeSpan.FromSeconds(0.45), time);
        }

        return slowest;
    }

    private static DiscordClient ClientOf(FakeDiscord discord, TimeProvider time, double latency, bool jitters) => new(
        new DiscordAccount(discord.Token) { Api = discord.Api },
        discord.CreateHandler(TimeSpan.FromSeconds(latency), jitters ? new Random(11) : null),
        new MemoryGatewayStore(),
        new DiscordClientOptions(time, new Random(3)),
        NullLoggerFactory.Instance);
}
