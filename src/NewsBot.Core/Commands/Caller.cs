using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>Who asks, where, and with which rights; made by the platform for each command and never kept.</summary>
public sealed record Caller
{
    public required PersonId Person { get; init; }

    public required PlaceId Place { get; init; }

    public required HomeId Home { get; init; }

    public required Role Role { get; init; }

    /// <summary>What people call the place, where the platform tells; else null.</summary>
    public string? PlaceName { get; init; }

    /// <summary>True where nobody else reads the answers.</summary>
    public bool IsPrivate { get; init; } = true;

    /// <summary>BCP 47 of the person's app where the platform tells, else null.</summary>
    public string? Language { get; init; }

    /// <summary>The file that came with the command, or null.</summary>
    public Attachment? Attachment { get; init; }
}

/// <summary>What a person may do. Each role may do what the ones before it may.</summary>
public enum Role
{
    Reader,

    /// <summary>May change what the home receives.</summary>
    Admin,

    /// <summary>Runs the instance.</summary>
    Operator,
}

/// <summary>A file of a message.</summary>
/// <param name="Name">As the sender named it; shown, never used as a path.</param>
public sealed record Attachment(string Name, ReadOnlyMemory<byte> Content);
