using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram.Http;

namespace NewsBot.Testing.Telegram;

/// <summary>The state of the fake Telegram. One lock guards it; whoever waits for a change wakes after each.</summary>
internal sealed class World
{
    private readonly Dictionary<long, VirtualChat> _chats = [];
    private readonly Dictionary<long, VirtualUser> _users = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _nextUser = 7_000_001;
    private long _nextGroup = 40_001;
    private long _nextChannel = 1_002_003_001;
    private long _nextQuery = 600_000_000_000_001;

    public World(TimeProvider time, string token, string botName)
    {
        Time = time;
        Token = token;
        Bot = new VirtualUser(this, long.Parse(token.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture), botName, isBot: true) { Username = $"{botName}_bot" };
        _users[Bot.Id] = Bot;
        Updates = new UpdateQueue(this);
        Flood = new FloodRules(this);
    }

    public Lock Gate { get; } = new();

    public TimeProvider Time { get; }

    public DateTimeOffset Now => Time.GetUtcNow();

    public string Token { get; set; }

    public VirtualUser Bot { get; }

    public UpdateQueue Updates { get; }

    public FileCabinet Files { get; } = new();

    public WebFiles Web { get; } = new();

    public FloodRules Flood { get; }

    /// <summary>Null while updates are asked for.</summary>
    public Webhook? Webhook { get; set; }

    public CommandMenus Menus { get; } = new();

    /// <summary>Callback and inline queries that were asked, by id.</summary>
    public Dictionary<string, PendingQuery> Queries { get; } = new(StringComparer.Ordinal);

    /// <summary>Off: the bot sees everything in groups.</summary>
    public bool HasPrivacyMode { get; set; } = true;

    public void Change(Action change)
    {
        lock (Gate)
        {
            change();
            Signal();
        }
    }

    public T Change<T>(Func<T> change)
    {
        lock (Gate)
        {
            var result = change();
            Signal();
            return result;
        }
    }

    public T Read<T>(Func<T> read)
    {
        lock (Gate)
        {
            return read();
        }
    }

    /// <summary>Completes at the first change after the call.</summary>
    public Task NextChange()
    {
        lock (Gate)
        {
            return _changed.Task;
        }
    }

    /// <summary>Waits until it is so.</summary>
    public async Task WaitAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        while (true)
        {
            var change = NextChange();
            lock (Gate)
            {
                if (condition())
                {
                    return;
                }
            }

            await change.WaitAsync(cancellationToken);
        }
    }

    public VirtualUser AddUser(string firstName, string? username, string? languageCode, bool isBot) => Change(() =>
    {
        var user = new VirtualUser(this, _nextUser++, firstName, isBot) { Username = username, LanguageCode = languageCode };
        _users[user.Id] = user;
        return user;
    });

    public VirtualChat AddChat(ChatKind kind, string title, string? username, bool isForum) => Change(() =>
    {
        var id = kind == ChatKind.Group ? -_nextGroup++ : -1_000_000_000_000 - _nextChannel++;
        return Add(new VirtualChat(this, id, kind) { Title = title, Username = username, IsForum = isForum });
    });

    /// <summary>Looking at a chat is no change: whoever waits for one may look.</summary>
    public VirtualChat PrivateChatOf(VirtualUser user)
    {
        lock (Gate)
        {
            return _chats.GetValueOrDefault(user.Id) ?? Add(new VirtualChat(this, user.Id, ChatKind.Private) { Person = user, Username = user.Username });
        }
    }

    public VirtualUser? User(long id) => _users.GetValueOrDefault(id);

    public JsonObject UserJson(long id) => User(id)?.ToJson() ?? new JsonObject { ["id"] = id, ["is_bot"] = false, ["first_name"] = "" };

    /// <summary>The chat that a chat_id names, as far as the bot may know it.</summary>
    /// <exception cref="RefusedCall">It knows none.</exception>
    public VirtualChat ChatOf(ApiCall call, string parameter = "chat_id")
    {
        var name = call.Text(parameter) ?? throw RefusedCall.Bad($"{parameter} is empty");
        var chat = name.StartsWith('@')
            ? _chats.Values.FirstOrDefault(chat => chat.Kind != ChatKind.Private && string.Equals(chat.Username, name[1..], StringComparison.OrdinalIgnoreCase))
            : call.Number(parameter) is { } id ? _chats.GetValueOrDefault(id) : null;
        return chat is { IsKnownToBot: true } ? chat : throw RefusedCall.Bad("chat not found");
    }

    /// <summary>Groups name a made-up sender where a chat writes: @GroupAnonymousBot, or @Channel_Bot for channels.</summary>
    public JsonObject StandInFor(bool isGroupItself) => isGroupItself
        ? new JsonObject { ["id"] = 1087968824, ["is_bot"] = true, ["first_name"] = "Group", ["username"] = "GroupAnonymousBot" }
        : new JsonObject { ["id"] = 136817688, ["is_bot"] = true, ["first_name"] = "Channel", ["username"] = "Channel_Bot" };

    public string NextQueryId() => (_nextQuery++).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private VirtualChat Add(VirtualChat chat)
    {
        _chats[chat.Id] = chat;
        return chat;
    }

    private void Signal()
    {
        var changed = _changed;
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.TrySetResult();
    }
}
