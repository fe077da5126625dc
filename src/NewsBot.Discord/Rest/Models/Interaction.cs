using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Discord.Rest.Models;

/// <summary>Something a person did with the bot. Its token answers for 15 minutes, the first time within 3 seconds.</summary>
internal sealed record Interaction(Snowflake Id, Snowflake ApplicationId, InteractionType Type, string Token)
{
    public InteractionData? Data { get; init; }

    public Snowflake? GuildId { get; init; }

    public Snowflake? ChannelId { get; init; }

    public Channel? Channel { get; init; }

    /// <summary>On servers.</summary>
    public Member? Member { get; init; }

    /// <summary>In private conversations.</summary>
    public User? User { get; init; }

    /// <summary>The message whose button was pressed.</summary>
    public Message? Message { get; init; }

    /// <summary>The bot's own rights in the channel.</summary>
    public Permissions? AppPermissions { get; init; }

    public string? Locale { get; init; }

    public string? GuildLocale { get; init; }

    public long? AttachmentSizeLimit { get; init; }

    /// <summary>When it arrived here, on the client's clock that never jumps; the 3 seconds count from then, as Discord's own time may differ from ours.</summary>
    [JsonIgnore]
    public TimeSpan ReceivedAt { get; init; }

    public User? Invoker => Member?.User ?? User;

    /// <summary>Without its token.</summary>
    public override string ToString() => $"interaction {Id} ({Type})";
}

/// <summary>Numbers as in docs.discord.com/developers/interactions/receiving-and-responding, "Interaction Type".</summary>
internal enum InteractionType
{
    Ping = 1,
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    Modal = 5,
}

/// <summary>What was called, pressed, chosen or filled in.</summary>
internal sealed record InteractionData
{
    public Snowflake? Id { get; init; }

    public string? Name { get; init; }

    public int? Type { get; init; }

    public IReadOnlyList<OptionValue> Options { get => field ?? []; init; }

    public Resolved? Resolved { get; init; }

    /// <summary>The message or user of a menu command.</summary>
    public Snowflake? TargetId { get; init; }

    public string? CustomId { get; init; }

    public ComponentType? ComponentType { get; init; }

    public IReadOnlyList<string> Values { get => field ?? []; init; }

    /// <summary>The inputs of a dialog.</summary>
    public IReadOnlyList<Component> Components { get => field ?? []; init; }
}

/// <param name="Type">A command's own type, or that of a command below it.</param>
internal sealed record OptionValue(string Name, CommandOptionType Type)
{
    /// <summary>Text, number or truth; null for commands below.</summary>
    public JsonElement? Value { get; init; }

    public IReadOnlyList<OptionValue> Options { get => field ?? []; init; }

    /// <summary>Being typed; autocomplete only.</summary>
    public bool Focused { get; init; }
}

/// <summary>The things that options name by id.</summary>
internal sealed record Resolved
{
    public IReadOnlyDictionary<Snowflake, Channel> Channels { get => field ?? new Dictionary<Snowflake, Channel>(); init; }

    public IReadOnlyDictionary<Snowflake, Role> Roles { get => field ?? new Dictionary<Snowflake, Role>(); init; }

    public IReadOnlyDictionary<Snowflake, Message> Messages { get => field ?? new Dictionary<Snowflake, Message>(); init; }

    public IReadOnlyDictionary<Snowflake, UploadedFile> Attachments { get => field ?? new Dictionary<Snowflake, UploadedFile>(); init; }
}

/// <summary>A file that came with a command.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Url">Discord's own address of it, good for a while.</param>
internal sealed record UploadedFile(Snowflake Id, string Filename, long Size, string Url);
