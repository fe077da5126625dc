using System.Text.Json.Nodes;

namespace NewsBot.Testing.Telegram;

/// <summary>The Bot API's kinds of chats.</summary>
public enum ChatKind
{
    Private,
    Group,
    Supergroup,
    Channel,
}

/// <summary>A chat with its members, topics and messages, and what people do in it that is no message.</summary>
public sealed partial class VirtualChat
{
    private readonly World _world;
    private readonly List<VirtualMessage> _messages = [];
    private readonly Dictionary<long, Membership> _members = [];
    private readonly Dictionary<int, VirtualTopic> _topics = [];
    private int _nextMessage = 1;

    internal VirtualChat(World world, long id, ChatKind kind)
    {
        _world = world;
        Id = id;
        Kind = kind;
    }

    public long Id { get; }

    public ChatKind Kind { get; }

    public string? Title { get; init; }

    public string? Username { get; init; }

    /// <summary>Has topics; number 1 is General, so that no message has it.</summary>
    public bool IsForum
    {
        get;
        init
        {
            field = value;
            _nextMessage = value ? 2 : 1;
        }
    }

    /// <summary>The other side of a private chat.</summary>
    public VirtualUser? Person { get; init; }

    /// <summary>The group that discusses this channel's posts: Telegram puts each into it.</summary>
    public VirtualChat? Discussion { get; set; }

    /// <summary>Where the group went on as a supergroup; null while it did not.</summary>
    public VirtualChat? MigratedTo { get; private set; }

    public bool IsGone { get; private set; }

    /// <summary>What the bot is here. In a private chat: member once it was started, kicked while it is blocked.</summary>
    public Membership BotMembership => MembershipOf(_world.Bot);

    /// <summary>The keyboard shown instead of the letters, as JSON of ReplyKeyboardMarkup, or a ForceReply.</summary>
    public JsonObject? Keyboard { get; internal set; }

    /// <summary>What the bot is doing now, such as "typing"; null when it never said.</summary>
    public string? Action { get; internal set; }

    /// <summary>The text that the bot is making just now; null when there is none or it has run out.</summary>
    public MessageDraft? Draft
    {
        get => field is { } draft && draft.Until > _world.Now ? draft : null;
        internal set;
    }

    /// <summary>The message that was pinned last and not unpinned.</summary>
    public VirtualMessage? Pinned { get; internal set; }

    /// <summary>In order; deleted ones are left out.</summary>
    public IReadOnlyList<VirtualMessage> Messages
    {
        get
        {
            lock (_world.Gate)
            {
                return [.. _messages.Where(message => !message.IsDeleted)];
            }
        }
    }

    internal bool IsKnownToBot => Kind switch
    {
        ChatKind.Private => _members.ContainsKey(_world.Bot.Id),
        ChatKind.Channel or ChatKind.Supergroup when Username is not null => true,
        _ => _members.ContainsKey(_world.Bot.Id),
    };

    /// <summary>The last bot that wrote here; it gets the commands that name none.</summary>
    internal VirtualUser? LastBotToWrite { get; private set; }

    internal IReadOnlyDictionary<int, VirtualTopic> Topics => _topics;

    public Membership MembershipOf(VirtualUser user) => _members.GetValueOrDefault(user.Id, Membership.Left);

    /// <summary>The chat as this person sees and uses it.</summary>
    public ChatView As(VirtualUser user, VirtualTopic? topic = null) => new(_world, this, user, topic);

    public override string ToString() => Title ?? Person?.FirstName ?? "chat";

    internal IReadOnlyDictionary<long, Membership> Members => _members;

    internal VirtualMessage? Message(long id) => _messages.Find(message => message.Id == id && message is { IsDeleted: false, Receiver: null });

    internal VirtualMessage? EphemeralMessage(VirtualUser receiver, long id) => _messages.Find(message => message.Id == id && !message.IsDeleted && message.Receiver == receiver);

    internal VirtualMessage Add(Func<int, VirtualMessage> create)
    {
        var message = create(_nextMessage++);
        _messages.Add(message);
        if (message.From is { IsBot: true } bot)
        {
            LastBotToWrite = bot;
            Draft = null;
        }

        return message;
    }

    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = Id, ["type"] = KindName };
        if (Title is { } title)
        {
            json["title"] = title;
        }

        if (Username is { } username)
        {
            json["username"] = username;
        }

        if (Person is { } person)
        {
            json["first_name"] = person.FirstName;
        }

        if (IsForum)
        {
            json["is_forum"] = true;
        }

        return json;
    }

    private string KindName => Kind switch
    {
        ChatKind.Private => "private",
        ChatKind.Group => "group",
        ChatKind.Supergroup => "supergroup",
        _ => "channel",
    };
}

/// <summary>A topic of a forum.</summary>
public sealed class VirtualTopic
{
    internal VirtualTopic(int id, string name)
    {
        Id = id;
        Name = name;
    }

    public int Id { get; }

    public string Name { get; }

    public bool IsClosed { get; internal set; }

    public bool IsDeleted { get; internal set; }
}
