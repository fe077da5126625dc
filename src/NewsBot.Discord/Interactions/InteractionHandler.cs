using System.Text.Json;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Inbox;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Interactions;

/// <summary>Answers what was taken in: makes the line that would be typed elsewhere, asks the core and puts its answer where the acknowledgement stands. Rights are those of this interaction, also for a button that is old.</summary>
internal sealed partial class InteractionHandler(
    InteractionApi api, Conversation conversation, CallerLimits limits, DiscordCallers callers, AnswerAudience audience, UploadLoader uploads, PlaceReach reach, ILogger<InteractionHandler> logger) : IInboxHandler
{
    private static readonly CommandNames Names = new(CommandForms.Names);

    public async Task HandleAsync(InboxRow row, CancellationToken cancellationToken)
    {
        if (JsonSerializer.Deserialize(row.Payload, DiscordJson.Default.Interaction) is not { } interaction)
        {
            return;
        }

        var asked = InteractionReader.Read(interaction);
        if (asked is Asked.Share)
        {
            await ShareAsync(interaction, cancellationToken);
            return;
        }

        if (callers.Of(interaction, (asked as Asked.Line)?.Target) is not { } caller)
        {
            return;
        }

        caller = caller with { IsPrivate = interaction.GuildId is null || (asked is not Asked.ShareArticle && audience.IsPrivate(interaction, asked, caller)) };
        if (DiscordCallers.MissingRights(interaction, (asked as Asked.Line)?.Target).Count == 0)
        {
            await reach.BackAsync(caller.Place, cancellationToken);
        }

        var answer = limits.Ask(caller) == AskVerdict.Answer
            ? await AnswerAsync(interaction, asked, caller, cancellationToken)
            : await conversation.SayAsync(texts => new Reply.Refusal(texts.AsksTooMuch), caller, cancellationToken);
        await SendAsync(interaction, asked, answer, cancellationToken);
    }

    private async Task<Answer> AnswerAsync(Interaction interaction, Asked asked, Caller caller, CancellationToken cancellationToken)
    {
        switch (asked)
        {
            case Asked.Line line when line.Form.Core is "subscribe" or "import" or "digest" or "resume" && DiscordCallers.MissingRights(interaction, line.Target) is { Count: > 0 } missing:
                return await conversation.SayAsync(texts => new Reply.Refusal(texts.MissingRights(caller.PlaceName ?? caller.Place.Value, string.Join(", ", missing))), caller, cancellationToken);
            case Asked.Line { File: { } upload, Text: var text }:
                return await uploads.LoadAsync(upload, cancellationToken) is { } file
                    ? await TypedAsync(text, caller with { Attachment = file }, cancellationToken)
                    : await conversation.SayAsync(texts => new Reply.Refusal(texts.FileNotTaken(UploadLoader.MostBytes / 1024 / 1024)), caller, cancellationToken);
            case Asked.Line(_, var text, _, _):
                return await TypedAsync(text, caller, cancellationToken);
            case Asked.LinkOf(null):
                return await conversation.SayAsync(texts => new Reply.Refusal(texts.NoLinkInMessage), caller, cancellationToken);
            case Asked.LinkOf(var url):
                return await TypedAsync($"/summary {url}", caller, cancellationToken);
            case Asked.Choice(var dialog, var index):
                return await conversation.ChooseAsync(dialog, index, caller, cancellationToken) ?? await GoneAsync(caller, cancellationToken);
            case Asked.Filled(var dialog, var text):
                return await conversation.FillAsync(dialog, text, caller, cancellationToken) ?? await GoneAsync(caller, cancellationToken);
            case Asked.ListPage(var list, var page):
                return await conversation.TurnAsync(list, page, caller, cancellationToken) ?? await GoneAsync(caller, cancellationToken);
            case Asked.ReadPage(var article, _, _):
                return await TypedAsync($"/read {new Reference.Stored(article)}", caller, cancellationToken);
            case Asked.ShareArticle(var article):
                return await TypedAsync($"/read {new Reference.Stored(article)}", caller, cancellationToken);
            case Asked.OfArticle(var article, var command):
                return await TypedAsync($"/{command} {new Reference.Stored(article)}", caller, cancellationToken);
            default:
                return await GoneAsync(caller, cancellationToken);
        }
    }

    private Task<Answer> TypedAsync(string line, Caller caller, CancellationToken cancellationToken) => conversation.AnswerAsync(line, caller, slashNeeded: true, cancellationToken);

    private Task<Answer> GoneAsync(Caller caller, CancellationToken cancellationToken) => conversation.SayAsync(texts => new Reply.Refusal(texts.ButtonGone), caller, cancellationToken);

    private async Task SendAsync(Interaction interaction, Asked asked, Answer answer, CancellationToken cancellationToken)
    {
        var messages = MessagesOf(asked, answer, new DiscordView(answer.Request.Texts, Names));
        if (asked is Asked.ShareArticle)
        {
            var name = DiscordMarkdown.Subtext(DiscordMarkdown.Escape(answer.Request.Texts.SharedBy(NameOf(interaction))));
            var shown = answer.Reply is Reply.Refusal ? messages[0] with { Flags = MessageFlags.Ephemeral } : messages[0] with { Content = name };
            Note(interaction, await api.FollowUpAsync(interaction, shown, cancellationToken));
            return;
        }

        var isPrivate = interaction.GuildId is not null && answer.Request.Caller.IsPrivate;
        if (isPrivate && AnswerAudience.IsShareable(asked) && answer.Reply is not Reply.Refusal)
        {
            var share = answer.Reply is Reply.ArticleView(var article, _) ? ButtonId.ShareArticle(article.Id) : ButtonId.Share;
            messages = [.. messages.SkipLast(1), Components.WithShare(messages[^1], share, answer.Request.Texts)];
        }

        // An empty list takes away the buttons that a message had before.
        var first = await api.EditOriginalAsync(interaction, messages[0] with { Components = messages[0].Components ?? [], Flags = null }, cancellationToken);
        if (!Note(interaction, first))
        {
            return;
        }

        foreach (var more in messages.Skip(1))
        {
            await api.FollowUpAsync(interaction, more with { Flags = isPrivate ? MessageFlags.Ephemeral : null }, cancellationToken);
        }
    }

    private static IReadOnlyList<MessageBody> MessagesOf(Asked asked, Answer answer, DiscordView view) => (asked, answer.Reply) switch
    {
        (Asked.ReadPage(_, var page, _), Reply.ArticleView(var article, _)) => [ReplyRenderer.ArticlePage(article, page, view)],
        (Asked.Line { Form.Core: "help", Text: var line }, Reply.Explanation) => ReplyRenderer.Render(answer with { Reply = HelpPage.Of(line, answer.Request) }, view),
        _ => ReplyRenderer.Render(answer, view),
    };

    /// <summary>A copy for everyone of what the person sees; it says who showed it.</summary>
    private async Task ShareAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (interaction.Message is { Embeds: { Count: > 0 } embeds })
        {
            var name = Languages.For(interaction.GuildLocale).SharedBy(NameOf(interaction));
            Note(interaction, await api.FollowUpAsync(interaction, new MessageBody { Content = DiscordMarkdown.Subtext(DiscordMarkdown.Escape(name)), Embeds = embeds }, cancellationToken));
        }
    }

    private static string NameOf(Interaction interaction) => interaction.Member?.Nick ?? interaction.Invoker?.GlobalName ?? interaction.Invoker?.Username ?? "?";

    /// <summary>False when Discord did not take it; there is nobody who could be told.</summary>
    private bool Note<T>(Interaction interaction, RestResult<T> sent)
    {
        if (sent.FailureOrNull is not { } failure)
        {
            return true;
        }

        LogUnanswered(interaction.Id, failure);
        return false;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The interaction {Id} could not be answered: {Failure}")]
    private partial void LogUnanswered(Snowflake id, DiscordFailure failure);
}
