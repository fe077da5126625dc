namespace NewsBot.Discord.Rest.Models;

/// <summary>A person or a bot.</summary>
internal sealed record User(Snowflake Id, string Username)
{
    public string? GlobalName { get; init; }

    public bool Bot { get; init; }
}

/// <summary>The bot's entry in the developer portal; its id begins the paths of commands and follow-ups.</summary>
internal sealed record Application(Snowflake Id)
{
    public string? Name { get; init; }
}

/// <summary>A user within a server.</summary>
internal sealed record Member
{
    /// <summary>Absent in some events.</summary>
    public User? User { get; init; }

    public string? Nick { get; init; }

    public IReadOnlyList<Snowflake> Roles { get => field ?? []; init; }

    /// <summary>In the channel of an interaction, everything counted in; null elsewhere.</summary>
    public Permissions? Permissions { get; init; }
}
