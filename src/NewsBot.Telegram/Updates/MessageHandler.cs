using Microsoft.Extensions.Logging;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Telegram.Chats;
using NewsBot.Telegram.Sending;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Updates;

/// <summary>Decides what becomes of a message: whether it is for us, and whether it is a command, a reply to a question, a file, a link or words.</summary>
internal sealed partial class MessageHandler(CommandRunner runner, ManageHandler manage, Attachments attachments, ChatRights rights, CallerLimits limits, DeliveryLanes lanes, PlaceReach reach, ChatKinds kinds, OwnAccount me, ILogger<MessageHandler> logger)
{
    public async Task HandleAsync(Message message, CancellationToken cancellationToken)
    {
        if (message.MigrateToChatId is { } to)
        {
            await MoveAsync(message.Chat.Id, to, cancellationToken);
            return;
        }

        if (message.MigrateFromChatId is { } from)
        {
            await MoveAsync(from, message.Chat.Id, cancellationToken);
            return;
        }

        if (message.ForumTopicReopened is not null)
        {
            await reach.BackAsync(Incoming.AddressOf(message).Place, cancellationToken);
            return;
        }

        if (Incoming.Of(message) is not { } incoming)
        {
            return;
        }

        if (!rights.IsAllowed(message.Chat.Id, incoming.Sender.User))
        {
            await RefuseAsync(incoming, cancellationToken);
            return;
        }

        try
        {
            await (message.Chat.Type == ChatType.Private ? PrivateAsync(incoming, cancellationToken) : GroupAsync(incoming, cancellationToken));
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailure(e, message.Chat.Id);
            await runner.SayAsync(incoming, texts => texts.WentWrong, cancellationToken);
        }
    }

    /// <summary>A command that was typed into a channel: its admins are shown the way to the private chat.</summary>
    public async Task HandlePostAsync(Message post, CancellationToken cancellationToken)
    {
        await kinds.LearnChannelAsync(post.Chat.Id, cancellationToken);
        if (TypedCommand.Read(post) is not { } typed || typed.IsForOther(me.Username) || CommandCatalog.Find(typed.Name) is not { } spec || !rights.IsAllowed(post.Chat.Id, null))
        {
            return;
        }

        if (typed.Bot is not null || ChatCommands.IsForGroups(spec))
        {
            var incoming = new Incoming(post, Incoming.AddressOf(post), new Sender(null, new PersonId(new ChatAddress(post.Chat.Id).Place.Value), null));
            var link = me.StartLink(DeepLink.ForManaging(post.Chat.Id));
            await runner.SayAsync(incoming, texts => new Reply.Message(texts.ManagedFromPrivate), texts => new AnswerForm { Links = [InlineKeyboardButton.WithUrl(texts.ManageHere, link)] }, cancellationToken);
        }
    }

    private async Task PrivateAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        if (incoming.Message.ChatShared is { } shared)
        {
            await manage.ChooseAsync(incoming, new ChatId(shared.ChatId), null, cancellationToken);
            return;
        }

        if (TypedCommand.Read(incoming.Message) is { } typed)
        {
            if (!typed.IsForOther(me.Username))
            {
                await TypedAsync(incoming, typed, cancellationToken);
            }

            return;
        }

        var text = incoming.Message.Text ?? incoming.Message.Caption ?? "";
        if (await runner.CompleteAsync(incoming, text, cancellationToken))
        {
            return;
        }

