namespace NewsBot.Discord.Rest.Models;

/// <summary>A thread below a message.</summary>
/// <param name="Name">At most 100.</param>
internal sealed record MessageThread(string Name)
{
    /// <summary>60, 1440, 4320 or 10080 minutes without a message.</summary>
    public int? AutoArchiveDuration { get; init; }
}

/// <summary>A post of a forum: a thread with its first message.</summary>
/// <param name="Name">At most 100.</param>
internal sealed record ForumPost(string Name, MessageBody Message)
{
    /// <summary>At most five.</summary>
    public IReadOnlyList<Snowflake>? AppliedTags { get; init; }

    public int? AutoArchiveDuration { get; init; }
}

/// <summary>A thread of a channel without a message of its own.</summary>
/// <param name="Name">At most 100.</param>
internal sealed record ChannelThread(string Name)
{
    public ChannelType Type { get; init; } = ChannelType.PublicThread;

    public int? AutoArchiveDuration { get; init; }
}

/// <summary>What is changed of a thread.</summary>
internal sealed record ThreadChange(bool Archived);
