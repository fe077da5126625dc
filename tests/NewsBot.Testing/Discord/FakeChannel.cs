using System.Text.Json.Nodes;

namespace NewsBot.Testing.Discord;

/// <summary>Discord's numbers.</summary>
public enum FakeChannelType
{
    Text = 0,
    DirectMessage = 1,
    Category = 4,
    Announcement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    Forum = 15,
}

/// <summary>A channel, thread, forum or private conversation of the fake.</summary>
public sealed class FakeChannel
{
    private readonly FakeWorld _world;
    private readonly List<(ulong Id, string Name)> _tags = [];

    internal FakeChannel(FakeWorld world, ulong id, FakeServer? server, FakeChannelType type, string name) =>
        (_world, Id, Server, Type, Name) = (world, id, server, type, name);

    public ulong Id { get; }

    public FakeServer? Server { get; }

    public FakeChannelType Type { get; }

    public string Name { get; }

    /// <summary>The channel of a thread.</summary>
    public FakeChannel? Parent { get; init; }

    public ulong? Recipient { get; init; }

    public bool IsArchived { get; internal set; }

    public bool IsLocked { get; internal set; }

    /// <summary>Rights that the bot lacks here.</summary>
    public ulong Denied { get; private set; }

    /// <summary>Tags of a post of a forum.</summary>
    public IReadOnlyList<string> AppliedTags { get; internal set; } = [];

    /// <summary>A forum whose posts need a tag.</summary>
    public bool RequiresTag
    {
        get;
        set
        {
            field = value;
            Tell("CHANNEL_UPDATE");
        }
    }

    public bool IsThread => Type is FakeChannelType.AnnouncementThread or FakeChannelType.PublicThread;

    /// <summary>What stands in the channel now, in order.</summary>
    public IReadOnlyList<FakeMessage> Messages
    {
        get
        {
            lock (_world.Lock)
            {
                return [.. Stored.Where(message => !message.IsDeleted)];
            }
        }
    }

    internal List<FakeMessage> Stored { get; } = [];

    public IReadOnlyList<FakeChannel> Threads => [.. Server?.Channels.Where(channel => channel.Parent == this) ?? []];

    /// <summary>A tag of a forum; its id.</summary>
    public ulong AddTag(string name)
    {
        var id = _world.NewId();
        _tags.Add((id, name));
        Tell("CHANNEL_UPDATE");
        return id;
    }

    /// <summary>Takes rights from the bot, such as 1 &lt;&lt; 11 to send.</summary>
    public void Deny(ulong rights)
    {
        Denied = rights;
        Tell("CHANNEL_UPDATE");
    }

    public void Delete()
    {
        _world.Forget(this);
        Server?.Remove(this);
        Tell(IsThread ? "THREAD_DELETE" : "CHANNEL_DELETE");
    }

    /// <summary>Of threads.</summary>
    public void Archive(bool isLocked = false)
    {
        (IsArchived, IsLocked) = (true, isLocked);
        Tell("THREAD_UPDATE");
    }

    internal void Tell(string type) => _world.Tell(type, ToJson(), Server?.Id);

    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = FakeWorld.Text(Id), ["type"] = (int)Type, ["last_message_id"] = null, ["flags"] = RequiresTag ? 16 : 0 };
        if (Server is null)
        {
            json["recipients"] = new JsonArray();
            return json;
        }

        json["guild_id"] = FakeWorld.Text(Server.Id);
        json["name"] = Name;
        json["parent_id"] = Parent is null ? null : FakeWorld.Text(Parent.Id);
        json["rate_limit_per_user"] = 0;
        if (IsThread)
        {
            Describe(json);
            return json;
        }

        json["topic"] = null;
        json["position"] = 0;
        json["nsfw"] = false;
        json["permission_overwrites"] = Denied == 0
            ? []
            : new JsonArray(new JsonObject { ["id"] = FakeWorld.Text(FakeWorld.BotId), ["type"] = 1, ["allow"] = "0", ["deny"] = FakeWorld.Text(Denied) });
        if (Type == FakeChannelType.Forum)
        {
            json["available_tags"] = new JsonArray([.. _tags.Select(tag => Tag(tag.Id, tag.Name))]);
            json["default_reaction_emoji"] = null;
            json["default_sort_order"] = null;
            json["default_forum_layout"] = 0;
            json["template"] = "";
        }

        return json;
    }

    private static JsonNode Tag(ulong id, string name) =>
        new JsonObject { ["id"] = FakeWorld.Text(id), ["name"] = name, ["moderated"] = false, ["emoji_id"] = null, ["emoji_name"] = null };

    private void Describe(JsonObject json)
    {
        json["owner_id"] = FakeWorld.Text(FakeWorld.BotId);
        json["message_count"] = Messages.Count;
        json["member_count"] = 1;
        json["total_message_sent"] = Messages.Count;
        json["applied_tags"] = new JsonArray([.. AppliedTags.Select(tag => (JsonNode)tag)]);
        json["thread_metadata"] = new JsonObject
        {
            ["archived"] = IsArchived,
            ["archive_timestamp"] = "2026-01-01T00:00:00+00:00",
            ["auto_archive_duration"] = 1440,
            ["locked"] = IsLocked,
            ["create_timestamp"] = "2026-01-01T00:00:00+00:00",
        };
    }
}