        if (incoming.Message.Document is { } document)
        {
            await OfferImportAsync(incoming, document, cancellationToken);
        }
        else if (text.Trim().Length > 0)
        {
            await runner.RunAsync(incoming, text, cancellationToken);
        }
    }

    private async Task TypedAsync(Incoming incoming, TypedCommand typed, CancellationToken cancellationToken)
    {
        if (typed.Name.Equals("manage", StringComparison.OrdinalIgnoreCase))
        {
            await manage.HandleAsync(incoming, typed.Arguments, cancellationToken);
        }
        else if (typed.Name.Equals("start", StringComparison.OrdinalIgnoreCase) && typed.Arguments.Length > 0)
        {
            await OpenAsync(incoming, DeepLink.Read(typed.Arguments), cancellationToken);
        }
        else if (CommandCatalog.Find(typed.Name) is { } spec)
        {
            await runner.RunAsync(incoming, spec, typed.Arguments, isAddressed: true, cancellationToken);
        }
        else
        {
            // The core says which command is near.
            await runner.RunAsync(incoming, typed.Text, cancellationToken);
        }
    }

    private async Task OpenAsync(Incoming incoming, DeepLink link, CancellationToken cancellationToken)
    {
        switch (link)
        {
            case DeepLink.Manage(var chat, var command):
                await manage.ChooseAsync(incoming, new ChatId(chat), command, cancellationToken);
                break;
            case DeepLink.Typed(var text):
                var end = text.IndexOf(' ', StringComparison.Ordinal);
                var (name, arguments) = end < 0 ? (text[1..], "") : (text[1..end], text[(end + 1)..]);
                await runner.RunAsync(incoming, CommandCatalog.Find(name)!, arguments, isAddressed: true, cancellationToken);
                break;
        }
    }

    private async Task GroupAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        var isReply = incoming.Message.ReplyToMessage?.From?.Id == me.Id;
        if (TypedCommand.Read(incoming.Message) is { } typed)
        {
            var isAddressed = typed.Bot is not null || isReply;
            if (!typed.IsForOther(me.Username) && CommandCatalog.Find(typed.Name) is { } spec && (isAddressed || ChatCommands.IsForGroups(spec)))
            {
                // "?startgroup=" sends "/start@bot hello"; what it carries means nothing here.
                await runner.RunAsync(incoming, spec, spec.Name == "start" ? "" : typed.Arguments, isAddressed, cancellationToken);
            }

            return;
        }

        var text = incoming.Message.Text ?? incoming.Message.Caption ?? "";
        if (isReply && !await runner.CompleteAsync(incoming, text, cancellationToken) && CommandParser.Parse(text, slashNeeded: true) is ParsedText.Recognized)
        {
            await runner.RunAsync(incoming, text, cancellationToken);
        }
    }

    private async Task OfferImportAsync(Incoming incoming, Document document, CancellationToken cancellationToken)
    {
        switch (await attachments.LoadAsync(document, cancellationToken))
        {
            case LoadedFile.Refused(var reason):
                await runner.SayAsync(incoming, reason, cancellationToken);
                break;
            case LoadedFile.Loaded(var file) when SubscriptionFile.Read(file.Content.Span).Count is var count and > 0:
                await runner.SayAsync(
                    incoming,
                    texts => new Reply.Message(texts.ImportFound(count)) { Choices = [new Choice(texts.ImportThem, Attachments.CommandFor(document))] },
                    _ => AnswerForm.Plain,
                    cancellationToken);
                break;
            default:
                await runner.SayAsync(incoming, texts => texts.NothingToImport, cancellationToken);
                break;
        }
    }

    /// <summary>In private it is said, as often as questions would be answered; among others nothing is.</summary>
    private async Task RefuseAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        var stranger = new Caller { Person = incoming.Sender.Person, Place = incoming.Address.Place, Home = Sender.HomeOf(incoming.Chat.Id), Role = Role.Reader, IsPrivate = false };
        if (incoming.IsPrivate && limits.Ask(stranger) == AskVerdict.Answer)
        {
            await runner.SayAsync(incoming, texts => texts.InstanceIsPrivate, cancellationToken);
        }
    }

    private Task MoveAsync(long from, long to, CancellationToken cancellationToken) =>
        lanes.Of(ChatAddress.Platform).MoveAsync(new ChatAddress(from).Place, new ChatAddress(to).Place, cancellationToken);

    [LoggerMessage(Level = LogLevel.Error, Message = "A message in chat {Chat} could not be answered")]
    private partial void LogFailure(Exception e, long chat);
}
