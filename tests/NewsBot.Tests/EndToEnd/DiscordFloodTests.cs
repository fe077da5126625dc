using NewsBot.Testing.Discord;

namespace NewsBot.Tests.EndToEnd;

/// <summary>1,000 alerts over 50 channels by the whole program, over sockets, against 5 in 5 s a channel and 50 in a second over all, while people ask.</summary>
[Collection(nameof(Processes))]
public sealed class DiscordFloodTests(ITestOutputHelper output)
{
    private const string Create = "POST /channels/{channel}/messages";
    private const int Channels = 50;
    private const int Articles = 20;
    private const int Wave = 5;
    private const int Questions = 30;

    /// <summary>50 at once and 50 more each second.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds((Channels * Articles / 50) - 1);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Each_question_is_acknowledged_within_3_s_while_1_000_alerts_go_out_without_a_429()
    {
        await using var rig = await DiscordRig.StartAsync();
        IReadOnlyList<FakeChannel> channels = [.. Enumerable.Range(1, Channels).Select(number => rig.Server.AddChannel($"quarter-{number}"))];
        foreach (var channel in channels)
        {
            await rig.FollowAsync(channel);
        }

        using var over = new CancellationTokenSource();
        var asking = AskAsync(rig, over.Token);
        var counted = rig.Discord.Calls.Count;
        await PublishAsync(rig, channels);
        await over.CancelAsync();
        var asked = await asking;

        var calls = rig.Discord.Calls.Skip(counted).Where(call => call.Operation == Create).ToList();
        var took = calls[^1].At - calls[0].At;
        var refused = calls.Where(call => call.Answer.Status == 429).ToList();
        output.WriteLine($"{took.TotalSeconds:0.0} s for {calls.Count} alerts, {took / Least:0.00} of the least; {refused.Count} answers 429; {asked.Count} questions, slowest acknowledgement {asked.Max(each => each.AnsweredAfter)!.Value.TotalSeconds:0.00} s");
        Assert.All(channels, channel => Assert.Equal(Articles, channel.Messages.Select(message => message.Titles[0].Title).Distinct().Count()));
        Assert.All(channels, channel => Assert.Equal(Articles, channel.Messages.Count));
        Assert.DoesNotContain(refused, call => call.At - calls[0].At > WarmUp);

        // Twice the least leaves room for a busy machine; FloodTests holds the client to 1.2 in virtual time.
        Assert.True(took < Least * 2, $"{took} is more than twice the least");
        Assert.True(asked.Count >= Questions, $"only {asked.Count} questions were asked");
        Assert.All(asked, each => Assert.True(each.Answers == 1 && each.AnsweredAfter < TimeSpan.FromSeconds(3), $"acknowledged after {each.AnsweredAfter} by {each.Answers} answers"));
        Assert.All(asked, each => Assert.NotNull(each.Original));
    }

    /// <summary>Some at a time, as ten that wait for one channel would become one message; the next before the last is told everywhere.</summary>
    private static async Task PublishAsync(DiscordRig rig, IReadOnlyList<FakeChannel> channels)
    {
        for (var published = Wave; ; published += Wave)
        {
            rig.Publish([.. Enumerable.Range(1, published).Reverse().Select(number => $"Bulletin {number} of the harbour")]);
            var last = published == Articles;
            await DiscordRig.UntilAsync(() => channels.All(channel => channel.Messages.Count >= (last ? Articles : published - 3)), () => $"{channels.Min(channel => channel.Messages.Count)} of {published}");
            if (last)
            {
                return;
            }
        }
    }

    private static async Task<IReadOnlyList<FakeInteraction>> AskAsync(DiscordRig rig, CancellationToken over)
    {
        var asked = new List<FakeInteraction>();
        while (!over.IsCancellationRequested)
        {
            // By more than one person, as nobody may ask too much.
            asked.Add(rig.Discord.AddUser($"reader-{asked.Count}").Slash(rig.News, "latest"));
            await Task.Delay(TimeSpan.FromSeconds(0.5), TestContext.Current.CancellationToken);
        }

        await Task.WhenAll(asked.Select(each => DiscordRig.UntilAsync(() => each.Original is not null, () => "no answer")));
        return asked;
    }
}
