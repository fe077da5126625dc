using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using NewsBot.Control;
using NewsBot.Core.Platforms;
using NewsBot.Discord.Hosting;
using NewsBot.Hosting;
using NewsBot.Telegram.Hosting;
using NewsBot.Testing.Discord;
using NewsBot.Testing.Telegram;
using NewsBot.Testing.Web;
using NewsBot.Tests.EndToEnd;
using NewsBot.Verbs;

namespace NewsBot.Tests.Secrets;

/// <summary>The composed program with every secret that it can hold, each a word that stands nowhere else, on a Telegram, a Discord, a site and a model of the test. All loops run and the control socket is open. Ada is the operator on Telegram, Mara manages a server on Discord.</summary>
internal sealed class SecretsRig : IAsyncDisposable
{
    public const string OfFeed = "canary-password-of-the-feed";
    public const string OfHeader = "canary-key-in-the-header";
    public const string OfProxy = "canary-password-of-the-proxy";
    public const string OfModel = "sk-canary-key-of-the-model";
    public const string OfTelegram = "canary_secret_of_the_bot_at_telegram";
    public const string OfDiscord = "made-up-signature-of-no-bot";
    public const string ModelPath = "/v1/chat/completions";

    private readonly DataFolder _data = new();
    private readonly StringWriter _console = new();
    private Bot _bot = null!;
    private BotWork _work = null!;
    private ControlServer _control = null!;
    private bool _isStopped;

    private SecretsRig()
    {
        Telegram.Token = "7000000:" + OfTelegram;
        (Ada, Mara) = (Telegram.AddUser("Ada"), Discord.AddUser("mara"));
        News = Discord.World.AddServer("Larkfield").AddChannel("news");
    }

    public static IReadOnlyList<string> All { get; } =
        [OfFeed, OfHeader, OfProxy, OfModel, OfTelegram, OfDiscord, .. new[] { "anna:" + OfFeed, "paula:" + OfProxy }.Select(pair => Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)))];

    public FakeTelegram Telegram { get; } = FakeTelegram.Start();

    public FakeDiscord Discord { get; } = FakeDiscord.Start();

    public FeedServer Site { get; } = FeedServer.Start();

    public VirtualUser Ada { get; }

    public FakeUser Mara { get; }

    public FakeChannel News { get; }

    public string PrivateFeed => $"http://anna:{OfFeed}@127.0.0.1:{Site.Port}/private.xml";

    private string Folder => Path.Combine(_data.Path, "data");

    public static async Task<SecretsRig> StartAsync()
    {
        var rig = new SecretsRig();
        var settings = new JsonObject
        {
            ["Feeds"] = JsonNode.Parse("""{"Catalogue":"","Samples":"","AllowedNetworks":["127.0.0.0/8"],"MinimumInterval":"00:00:01","DefaultInterval":"00:00:01","HostPause":"00:00:00"}"""),
            ["FullText"] = JsonNode.Parse("""{"Enabled":false}"""),
            [TelegramOptions.Section] = new JsonObject { ["Token"] = rig.Telegram.Token, ["ApiUrl"] = rig.Telegram.ApiUrl, ["PollWait"] = "00:00:02", ["Operators"] = new JsonArray(rig.Ada.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)) },
            [DiscordOptions.Section] = new JsonObject { ["Token"] = rig.Discord.Token, ["ApiUrl"] = rig.Discord.Api.AbsoluteUri },
            ["Ai"] = new JsonObject { ["Provider"] = "openai", ["Url"] = rig.Site.Url("/v1").AbsoluteUri, ["Model"] = "small", ["Key"] = OfModel, ["Timeout"] = "00:00:02" },
        };
        await rig.BeginAsync(rig._data.Write("settings.json", settings.ToJsonString()));
        return rig;
    }

    /// <summary>What a verb of another process prints that asks this one over its control socket.</summary>
    public async Task<string> AskAsync(params IReadOnlyList<string> args)
    {
        var (_, output, errors) = await NewsBotProcess.RunAsync(Folder, new Dictionary<string, string>(), "", args);
        return output + errors;
    }

    /// <summary>Ends the program and names each place that holds a secret: the console, and names and contents of all files that it wrote, those within backups too.</summary>
    public async Task<IReadOnlyList<string>> StopAndSearchAsync(IReadOnlyList<string> secrets)
    {
        await StopAsync();
        foreach (var backup in Directory.GetFiles(Folder, "*.zip", SearchOption.AllDirectories))
        {
            await ZipFile.ExtractToDirectoryAsync(backup, backup + ".unpacked", overwriteFiles: true, TestContext.Current.CancellationToken);
        }

        var found = new List<string>();
        foreach (var path in Directory.GetFileSystemEntries(Folder, "*", SearchOption.AllDirectories))
        {
            var bytes = File.Exists(path) ? await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken) : [];
            found.AddRange(secrets.Where(secret => path.Contains(secret, StringComparison.Ordinal) || bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0).Select(secret => $"{Path.GetFileName(path)} holds {secret}{LineOf(bytes, secret)}"));
        }

        return [.. found, .. secrets.Where(secret => _console.ToString().Contains(secret, StringComparison.Ordinal)).Select(secret => $"the console holds {secret}")];
    }

    /// <summary>True when the program has written that into its log.</summary>
    public bool HasLogged(string words) => Directory.GetFiles(Path.Combine(Folder, "logs")).Any(path =>
    {
        using var log = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return log.ReadToEnd().Contains(words, StringComparison.Ordinal);
    });

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Telegram.DisposeAsync();
        await Discord.DisposeAsync();
        await Site.DisposeAsync();
        _data.Dispose();
    }

    private async Task BeginAsync(string settings)
    {
        var console = new VerbConsole(_console, _console, TextReader.Null, _data.Path, new Screen(IsInteractive: true, IsTerminal: false, HasColor: false, Width: 80));
        _bot = Assert.IsType<BotOpening.Opened>(await Bot.OpenAsync(Folder, settings, console, TestContext.Current.CancellationToken)).Bot;
        var platforms = _bot.Get<IEnumerable<IChatPlatform>>().ToList();
        foreach (var platform in platforms)
        {
            Assert.IsType<PlatformStart.Answering>(await platform.StartAsync(TestContext.Current.CancellationToken));
        }

        _work = BotWork.Start(_bot, [.. platforms.SelectMany(platform => platform.Loops)], CancellationToken.None);
        _control = ControlServer.Start(_bot);
        await DiscordRig.UntilAsync(() => Discord.World.Commands.Count > 0 && Discord.Gateway.IsLive);
    }

    private async Task StopAsync()
    {
        if (!_isStopped)
        {
            _isStopped = true;
            await _control.DisposeAsync();
            await _work.DisposeAsync();
            await _bot.DisposeAsync();
        }
    }

    /// <summary>What stands around the secret, so that a failing test tells where it came from.</summary>
    private static string LineOf(byte[] bytes, string secret)
    {
        var at = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret));
        return at < 0 ? " in its name" : ": " + Encoding.Latin1.GetString(bytes, Math.Max(0, at - 200), Math.Min(400, bytes.Length - Math.Max(0, at - 200)));
    }
}
