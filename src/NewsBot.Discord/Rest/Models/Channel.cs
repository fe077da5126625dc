namespace NewsBot.Discord.Rest.Models;

/// <summary>A channel, thread or private conversation.</summary>
internal sealed record Channel(Snowflake Id, ChannelType Type)
{
    /// <summary>Null in private conversations.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>The category of a channel, the channel of a thread.</summary>
    public Snowflake? ParentId { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<PermissionOverwrite> PermissionOverwrites { get => field ?? []; init; }

    /// <summary>Of forums.</summary>
    public IReadOnlyList<ForumTag> AvailableTags { get => field ?? []; init; }

    public ChannelFlags Flags { get; init; }

    public ThreadMetadata? ThreadMetadata { get; init; }

    /// <summary>The bot's own rights here; only in resolved options of an interaction.</summary>
    public Permissions? AppPermissions { get; init; }

    public bool IsThread => Type is ChannelType.AnnouncementThread or ChannelType.PublicThread or ChannelType.PrivateThread;
}

/// <summary>Numbers as in docs.discord.com/developers/resources/channel, "Channel Types".</summary>
internal enum ChannelType
{
    Text = 0,
    DirectMessage = 1,
    Voice = 2,
    GroupMessage = 3,
    Category = 4,
    Announcement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    Stage = 13,
    Directory = 14,
    Forum = 15,
    Media = 16,
}

/// <summary>Bits of a channel.</summary>
[Flags]
internal enum ChannelFlags
{
    None = 0,

    /// <summary>A forum whose posts need a tag.</summary>
    RequireTag = 1 << 4,
}

/// <param name="Type">0 for a role, 1 for a member.</param>
internal sealed record PermissionOverwrite(Snowflake Id, int Type, Permissions Allow, Permissions Deny);

/// <summary>A tag that posts of a forum may carry.</summary>
internal sealed record ForumTag(Snowflake Id, string Name)
{
    public bool Moderated { get; init; }
}

/// <summary>The state of a thread.</summary>
internal sealed record ThreadMetadata(bool Archived)
{
    /// <summary>Only moderators may write and unarchive.</summary>
    public bool Locked { get; init; }
}
