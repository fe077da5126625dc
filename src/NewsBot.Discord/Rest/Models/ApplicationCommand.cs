using System.Text.Json;

namespace NewsBot.Discord.Rest.Models;

/// <summary>A command as it is registered. The whole set is overwritten at once.</summary>
internal sealed record ApplicationCommand(string Name)
{
    /// <summary>1 a slash command, 2 of a user's menu, 3 of a message's menu.</summary>
    public int Type { get; init; } = 1;

    /// <summary>Of slash commands only.</summary>
    public string? Description { get; init; }

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public IReadOnlyList<CommandOption>? Options { get; init; }

    /// <summary>Null lets everybody.</summary>
    public Permissions? DefaultMemberPermissions { get; init; }

    /// <summary>0 servers, 1 the bot's private conversations, 2 others.</summary>
    public IReadOnlyList<int>? Contexts { get; init; }

    /// <summary>0 on servers, 1 with users.</summary>
    public IReadOnlyList<int>? IntegrationTypes { get; init; }

    /// <summary>Given by Discord.</summary>
    public Snowflake? Id { get; init; }
}

/// <summary>What a command takes, or a command below it.</summary>
internal sealed record CommandOption(CommandOptionType Type, string Name, string Description)
{
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public bool? Required { get; init; }

    public IReadOnlyList<CommandChoice>? Choices { get; init; }

    public IReadOnlyList<CommandOption>? Options { get; init; }

    public bool? Autocomplete { get; init; }

    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }

    public double? MinValue { get; init; }

    public double? MaxValue { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }
}

/// <summary>Numbers as in docs.discord.com/developers/interactions/application-commands, "Application Command Option Type".</summary>
internal enum CommandOptionType
{
    SubCommand = 1,
    SubCommandGroup = 2,
    String = 3,
    Integer = 4,
    Boolean = 5,
    User = 6,
    Channel = 7,
    Role = 8,
    Mentionable = 9,
    Number = 10,
    Attachment = 11,
}

/// <param name="Value">A text or a number, as the option's type asks.</param>
internal sealed record CommandChoice(string Name, JsonElement Value)
{
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public static CommandChoice Of(string name, string value) => new(name, JsonSerializer.SerializeToElement(value, DiscordJson.Default.String));
}
