using System.Text;

namespace NewsBot.Testing.Discord;

/// <summary>
/// Discord on loopback, or in memory for virtual time: servers, channels and messages that a bot changes by REST, a gateway that tells it what people do, and switches for what goes wrong.
/// <code>
/// await using var discord = FakeDiscord.Start();
/// var channel = discord.World.AddServer("Harbour").AddChannel("news");
/// discord.Faults.Next("POST /channels/{channel}/messages", FakeFault.BadGateway());
/// var answer = await discord.AddUser("mara").SlashAsync(channel, "headlines");
/// </code>
/// npm's discord.js is content with it, and its answers pass Discord's published schemas (tests/peers/discord).
/// </summary>
public sealed class FakeDiscord : IAsyncDisposable
{
    private readonly FakeDiscordServer? _server;
    private readonly FakeRest _rest;

    private FakeDiscord(FakeDiscordOptions options, bool isOnLoopback)
    {
        Options = options;
        Faults = new FakeFaults();
        World = new FakeWorld(options.Time);
        Gateway = new FakeGateway(World, options, () => GatewayUrl);
        Interactions = new FakeInteractions(World, Gateway);
        World.Changed += Gateway.Dispatch;
        _rest = new FakeRest(this);
        _server = isOnLoopback ? new FakeDiscordServer(_rest, Gateway) : null;
    }

    public FakeDiscordOptions Options { get; }

    public FakeWorld World { get; }

    public FakeGateway Gateway { get; }

    public FakeFaults Faults { get; }

    public FakeInteractions Interactions { get; }

    /// <summary>In the form of real ones: the bot's id, a time and a signature.</summary>
    public string Token { get; } = $"{Convert.ToBase64String(Encoding.ASCII.GetBytes(FakeWorld.BotId.ToString(System.Globalization.CultureInfo.InvariantCulture))).TrimEnd('=')}.Gabcde.made-up-signature-of-no-bot";

    public Uri Api => new($"http://127.0.0.1:{_server?.Port ?? 1}/api/v10");

    public Uri GatewayUrl => new($"ws://127.0.0.1:{_server?.Port ?? 1}/");

    /// <summary>In order of arrival, with their answers.</summary>
    public IReadOnlyList<FakeCall> Calls => _rest.Calls;

    /// <summary>On 127.0.0.1 and a free port.</summary>
    public static FakeDiscord Start(FakeDiscordOptions? options = null) => new(options ?? new FakeDiscordOptions(), isOnLoopback: true);

    /// <summary>Without sockets and without a gateway's connections; see <see cref="CreateHandler"/>.</summary>
    public static FakeDiscord InMemory(FakeDiscordOptions options) => new(options, isOnLoopback: false);

    /// <summary>Its REST side as a message handler.</summary>
    /// <param name="latency">Of each call, half of it before it is taken in.</param>
    /// <param name="jitter">Makes each way up to half shorter or longer, so that calls and answers overtake each other; null keeps all the same.</param>
    public HttpMessageHandler CreateHandler(TimeSpan latency, Random? jitter = null) => new FakeDiscordHandler(_rest, Options.Time, latency, jitter);

    /// <summary>A file that a person adds to a command; Discord keeps it at an address of its own.</summary>
    public FakeUpload Upload(string name, string text)
    {
        var upload = new FakeUpload(World.NewId(), name, Encoding.UTF8.GetBytes(text), new Uri(Api, "/attachments"));
        _rest.Uploads[upload.Url.AbsolutePath] = upload;
        return upload;
    }

    public FakeUser AddUser(string name) => new(World.AddUser(name), Interactions);

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}

/// <summary>How the fake behaves as long as no fault is set.</summary>
public sealed record FakeDiscordOptions
{
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromSeconds(41.25);

    /// <summary>The window of each bucket of a channel's messages.</summary>
    public int MessagesPerWindow { get; init; } = 5;

    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(5);

    public int CallsPerSecond { get; init; } = 50;

    public int Shards { get; init; } = 1;

    public int IdentifiesLeft { get; init; } = 1_000;
}
