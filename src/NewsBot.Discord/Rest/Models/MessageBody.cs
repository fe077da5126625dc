using System.Text.Json.Serialization;

namespace NewsBot.Discord.Rest.Models;

/// <summary>A message to send, or what to change of one: what is null stays as it is. Mentions nobody unless it names one role.</summary>
internal sealed record MessageBody
{
    public string? Content { get; init; }

    public IReadOnlyList<Embed>? Embeds { get; init; }

    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.None;

    public IReadOnlyList<Component>? Components { get; init; }

    public MessageFlags? Flags { get; init; }

    public MessageReference? MessageReference { get; init; }

    /// <summary>Set by the client from <see cref="Files"/>.</summary>
    public IReadOnlyList<AttachmentReference>? Attachments { get; init; }

    /// <summary>Set by the client where Discord knows it.</summary>
    [JsonInclude]
    internal string? Nonce { get; init; }

    [JsonInclude]
    internal bool? EnforceNonce { get; init; }

    /// <summary>At most ten, of 10 MiB each.</summary>
    [JsonIgnore]
    public IReadOnlyList<MessageFile> Files { get; init; } = [];

    /// <summary>The same with its files named.</summary>
    internal MessageBody Attached() => Files.Count == 0
        ? this
        : this with { Attachments = [.. Files.Select((file, index) => new AttachmentReference(new Snowflake((ulong)index), file.Name))] };
}

/// <summary>Whom a message may ping: nobody, or one role that a subscription names. Text of feeds never pings.</summary>
internal sealed record AllowedMentions
{
    public static readonly AllowedMentions None = new([], null);

    private AllowedMentions(IReadOnlyList<string> parse, IReadOnlyList<Snowflake>? roles) => (Parse, Roles) = (parse, roles);

    public IReadOnlyList<string> Parse { get; }

    public IReadOnlyList<Snowflake>? Roles { get; }

    public static AllowedMentions Only(Snowflake role) => new([], [role]);
}

/// <summary>The message that this one answers. A missing one does not stop the send.</summary>
internal sealed record MessageReference(Snowflake MessageId)
{
    public bool FailIfNotExists { get; init; }
}

/// <param name="Id">The index of the file in the same request.</param>
internal sealed record AttachmentReference(Snowflake Id, string Filename);
