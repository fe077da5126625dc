using System.Text.Json.Nodes;
using NewsBot.Testing;
using NewsBot.Testing.Discord;
using NewsBot.Testing.Web;

namespace NewsBot.Tests.EndToEnd;

[Collection(nameof(Processes))]
public sealed class DiscordTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_channel_that_follows_a_feed_gets_each_item_once_over_a_kill_and_a_restart()
    {
        await using var web = FeedServer.Start();
        web.Serve("/feed", Some.Rss(Some.Item("Ferry to Marrow Island resumes")));
        await using var discord = FakeDiscord.Start();
        var channel = discord.World.AddServer("Larkfield").AddChannel("news");
        var admin = discord.AddUser("mara");
        await using var first = NewsBotProcess.Start(_data.Path, Settings(discord), "run");
        await UntilAsync(() => discord.World.Commands.Count > 0, first);

        var followed = admin.Slash(channel, "feed add", ("what", web.Url("/feed").AbsoluteUri));
        await UntilAsync(() => Text(followed.Original).Contains("is followed now", StringComparison.Ordinal), first);
        Assert.True(followed.Original!.IsEphemeral);

        web.Serve("/feed", Some.Rss(Some.Item("Old depot becomes a market"), Some.Item("Ferry to Marrow Island resumes")));
        await UntilAsync(() => channel.Messages.Any(message => Text(message).Contains("Old depot becomes a market", StringComparison.Ordinal)), first);
        await first.KillAsync();

        web.Serve("/feed", Some.Rss(Some.Item("Bridge over the Aldra opens"), Some.Item("Old depot becomes a market"), Some.Item("Ferry to Marrow Island resumes")));
        await using var second = NewsBotProcess.Start(_data.Path, Settings(discord), "run");
        await UntilAsync(() => channel.Messages.Any(message => Text(message).Contains("Bridge over the Aldra opens", StringComparison.Ordinal)), second);

        Assert.Equal(1, channel.Messages.Count(message => Text(message).Contains("Old depot becomes a market", StringComparison.Ordinal)));
        Assert.DoesNotContain(channel.Messages, message => Text(message).Contains("Ferry to Marrow", StringComparison.Ordinal));
        Assert.All(channel.Messages, message => Assert.Equal("""{"parse":[]}""", message.AllowedMentions!.ToJsonString()));
        Assert.Equal(1, discord.World.Commands.Count(command => (string?)command!["name"] == "feed"));
        Assert.DoesNotContain(discord.Token, first.Output + first.Errors + second.Output + second.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_are_answered_with_lists_that_turn_read_and_are_shown_to_everyone()
    {
        await using var web = FeedServer.Start();
        web.Serve("/feed", Some.Rss([.. Enumerable.Range(1, 7).Select(number => Some.Item($"Report {number} from Tollen"))]));
        await using var discord = FakeDiscord.Start();
        var channel = discord.World.AddServer("Larkfield").AddChannel("news");
        var admin = discord.AddUser("mara");
        await using var bot = NewsBotProcess.Start(_data.Path, Settings(discord), "run");
        await UntilAsync(() => discord.World.Commands.Count > 0, bot);
        var followed = admin.Slash(channel, "feed add", ("what", web.Url("/feed").AbsoluteUri));
        await UntilAsync(() => Text(followed.Original).Contains("is followed now", StringComparison.Ordinal), bot);

        var latest = admin.Slash(channel, "latest");
        await UntilAsync(() => Text(latest.Original).Contains("1-5 of 7", StringComparison.Ordinal), bot);
        var turned = admin.Press(latest.Original!, IdOf(latest.Original!, "Next"));
        await UntilAsync(() => Text(latest.Original).Contains("6-7 of 7", StringComparison.Ordinal), bot);
        var menu = (JsonObject)latest.Original!.Components[0]!["components"]![0]!;
        var read = admin.Choose(latest.Original!, (string)menu["custom_id"]!, (string)menu["options"]![0]!["value"]!);
        await UntilAsync(() => Text(read.Original).Contains("What is known of this so far", StringComparison.Ordinal), bot);
        var shared = admin.Press(read.Original!, IdOf(read.Original!, "everyone"));
        await UntilAsync(() => channel.Messages.Any(message => Text(message).Contains("Shown by mara", StringComparison.Ordinal)), bot);
        var typed = admin.Type(channel, "read", "article", "rep");
        await typed.Answered.WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal(7, typed.Choices.Count);
        Assert.All(new[] { followed, latest, turned, read, shared, typed }, asked => Assert.Equal(1, asked.Answers));
    }

    [Fact]
    public async Task Who_may_not_manage_the_server_and_a_channel_that_is_closed_to_the_bot_are_told_why()
    {
        await using var discord = FakeDiscord.Start();
        var channel = discord.World.AddServer("Larkfield").AddChannel("news");
        var reader = discord.AddUser("finn");
        reader.Rights = 1UL << 10;
        var admin = discord.AddUser("mara");
        await using var bot = NewsBotProcess.Start(_data.Path, Settings(discord), "run");
        await UntilAsync(() => discord.World.Commands.Count > 0, bot);

        var refused = reader.Slash(channel, "feed add", ("what", "science"));
        await UntilAsync(() => Text(refused.Original).Contains("Only admins", StringComparison.Ordinal), bot);
        var closed = discord.World.Servers[0].AddChannel("closed");
        closed.Deny(1UL << 11);
        var told = admin.Slash(channel, "feed add", ("what", "science"), ("channel", closed));
        await UntilAsync(() => Text(told.Original).Contains("Send Messages", StringComparison.Ordinal), bot);
    }

    [Fact]
    public async Task A_token_from_a_file_is_in_no_output_no_file_and_no_backup()
    {
        await using var discord = FakeDiscord.Start();
        var channel = discord.World.AddServer("Larkfield").AddChannel("news");
        var settings = Settings(discord);
        settings.Remove("DISCORD__TOKEN");
        settings["DISCORD__TOKEN_FILE"] = _data.Write("token", discord.Token + "\n");
        discord.Faults.Next("GET /gateway/bot", FakeFault.BadGateway());
        discord.Faults.Next("PATCH /webhooks/{app}/{token}/messages/@original", FakeFault.Error(400, 50035, "something unheard of"), FakeFault.Cut());
        await using var bot = NewsBotProcess.Start(_data.Path, settings, "run");
        await UntilAsync(() => discord.World.Commands.Count > 0, bot);
        var mara = discord.AddUser("mara");
        IReadOnlyList<FakeInteraction> asked = [mara.Slash(channel, "id"), mara.Slash(channel, "id"), mara.Slash(channel, "id")];
        await UntilAsync(() => asked.Count(each => each.Original is not null) == 2, bot);
        var (exit, backedUp, _) = await NewsBotProcess.RunAsync(_data.Path, settings, "", "backup", Path.Combine(_data.Path, "copy.zip"));
        Assert.Equal(0, exit);
        Assert.Equal(0, await bot.TerminateAsync());
        File.Delete(settings["DISCORD__TOKEN_FILE"]);

        var secret = discord.Token.Split('.')[2];
        Assert.DoesNotContain(secret, bot.Output + bot.Errors + backedUp, StringComparison.Ordinal);
        Assert.All(asked, each => Assert.DoesNotContain(each.Token, bot.Output + bot.Errors, StringComparison.Ordinal));
        System.IO.Compression.ZipFile.ExtractToDirectory(Path.Combine(_data.Path, "copy.zip"), Path.Combine(_data.Path, "copy"));
        Assert.All(Directory.GetFiles(_data.Path, "*", SearchOption.AllDirectories), path => Assert.Equal(-1, File.ReadAllBytes(path).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(secret))));
    }

    private static Dictionary<string, string> Settings(FakeDiscord discord) => new()
    {
        ["FEEDS__ALLOWEDNETWORKS__0"] = "127.0.0.0/8",
        ["FEEDS__MINIMUMINTERVAL"] = "00:00:01",
        ["FEEDS__DEFAULTINTERVAL"] = "00:00:01",
        ["DISCORD__TOKEN"] = discord.Token,
        ["DISCORD__APIURL"] = discord.Api.AbsoluteUri,
    };

    private static async Task UntilAsync(Func<bool> holds, NewsBotProcess bot)
    {
        for (var begun = TimeProvider.System.GetTimestamp(); !holds(); await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience, $"It did not come. Output:\n{bot.Output}\nErrors:\n{bot.Errors}");
        }
    }

    private static string Text(FakeMessage? message) => message is null ? "" : message.Content + message.Embeds.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static string IdOf(FakeMessage message, string label) =>
        (string)message.Components.SelectMany(row => (JsonArray)row!["components"]!).First(part => ((string?)part!["label"])?.Contains(label, StringComparison.Ordinal) == true)!["custom_id"]!;
}
