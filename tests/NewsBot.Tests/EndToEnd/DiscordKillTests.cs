using NewsBot.Testing;
using NewsBot.Testing.Discord;
using NewsBot.Testing.Web;

namespace NewsBot.Tests.EndToEnd;

/// <summary>The program is killed after Discord took a message and before the program knew of it.</summary>
[Collection(nameof(Processes))]
public sealed class DiscordKillTests : IAsyncDisposable
{
    private const string Create = "POST /channels/{channel}/messages";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly DataFolder _data = new();
    private readonly FakeDiscord _discord = FakeDiscord.Start();
    private readonly FeedServer _web = FeedServer.Start();

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        await _discord.DisposeAsync();
        _data.Dispose();
    }

    [Theory]
    [InlineData(1, "Old depot becomes a market 1")]
    [InlineData(12, "12 new articles")]
    public async Task A_message_that_Discord_took_and_nobody_noted_stands_there_once_after_a_kill_and_a_restart(int articles, string told)
    {
        var server = _discord.World.AddServer("Larkfield");
        IReadOnlyList<FakeChannel> channels = [server.AddChannel("news"), server.AddChannel("harbour"), server.AddChannel("town", FakeChannelType.Announcement)];
        _web.Serve("/feed", Some.Rss(Some.Item("Ferry to Marrow Island resumes")));
        await using (var first = NewsBotProcess.Start(_data.Path, Settings(), "run"))
        {
            await FollowAsync(channels, first);
            _discord.Faults.Next(Create, [.. channels.Select(_ => FakeFault.Slow(TimeSpan.FromMinutes(5)))]);
            _web.Serve("/feed", Some.Rss([.. Depot(articles), Some.Item("Ferry to Marrow Island resumes")]));
            await UntilAsync(() => channels.All(channel => Holds(channel, told)), first);
            await first.KillAsync();
        }

        _web.Serve("/feed", Some.Rss([Some.Item("Bridge over the Aldra opens"), .. Depot(articles), Some.Item("Ferry to Marrow Island resumes")]));
        await using var second = NewsBotProcess.Start(_data.Path, Settings(), "run");
        await UntilAsync(() => channels.All(channel => Holds(channel, "Bridge over the Aldra opens")), second);

        Assert.All(channels, channel =>
        {
            Assert.Equal(1, channel.Messages.Count(message => message.Words.Contains(told, StringComparison.Ordinal)));
            Assert.Equal(2, channel.Messages.Count);
            var nonces = _discord.Calls.Where(call => call.Operation == Create && call.Request.Path.Contains($"/{channel.Id}/", StringComparison.Ordinal)).Select(call => (string?)call.Payload!["nonce"]).ToList();

            // It was sent again, and Discord gave back the first.
            Assert.Equal(3, nonces.Count);
            Assert.Equal(nonces[0], nonces[1]);
            Assert.NotEqual(nonces[0], nonces[2]);
        });
        Assert.Equal(0, await second.TerminateAsync());
    }

    private static IEnumerable<RssItem> Depot(int articles) => Enumerable.Range(1, articles).Select(number => Some.Item($"Old depot becomes a market {number}"));

    private async Task FollowAsync(IReadOnlyList<FakeChannel> channels, NewsBotProcess bot)
    {
        var admin = _discord.AddUser("mara");
        await UntilAsync(() => _discord.World.Commands.Count > 0, bot);
        foreach (var channel in channels)
        {
            var followed = admin.Slash(channel, "feed add", ("what", _web.Url("/feed").AbsoluteUri));
            await UntilAsync(() => followed.Original?.Words.Contains("is followed now", StringComparison.Ordinal) == true, bot);
        }
    }

    private static bool Holds(FakeChannel channel, string words) => channel.Messages.Any(message => message.Words.Contains(words, StringComparison.Ordinal));

    private Dictionary<string, string> Settings() => new()
    {
        ["FEEDS__ALLOWEDNETWORKS__0"] = "127.0.0.0/8",
        ["FEEDS__MINIMUMINTERVAL"] = "00:00:01",
        ["FEEDS__DEFAULTINTERVAL"] = "00:00:01",
        ["DISCORD__TOKEN"] = _discord.Token,
        ["DISCORD__APIURL"] = _discord.Api.AbsoluteUri,
    };

    private static async Task UntilAsync(Func<bool> holds, NewsBotProcess bot)
    {
        for (var begun = TimeProvider.System.GetTimestamp(); !holds(); await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience, $"It did not come. Output:\n{bot.Output}\nErrors:\n{bot.Errors}");
        }
    }
}
