using System.Text.Json.Nodes;

namespace NewsBot.Testing.Discord;

/// <summary>The servers, people and commands of the fake. Thread-safe by one lock; events leave outside it.</summary>
public sealed class FakeWorld(TimeProvider time)
{
    internal const ulong BotId = 100_000_000_000_000_001;
    internal const ulong ApplicationId = BotId;

    /// <summary>1 January 2015, from where Discord counts.</summary>
    private static readonly DateTimeOffset Epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly List<FakeServer> _servers = [];
    private readonly Dictionary<ulong, FakeChannel> _channels = [];
    private readonly List<JsonObject> _users = [];
    private uint _count;

    /// <summary>What the gateway has to tell: type, data and the server it belongs to.</summary>
    internal event Action<string, JsonObject, ulong?>? Changed;

    public Lock Lock { get; } = new();

    /// <summary>The global commands as they were registered last.</summary>
    public JsonArray Commands { get; internal set; } = [];

    /// <summary>As people find them: with their subcommands, those of menus included.</summary>
    public IReadOnlyList<string> CommandNames
    {
        get
        {
            lock (Lock)
            {
                return [.. Commands.OfType<JsonObject>().SelectMany(command =>
                    (command["options"] as JsonArray ?? []).OfType<JsonObject>().Where(option => (int?)option["type"] == 1).Select(option => $"{command["name"]} {option["name"]}").DefaultIfEmpty((string)command["name"]!))];
            }
        }
    }

    /// <summary>Creations of commands so far; Discord takes 200 a day.</summary>
    public int CommandCreates { get; internal set; }

    public IReadOnlyList<FakeServer> Servers
    {
        get
        {
            lock (Lock)
            {
                return [.. _servers];
            }
        }
    }

    internal TimeProvider Time => time;

    public static JsonObject Bot() => Person(BotId, "newsbot", isBot: true);

    /// <summary>A server with the bot on it.</summary>
    /// <param name="greeting">Name of the channel where the server greets; null for none.</param>
    public FakeServer AddServer(string name, string? greeting = null)
    {
        var server = new FakeServer(this, NewId(), name);
        server.SystemChannel = greeting is null ? null : server.AddChannel(greeting);
        lock (Lock)
        {
            _servers.Add(server);
        }

        Tell("GUILD_CREATE", server.ToEvent(), server.Id);
        return server;
    }

    /// <summary>The bot is added to a server again that it was removed from.</summary>
    public void Restore(FakeServer server)
    {
        lock (Lock)
        {
            _servers.Add(server);
        }

        Tell("GUILD_CREATE", server.ToEvent(), server.Id);
    }

    /// <summary>The bot is removed from the server.</summary>
    public void Remove(FakeServer server)
    {
        lock (Lock)
        {
            _servers.Remove(server);
        }

        Tell("GUILD_DELETE", new JsonObject { ["id"] = Text(server.Id) }, server.Id);
    }

    public FakeChannel? FindChannel(ulong id)
    {
        lock (Lock)
        {
            return _channels.GetValueOrDefault(id);
        }
    }

    /// <summary>Every message that is still there, in order.</summary>
    public IReadOnlyList<FakeMessage> Messages
    {
        get
        {
            lock (Lock)
            {
                return [.. _channels.Values.SelectMany(channel => channel.Stored).Where(message => !message.IsDeleted).OrderBy(message => message.Id)];
            }
        }
    }

    /// <summary>As if the bot had registered slash commands of these names, for tests that begin later.</summary>
    public void Register(params IReadOnlyList<string> names)
    {
        lock (Lock)
        {
            Commands = [.. names.Select(name => (JsonNode)new JsonObject { ["id"] = Text(NewId()), ["type"] = 1, ["name"] = name, ["description"] = name })];
        }
    }

    internal JsonObject AddUser(string name)
    {
        var user = Person(NewId(), name, isBot: false);
        lock (Lock)
        {
            _users.Add(user);
        }

        return user;
    }

    internal bool HasUser(ulong id)
    {
        lock (Lock)
        {
            return _users.Exists(user => (string?)user["id"] == Text(id));
        }
    }

    /// <summary>A message of the bot with this nonce that is not older, deleted ones included.</summary>
    internal FakeMessage? FindNonce(string nonce, DateTimeOffset since)
    {
        lock (Lock)
        {
            return _channels.Values.SelectMany(channel => channel.Stored).FirstOrDefault(message => message.Nonce == nonce && message.At > since);
        }
    }

    internal FakeServer? FindServer(ulong id)
    {
        lock (Lock)
        {
            return _servers.Find(server => server.Id == id);
        }
    }

    /// <summary>The private conversation with a person, made when it does not exist.</summary>
    internal FakeChannel Conversation(ulong user)
    {
        lock (Lock)
        {
            return _channels.Values.FirstOrDefault(channel => channel.Recipient == user) ?? Keep(new FakeChannel(this, NewId(), null, FakeChannelType.DirectMessage, "") { Recipient = user });
        }
    }

    internal FakeChannel Keep(FakeChannel channel)
    {
        lock (Lock)
        {
            _channels[channel.Id] = channel;
            return channel;
        }
    }

    internal void Forget(FakeChannel channel)
    {
        lock (Lock)
        {
            _channels.Remove(channel.Id);
        }
    }

    internal ulong NewId() =>
        ((ulong)(time.GetUtcNow() - Epoch).TotalMilliseconds << 22) | (Interlocked.Increment(ref _count) & 0x3FFFFF);

    internal void Tell(string type, JsonObject data, ulong? server) => Changed?.Invoke(type, data, server);

    internal static string Text(ulong id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static JsonObject Person(ulong id, string name, bool isBot) => new()
    {
        ["id"] = Text(id),
        ["username"] = name,
        ["global_name"] = isBot ? null : name,
        ["discriminator"] = isBot ? "0001" : "0",
        ["avatar"] = null,
        ["public_flags"] = 0,
        ["flags"] = 0,
        ["bot"] = isBot,
        ["primary_guild"] = null,
    };
}
