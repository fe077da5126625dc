namespace NewsBot.Discord.Interactions;

/// <summary>How one command of the catalogue is given on Discord.</summary>
/// <param name="Name">As people see it, below its group where it has one.</param>
/// <param name="Core">Its name in the catalogue.</param>
/// <param name="Options">In the order in which they make up the line that the catalogue parses.</param>
internal sealed record CommandForm(string Name, string Core, params IReadOnlyList<OptionForm> Options)
{
    /// <summary>The command it stands below, or null at the top.</summary>
    public string? Group { get; init; }

    /// <summary>A question whose answer is of use to others, too.</summary>
    public bool IsShareable { get; init; }

    /// <summary>With its group, without slash.</summary>
    public string FullName => Group is null ? Name : $"{Group} {Name}";
}

/// <summary>One thing that is filled in.</summary>
/// <param name="Help">Names its hint in the texts.</param>
internal sealed record OptionForm(string Name, OptionKind Kind, string Help)
{
    public bool IsRequired { get; init; }

    /// <summary>Where what is typed is completed from.</summary>
    public Completion Completion { get; init; }

    /// <summary>What stands in the line; "{0}" is the value. A truth stands as it is, or not at all.</summary>
    public string Pattern { get; init; } = "{0}";

    /// <summary>What may be chosen; empty where anything may be typed.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public int Least { get; init; }

    public int Most { get; init; }
}

/// <summary>What an option takes.</summary>
internal enum OptionKind
{
    Text,
    Number,
    Truth,
    Channel,
    Role,
    File,
}

/// <summary>Where an option's suggestions come from.</summary>
internal enum Completion
{
    None,

    /// <summary>The lines of the list that the person saw last here.</summary>
    Articles,

    /// <summary>The subscriptions of the home.</summary>
    Subscriptions,

    /// <summary>Topics and sources.</summary>
    Subjects,

    /// <summary>The commands.</summary>
    Commands,
}
