using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram.Http;

namespace NewsBot.Testing.Telegram;

/// <summary>
/// A stateful Bot API server for one bot, with the people and chats around it. It behaves like the real one down to its words of refusal; outside judges check it (tests/peers).
/// <code>
/// await using var telegram = FakeTelegram.Start();
/// var ada = telegram.AddUser("Ada");
/// // the bot: base address telegram.ApiUrl, token telegram.Token
/// var answer = await ada.Chat.AskAsync("/headlines", cancellationToken);
/// ada.Chat.Press("More");
/// </code>
/// In virtual time use <see cref="InMemory"/> and <see cref="Handler"/> instead: sockets and a clock that jumps do not go together. Thread-safe.
/// </summary>
public sealed class FakeTelegram : IAsyncDisposable
{
    public const string DefaultToken = "7000000:TEST-token_of_the_news_bot_012345678";
    private readonly World _world;
    private readonly BotApiServer _server;
    private readonly BotApiListener? _listener;
    private readonly WebhookSender? _webhook;
    private readonly ConcurrentQueue<Exchange> _exchanges = new();

    private FakeTelegram(TimeProvider time, int? port)
    {
        _world = new World(time, DefaultToken, "news");
        _server = new BotApiServer(_world, _exchanges.Enqueue);
        Handler = new InMemoryBotApi(_server.AnswerAsync);
        _listener = port is { } at ? new BotApiListener(at, _server.AnswerAsync) : null;
        _webhook = port is null ? null : new WebhookSender(_world);
    }

    /// <summary>For HttpClient where there are no sockets.</summary>
    public HttpMessageHandler Handler { get; }

    public string ApiUrl => _listener is { } listener ? new UriBuilder("http", "127.0.0.1", listener.Port).Uri.GetLeftPart(UriPartial.Authority) : "http://telegram.test";

    /// <summary>The one token that is accepted; a change is a rotation.</summary>
    public string Token
    {
        get => _world.Token;
        set => _world.Change(() => _world.Token = value);
    }

    public VirtualUser Bot => _world.Bot;

    public bool HasPrivacyMode
    {
        get => _world.HasPrivacyMode;
        set => _world.Change(() => _world.HasPrivacyMode = value);
    }

    /// <summary>The web as Telegram sees it: where photos by address come from.</summary>
    public WebFiles Web => _world.Web;

    /// <summary>Holds the bot to 30 messages a second, one a second in a chat and 20 a minute in a group.</summary>
    public bool EnforcesLimits
    {
        get => _world.Flood.IsEnforced;
        set => _world.Change(() => _world.Flood.IsEnforced = value);
    }

    /// <summary>Messages that came too fast and were answered with 429.</summary>
    public int LimitViolations => _world.Flood.Violations;

    /// <summary>Every call and its answer, in order of the answers. Turn <see cref="KeepsExchanges"/> off where there are millions.</summary>
    public IReadOnlyList<Exchange> Exchanges => [.. _exchanges];

    public bool KeepsExchanges
    {
        get => _server.KeepsExchanges;
        set => _server.KeepsExchanges = value;
    }

    /// <summary>Updates that the bot has not confirmed.</summary>
    public int PendingUpdates => _world.Read(() => _world.Updates.Count);

    /// <summary>A long poll is waiting.</summary>
    public bool IsPolling => _world.Updates.IsPolling;

    /// <summary>On loopback, a free port unless told otherwise.</summary>
    public static FakeTelegram Start(TimeProvider? time = null, int port = 0) => new(time ?? TimeProvider.System, port);

    public static FakeTelegram InMemory(TimeProvider time) => new(time, port: null);

    public VirtualUser AddUser(string firstName, string? username = null, string? languageCode = "en") => _world.AddUser(firstName, username, languageCode, isBot: false);

    /// <summary>Another bot, for groups that have several.</summary>
    public VirtualUser AddOtherBot(string username) => _world.AddUser(username, username, languageCode: null, isBot: true);

    public VirtualChat AddGroup(string title, VirtualUser creator) => _world.AddChat(ChatKind.Group, title, username: null, isForum: false).Add(creator, Membership.Creator);

    public VirtualChat AddSupergroup(string title, VirtualUser creator, string? username = null) =>
        _world.AddChat(ChatKind.Supergroup, title, username, isForum: false).Add(creator, Membership.Creator);

    /// <summary>A supergroup with topics.</summary>
    public VirtualChat AddForum(string title, VirtualUser creator) => _world.AddChat(ChatKind.Supergroup, title, username: null, isForum: true).Add(creator, Membership.Creator);

    public VirtualChat AddChannel(string title, VirtualUser creator, string? username = null) =>
        _world.AddChat(ChatKind.Channel, title, username, isForum: false).Add(creator, Membership.Creator);

    /// <summary>The commands that a menu of this scope and language shows, as "/name description".</summary>
    public IReadOnlyList<string> MenuOf(string scope = "default", string language = "") =>
        [.. _world.Read(() => _world.Menus.Get(scope, language)).Select(command => $"/{command!["command"]} {command["description"]}")];

    /// <summary>Queues an update as it stands, for kinds and fields that nobody knows yet.</summary>
    public void PushUpdate(JsonObject update) => _world.Change(() => _world.Updates.AddRaw(update));

    /// <summary>The update ids go on from another number.</summary>
    public void RenumberUpdates(long next) => _world.Change(() => _world.Updates.Renumber(next));

    /// <summary>The next calls of a method go wrong.</summary>
    public void FailNext(string method, Fault fault, int times = 1) =>
        FailNext(call => string.Equals(call.Method, method, StringComparison.OrdinalIgnoreCase), fault, times);

    /// <summary>The next calls of which this is true go wrong.</summary>
    public void FailNext(Func<ApiCall, bool> when, Fault fault, int times = 1) => _server.Faults.Add(when, fault, times);

    /// <summary>Ends all trouble that was planned.</summary>
    public void Heal() => _server.Faults.Clear();

    public IReadOnlyList<ApiCall> CallsOf(string method) =>
        [.. _exchanges.Select(exchange => exchange.Call).Where(call => string.Equals(call.Method, method, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Waits until it is so; asked after every change.</summary>
    public Task WaitAsync(Func<bool> condition, CancellationToken cancellationToken) => _world.WaitAsync(condition, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_listener is { } listener)
        {
            await listener.DisposeAsync();
        }

        if (_webhook is { } webhook)
        {
            await webhook.DisposeAsync();
        }

        Recording.Write(_exchanges, _world.Updates.Raw);
        Handler.Dispose();
    }
}
