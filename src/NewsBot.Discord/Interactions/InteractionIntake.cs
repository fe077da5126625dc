using System.Text.Json;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Commands;
using NewsBot.Core.Inbox;
using NewsBot.Core.Storage;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Interactions;

/// <summary>
/// Takes interactions in: acknowledges each within its 3 seconds and puts it into the inbox, where it is kept until it is answered. What must be the first answer itself, suggestions and fields to fill in, is given here and nowhere kept.
/// </summary>
internal sealed partial class InteractionIntake(
    InteractionApi api, InboxWorker inbox, DiscordCallers callers, AnswerAudience audience, Suggestions suggestions, RequestReader requests, INewsStore store, ILogger<InteractionIntake> logger)
{
    public async Task TakeAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var asked = InteractionReader.Read(interaction);
        if (await FirstAnswerAsync(interaction, asked, cancellationToken) is { } answer)
        {
            Note(interaction, await api.AnswerAsync(interaction, answer, cancellationToken));
            return;
        }

        // Whatever happens to this process now, the person sees that something comes, and it comes.
        var kept = inbox.AcceptAsync([RowOf(interaction)], cancellationToken);
        Note(interaction, await api.AnswerAsync(interaction, Acknowledgement(interaction, asked), cancellationToken));
        await kept;
    }

    /// <summary>True when the answer takes the place of the message whose button was pressed: pages of a private answer.</summary>
    public static bool TakesPlace(Interaction interaction, Asked asked) =>
        asked is Asked.ListPage or Asked.ReadPage { TurnsPage: true } && (interaction.GuildId is null || interaction.Message?.Flags.HasFlag(MessageFlags.Ephemeral) == true);

    private async Task<InteractionCallback?> FirstAnswerAsync(Interaction interaction, Asked asked, CancellationToken cancellationToken)
    {
        if (callers.Of(interaction, null) is not { } caller)
        {
            return null;
        }

        switch (asked)
        {
            case Asked.Typing typing:
                return InteractionCallback.Complete(await suggestions.ForAsync(typing, caller, cancellationToken));
            case Asked.Unknown when interaction.Type == InteractionType.Autocomplete:
                return InteractionCallback.Complete([]);
            case Asked.Fill(var dialog):
                var texts = (await requests.ReadAsync(caller, cancellationToken)).Texts;
                return InteractionCallback.Dialog(ButtonId.Fill(dialog), texts.FillIn, [Components.Field(texts)]);
            default:
                return null;
        }
    }

    private InteractionCallback Acknowledgement(Interaction interaction, Asked asked) => TakesPlace(interaction, asked) || asked is Asked.Share or Asked.ShareArticle
        ? InteractionCallback.DeferUpdate()
        : InteractionCallback.Defer(isPrivate: interaction.GuildId is not null && (callers.Of(interaction, null) is not { } caller || audience.IsPrivate(interaction, asked, caller)));

    private InboxRow RowOf(Interaction interaction) => new()
    {
        Source = SourceOf(interaction.ApplicationId),
        Update = (long)interaction.Id.Value,
        Lane = $"{interaction.ChannelId} {interaction.Invoker?.Id}",
        Payload = JsonSerializer.Serialize(interaction, DiscordJson.Default.Interaction),
        Sent = store.Now,
    };

    public static string SourceOf(Snowflake application) => $"{DiscordIds.Platform}:{application}";

    private void Note(Interaction interaction, RestResult<Nothing> result)
    {
        // An acknowledged one goes on by editing; of the others nothing can be shown any more.
        if (result.FailureOrNull is { } failure and not DiscordFailure.AlreadyAcknowledged)
        {
            LogLate(interaction.Id, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The interaction {Id} could not be acknowledged: {Failure}")]
    private partial void LogLate(Snowflake id, DiscordFailure failure);
}
