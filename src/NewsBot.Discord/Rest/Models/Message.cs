namespace NewsBot.Discord.Rest.Models;

/// <summary>A message as Discord keeps it.</summary>
internal sealed record Message(Snowflake Id, Snowflake ChannelId)
{
    public string Content { get => field ?? ""; init; }

    public User? Author { get; init; }

    public IReadOnlyList<Embed> Embeds { get => field ?? []; init; }

    public MessageFlags Flags { get; init; }
}

/// <summary>Bits of a message.</summary>
[Flags]
internal enum MessageFlags
{
    None = 0,
    SuppressEmbeds = 1 << 2,

    /// <summary>Seen by one person only; interactions only.</summary>
    Ephemeral = 1 << 6,

    /// <summary>Without a sound.</summary>
    SuppressNotifications = 1 << 12,

    /// <summary>Stays with the message for good; content and embeds are then unusable.</summary>
    ComponentsV2 = 1 << 15,
}
