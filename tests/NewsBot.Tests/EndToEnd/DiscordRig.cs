using System.Text.Json.Nodes;
using NewsBot.Core.Platforms;
using NewsBot.Discord.Hosting;
using NewsBot.Hosting;
using NewsBot.Testing;
using NewsBot.Testing.Discord;
using NewsBot.Testing.Web;
using NewsBot.Verbs;

namespace NewsBot.Tests.EndToEnd;

/// <summary>The composed program in this process on a Discord of its own, with a news site; all loops run. Mara manages the server "Larkfield", whose channel is "news".</summary>
internal sealed class DiscordRig : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private readonly DataFolder _data = new();
    private readonly StringWriter _errors = new();
    private readonly JsonObject _settings;
    private BotWork? _work;

    private DiscordRig(Action<JsonObject>? change)
    {
        Server = Discord.World.AddServer("Larkfield");
        News = Server.AddChannel("news");
        Mara = Discord.AddUser("mara");
        _settings = new JsonObject
        {
            ["Feeds"] = JsonNode.Parse("""{"Catalogue":"","Samples":"","AllowedNetworks":["127.0.0.0/8"],"MinimumInterval":"00:00:01","DefaultInterval":"00:00:01","HostPause":"00:00:00"}"""),
            ["FullText"] = JsonNode.Parse("""{"Enabled":false}"""),
            [DiscordOptions.Section] = new JsonObject { ["Token"] = Discord.Token, ["ApiUrl"] = Discord.Api.AbsoluteUri },
        };
        change?.Invoke(_settings);
    }

    public FakeDiscord Discord { get; } = FakeDiscord.Start();

    public FakeServer Server { get; }

    public FakeChannel News { get; }

    public FakeUser Mara { get; }

    public FeedServer Site { get; } = FeedServer.Start();

    public Bot Bot { get; private set; } = null!;

    public string FeedUrl => Site.Url("/town.xml").AbsoluteUri;

    /// <param name="change">Changes the settings.</param>
    public static async Task<DiscordRig> StartAsync(Action<JsonObject>? change = null)
    {
        var rig = new DiscordRig(change);
        rig.Publish("Ferry to Marrow Island resumes", "Otters counted in Brannoch");
        await rig.BeginAsync();
        return rig;
    }

    /// <summary>What the feed of the town holds from now on, newest first.</summary>
    public void Publish(params IReadOnlyList<string> titles) => Site.Serve("/town.xml", Some.Rss([.. titles.Select(title => Some.Item(title))]));

    public async Task FollowAsync(FakeChannel channel) => await SayAsync(Mara.Slash(channel, "feed add", ("what", FeedUrl)), "is followed now");

    /// <summary>The finished answer: that which holds the words.</summary>
    public static async Task<FakeMessage> SayAsync(FakeInteraction asked, string words = "")
    {
        await UntilAsync(() => asked.Original?.Words.Contains(words, StringComparison.Ordinal) == true, () => $"no \"{words}\" in: {asked.Original?.Words}");
        return asked.Original!;
    }

    /// <summary>The message of the channel that holds the words.</summary>
    public static async Task<FakeMessage> SeesAsync(FakeChannel channel, string words)
    {
        await UntilAsync(() => Holds(channel, words), () => $"no \"{words}\" in: {string.Join("\n--\n", channel.Messages.Select(message => message.Words))}");
        return channel.Messages.First(message => message.Words.Contains(words, StringComparison.Ordinal));
    }

    public static bool Holds(FakeChannel channel, string words) => channel.Messages.Any(message => message.Words.Contains(words, StringComparison.Ordinal));

    public static async Task UntilAsync(Func<bool> holds, Func<string>? problem = null)
    {
        for (var begun = TimeProvider.System.GetTimestamp(); !holds(); await Task.Delay(20, TestContext.Current.CancellationToken))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience, $"It did not come: {problem?.Invoke()}");
        }
    }

    public async Task BeginAsync()
    {
        var settings = _data.Write("settings.json", _settings.ToJsonString());
        var console = new VerbConsole(TextWriter.Null, _errors, TextReader.Null, _data.Path, new Screen(IsInteractive: false, IsTerminal: false, HasColor: false, Width: 80));
        var opening = await Bot.OpenAsync(Path.Combine(_data.Path, "data"), settings, console, TestContext.Current.CancellationToken);
        Bot = Assert.IsType<BotOpening.Opened>(opening).Bot;
        var discord = Bot.Get<IChatPlatform>();
        await discord.StartAsync(TestContext.Current.CancellationToken);
        _work = BotWork.Start(Bot, discord.Loops, CancellationToken.None);
        await UntilAsync(() => Discord.World.Commands.Count > 0 && Discord.Gateway.IsLive);
    }

    /// <summary>Ends the program in order.</summary>
    public async Task StopAsync()
    {
        if (_work is { } work)
        {
            _work = null;
            await work.DisposeAsync();
            await Bot.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        FakeRecord.AppendIfAsked(Discord);
        await Discord.DisposeAsync();
        await Site.DisposeAsync();
        _data.Dispose();
    }
}
