using System.Text.Json.Nodes;
using NewsBot.Core.Platforms;
using NewsBot.Hosting;
using NewsBot.Telegram.Hosting;
using NewsBot.Testing;
using NewsBot.Testing.Telegram;
using NewsBot.Testing.Web;
using NewsBot.Tests.EndToEnd;
using NewsBot.Verbs;

namespace NewsBot.Tests.OnTelegram;

/// <summary>The composed program on a Telegram of its own, with a news site; all loops run.</summary>
internal sealed class TelegramRig : IAsyncDisposable
{
    private readonly DataFolder _data = new();
    private readonly JsonObject _settings;
    private BotWork? _work;

    private TelegramRig(Action<JsonObject>? change, Action<JsonObject>? changeAll, DateTimeOffset? begin)
    {
        Clock = new MovedClock(begin is { } wanted ? wanted - TimeProvider.System.GetUtcNow() : TimeSpan.Zero);
        Telegram = FakeTelegram.Start(Clock);
        var own = new JsonObject { ["Token"] = Telegram.Token, ["ApiUrl"] = Telegram.ApiUrl, ["PollWait"] = "00:00:02" };
        change?.Invoke(own);
        _settings = new JsonObject
        {
            ["Feeds"] = JsonNode.Parse("""{"Catalogue":"","Samples":"","AllowedNetworks":["127.0.0.0/8"],"MinimumInterval":"00:00:01","DefaultInterval":"00:00:01","HostPause":"00:00:00"}"""),
            ["FullText"] = JsonNode.Parse("""{"Enabled":false}"""),
            [TelegramOptions.Section] = own,
        };
        changeAll?.Invoke(_settings);
    }

    /// <summary>Of the program and of Telegram. Loops that wait notice a move at their next look or restart.</summary>
    public MovedClock Clock { get; }

    public FakeTelegram Telegram { get; }

    public FeedServer Site { get; } = FeedServer.Start();

    public Bot Bot { get; private set; } = null!;

    public string Folder => _data.Path;

    public string FeedUrl => Site.Url("/town.xml").AbsoluteUri;

    /// <param name="change">Changes the settings of Telegram.</param>
    /// <param name="changeAll">Changes all settings.</param>
    /// <param name="begin">What the clock says; null for now.</param>
    public static async Task<TelegramRig> StartAsync(Action<JsonObject>? change = null, Action<JsonObject>? changeAll = null, DateTimeOffset? begin = null)
    {
        var rig = new TelegramRig(change, changeAll, begin);
        rig.Publish("Ferry to Marrow Island resumes", "Otters counted in Brannoch");
        await rig.BeginAsync();
        return rig;
    }

    /// <summary>What the feed of the town holds from now on, newest first.</summary>
    public void Publish(params IReadOnlyList<string> titles) => Site.Serve("/town.xml", Some.Rss([.. titles.Select(title => Some.Item(title))]));

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

    public async Task RestartAsync()
    {
        await StopAsync();
        await BeginAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Telegram.DisposeAsync();
        await Site.DisposeAsync();
        _data.Dispose();
    }

    public async Task BeginAsync()
    {
        _data.Write("settings.json", _settings.ToJsonString());
        var console = new VerbConsole(TextWriter.Null, TextWriter.Null, TextReader.Null, Folder, new Screen(IsInteractive: false, IsTerminal: false, HasColor: false, Width: 80));
        var opening = await Bot.OpenAsync(Path.Combine(Folder, "data"), Path.Combine(Folder, "settings.json"), console, Clock, TestContext.Current.CancellationToken);
        Bot = Assert.IsType<BotOpening.Opened>(opening).Bot;
        var telegram = Bot.Get<IChatPlatform>();
        await telegram.StartAsync(TestContext.Current.CancellationToken);
        _work = BotWork.Start(Bot, telegram.Loops, CancellationToken.None);
    }
}
