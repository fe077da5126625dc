namespace NewsBot.Discord.Rest.Models;

/// <summary>A server. What a list of servers or an outage leaves out is null or empty.</summary>
internal sealed record Guild(Snowflake Id)
{
    public string? Name { get; init; }

    public Snowflake? OwnerId { get; init; }

    /// <summary>The channel for news of the server itself, where a bot may greet.</summary>
    public Snowflake? SystemChannelId { get; init; }

    public string? PreferredLocale { get; init; }

    /// <summary>True during an outage: nothing else is known then.</summary>
    public bool Unavailable { get; init; }

    public IReadOnlyList<Role> Roles { get => field ?? []; init; }

    /// <summary>Of large servers only the bot itself.</summary>
    public IReadOnlyList<Member> Members { get => field ?? []; init; }

    public IReadOnlyList<Channel> Channels { get => field ?? []; init; }

    public IReadOnlyList<Channel> Threads { get => field ?? []; init; }
}

/// <summary>A role; the one with its server's id is everybody's.</summary>
internal sealed record Role(Snowflake Id, Permissions Permissions)
{
    public string? Name { get; init; }
}
