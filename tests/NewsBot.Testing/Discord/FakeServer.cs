using System.Text.Json.Nodes;

namespace NewsBot.Testing.Discord;

/// <summary>A server of the fake. The bot has all rights but those that a channel denies.</summary>
public sealed class FakeServer
{
    private const ulong AllRights = (1UL << 50) - 1 & ~8UL;
    private readonly FakeWorld _world;
    private readonly List<FakeChannel> _channels = [];
    private readonly List<(ulong Id, string Name)> _roles = [];

    internal FakeServer(FakeWorld world, ulong id, string name) => (_world, Id, Name) = (world, id, name);

    public ulong Id { get; }

    public string Name { get; }

    public IReadOnlyList<FakeChannel> Channels
    {
        get
        {
            lock (_world.Lock)
            {
                return [.. _channels];
            }
        }
    }

    public FakeChannel AddChannel(string name, FakeChannelType type = FakeChannelType.Text)
    {
        var channel = _world.Keep(new FakeChannel(_world, _world.NewId(), this, type, name));
        lock (_world.Lock)
        {
            _channels.Add(channel);
        }

        _world.Tell("CHANNEL_CREATE", channel.ToJson(), Id);
        return channel;
    }

    /// <summary>A thread below a channel.</summary>
    public FakeChannel AddThread(FakeChannel parent, string name)
    {
        var thread = _world.Keep(new FakeChannel(_world, _world.NewId(), this, parent.Type == FakeChannelType.Announcement ? FakeChannelType.AnnouncementThread : FakeChannelType.PublicThread, name) { Parent = parent });
        Add(thread);
        thread.Tell("THREAD_CREATE");
        return thread;
    }

    /// <summary>Where Discord itself greets; null for nowhere.</summary>
    public FakeChannel? SystemChannel { get; internal set; }

    /// <summary>The role's id.</summary>
    public ulong AddRole(string name)
    {
        var id = _world.NewId();
        lock (_world.Lock)
        {
            _roles.Add((id, name));
        }

        _world.Tell("GUILD_ROLE_CREATE", new JsonObject { ["guild_id"] = FakeWorld.Text(Id), ["role"] = Role(id, name) }, Id);
        return id;
    }

    /// <summary>The server cannot be reached for a while, as Discord tells it.</summary>
    public void BreakDown() => _world.Tell("GUILD_DELETE", new JsonObject { ["id"] = FakeWorld.Text(Id), ["unavailable"] = true }, Id);

    public void Recover() => _world.Tell("GUILD_CREATE", ToEvent(), Id);

    internal JsonArray RolesJson()
    {
        lock (_world.Lock)
        {
            return [Role(Id, "@everyone"), .. _roles.Select(role => Role(role.Id, role.Name))];
        }
    }

    internal JsonArray ChannelsJson() => [.. Channels.Where(channel => !channel.IsThread).Select(channel => channel.ToJson())];

    internal static JsonObject Member(JsonObject user, bool withPermissions) => Member(user, withPermissions ? FakeWorld.Text(AllRights) : null);

    internal static JsonObject Member(JsonObject user, string? permissions)
    {
        var member = new JsonObject
        {
            ["user"] = user.DeepClone(),
            ["nick"] = null,
            ["avatar"] = null,
            ["banner"] = null,
            ["roles"] = new JsonArray(),
            ["joined_at"] = "2026-01-01T00:00:00+00:00",
            ["premium_since"] = null,
            ["communication_disabled_until"] = null,
            ["deaf"] = false,
            ["mute"] = false,
            ["pending"] = false,
            ["flags"] = 0,
        };
        if (permissions is not null)
        {
            member["permissions"] = permissions;
        }

        return member;
    }

    internal JsonObject ToJson() => new()
    {
        ["id"] = FakeWorld.Text(Id),
        ["name"] = Name,
        ["icon"] = null,
        ["description"] = null,
        ["home_header"] = null,
        ["splash"] = null,
        ["discovery_splash"] = null,
        ["features"] = new JsonArray("COMMUNITY", "NEWS"),
        ["banner"] = null,
        ["owner_id"] = "100000000000000099",
        ["application_id"] = null,
        ["region"] = "deprecated",
        ["afk_channel_id"] = null,
        ["afk_timeout"] = 300,
        ["system_channel_id"] = SystemChannel is { } greeting ? FakeWorld.Text(greeting.Id) : null,
        ["system_channel_flags"] = 0,
        ["widget_enabled"] = false,
        ["widget_channel_id"] = null,
        ["verification_level"] = 1,
        ["roles"] = RolesJson(),
        ["default_message_notifications"] = 1,
        ["mfa_level"] = 0,
        ["explicit_content_filter"] = 0,
        ["max_presences"] = null,
        ["max_members"] = 500_000,
        ["max_stage_video_channel_users"] = 50,
        ["max_video_channel_users"] = 25,
        ["vanity_url_code"] = null,
        ["premium_tier"] = 0,
        ["premium_subscription_count"] = 0,
        ["preferred_locale"] = "en-US",
        ["rules_channel_id"] = null,
        ["safety_alerts_channel_id"] = null,
        ["public_updates_channel_id"] = null,
        ["premium_progress_bar_enabled"] = false,
        ["premium_progress_bar_enabled_user_updated_at"] = null,
        ["nsfw"] = false,
        ["nsfw_level"] = 0,
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["incidents_data"] = null,
        ["moderator_reporting"] = null,
    };

    internal JsonObject ToEvent()
    {
        var json = ToJson();
        json["joined_at"] = "2026-01-01T00:00:00+00:00";
        json["large"] = false;
        json["unavailable"] = false;
        json["member_count"] = 2;
        json["members"] = new JsonArray(Member(FakeWorld.Bot(), withPermissions: false));
        json["channels"] = ChannelsJson();
        json["threads"] = new JsonArray([.. Channels.Where(channel => channel.IsThread).Select(channel => channel.ToJson())]);
        json["presences"] = new JsonArray();
        json["voice_states"] = new JsonArray();
        json["stage_instances"] = new JsonArray();
        json["guild_scheduled_events"] = new JsonArray();
        json["soundboard_sounds"] = new JsonArray();
        return json;
    }

    internal void Add(FakeChannel thread)
    {
        lock (_world.Lock)
        {
            _channels.Add(thread);
        }
    }

    internal void Remove(FakeChannel channel)
    {
        lock (_world.Lock)
        {
            _channels.Remove(channel);
        }
    }

    private static JsonObject Role(ulong id, string name) => new()
    {
        ["id"] = FakeWorld.Text(id),
        ["name"] = name,
        ["description"] = null,
        ["permissions"] = FakeWorld.Text(AllRights),
        ["position"] = 0,
        ["color"] = 0,
        ["colors"] = new JsonObject { ["primary_color"] = 0, ["secondary_color"] = null, ["tertiary_color"] = null },
        ["hoist"] = false,
        ["managed"] = false,
        ["mentionable"] = false,
        ["icon"] = null,
        ["unicode_emoji"] = null,
        ["flags"] = 0,
    };
}
