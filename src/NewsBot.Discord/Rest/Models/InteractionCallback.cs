namespace NewsBot.Discord.Rest.Models;

/// <summary>The first answer to an interaction.</summary>
internal sealed record InteractionCallback(CallbackType Type)
{
    public CallbackBody? Data { get; init; }

    /// <summary>Files of the message in it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<MessageFile> Files { get; init; } = [];

    public static InteractionCallback Message(MessageBody body) => new(CallbackType.Message) { Data = CallbackBody.Of(body), Files = body.Files };

    public static InteractionCallback Update(MessageBody body) => new(CallbackType.UpdateMessage) { Data = CallbackBody.Of(body), Files = body.Files };

    public static InteractionCallback Defer(bool isPrivate) =>
        new(CallbackType.DeferMessage) { Data = new CallbackBody { Flags = isPrivate ? MessageFlags.Ephemeral : null } };

    public static InteractionCallback DeferUpdate() => new(CallbackType.DeferUpdate);

    /// <param name="choices">At most 25.</param>
    public static InteractionCallback Complete(IReadOnlyList<CommandChoice> choices) => new(CallbackType.Autocomplete) { Data = new CallbackBody { Choices = choices } };

    public static InteractionCallback Dialog(string customId, string title, IReadOnlyList<Component> components) =>
        new(CallbackType.Modal) { Data = new CallbackBody { CustomId = customId, Title = title, Components = components } };
}

/// <summary>Numbers as in docs.discord.com/developers/interactions/receiving-and-responding, "Interaction Callback Type".</summary>
internal enum CallbackType
{
    Message = 4,
    DeferMessage = 5,
    DeferUpdate = 6,
    UpdateMessage = 7,
    Autocomplete = 8,
    Modal = 9,
}

/// <summary>A message, choices or a dialog, as the callback's type asks.</summary>
internal sealed record CallbackBody
{
    public string? Content { get; init; }

    public IReadOnlyList<Embed>? Embeds { get; init; }

    public AllowedMentions? AllowedMentions { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    public MessageFlags? Flags { get; init; }

    public IReadOnlyList<AttachmentReference>? Attachments { get; init; }

    public IReadOnlyList<CommandChoice>? Choices { get; init; }

    public string? CustomId { get; init; }

    public string? Title { get; init; }

    internal static CallbackBody Of(MessageBody body)
    {
        var attached = body.Attached();
        return new CallbackBody
        {
            Content = attached.Content,
            Embeds = attached.Embeds,
            AllowedMentions = attached.AllowedMentions,
            Components = attached.Components,
            Flags = attached.Flags,
            Attachments = attached.Attachments,
        };
    }
}
