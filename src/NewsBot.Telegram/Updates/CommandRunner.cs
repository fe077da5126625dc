using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Telegram.Chats;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Updates;

/// <summary>Carries out what was typed: finds where it acts and with which rights, asks the core and sends its answer.</summary>
internal sealed class CommandRunner(
    Conversation conversation, Callers callers, CallerLimits limits, ManagedChats managed, Attachments attachments, AnswerSender answers, PlaceReach reach, OwnAccount me)
{
    /// <summary>Carries out a command.</summary>
    /// <param name="isAddressed">False for a command in a group that may be meant for another bot: what it cannot do then is passed over in silence.</param>
    public async Task RunAsync(Incoming incoming, CommandSpec spec, string arguments, bool isAddressed, CancellationToken cancellationToken)
    {
        if (!incoming.IsPrivate && ChatCommands.IsForOneAlone(spec))
        {
            await SendAwayAsync(incoming, spec, cancellationToken);
            return;
        }

        var target = ChatCommands.TakesTarget(spec) ? TargetArgument.Take(arguments) : null;
        var words = target?.Rest ?? RepliedArticle.Complete(spec.Name, arguments, incoming.Message);
        if (await CallerAsync(incoming, spec, target, cancellationToken) is not { } caller)
        {
            return;
        }

        if (spec.Name == "import" && DocumentOf(incoming.Message) is { } document)
        {
            switch (await attachments.LoadAsync(document, cancellationToken))
            {
                case LoadedFile.Loaded(var file):
                    caller = caller with { Attachment = file };
                    break;
                case LoadedFile.Refused(var reason):
                    await SayAsync(incoming, reason, cancellationToken);
                    return;
            }
        }

        var answer = await conversation.AnswerAsync(words.Length == 0 ? "/" + spec.Name : $"/{spec.Name} {words}", caller, slashNeeded: true, cancellationToken);
        if (isAddressed || answer.Reply is not Reply.Refusal { Completes: null })
        {
            await SendAsync(incoming, caller, answer, spec.Name == "start" ? LinksOf(incoming, answer.Request.Texts) : [], cancellationToken);
        }
    }

    /// <summary>Answers words in private: a link, a number, something to look for.</summary>
    public async Task RunAsync(Incoming incoming, string text, CancellationToken cancellationToken)
    {
        if (await CallerAsync(incoming, null, null, cancellationToken) is { } caller)
        {
            await SendAsync(incoming, caller, await conversation.AnswerAsync(text, caller, slashNeeded: true, cancellationToken), [], cancellationToken);
        }
    }

    /// <summary>Carries out the command that the message completes by replying to our question; false when it completes none.</summary>
    public async Task<bool> CompleteAsync(Incoming incoming, string text, CancellationToken cancellationToken)
    {
        if (incoming.Message.ReplyToMessage is not { } question || question.From?.Id != me.Id || question.Text is not { } words)
        {
            return false;
        }

        // The question was about the chat that is managed, or about this one; the rights are those of the command.
        if (await CallerAsync(incoming, CommandCatalog.Find("settings"), null, cancellationToken) is not { } caller)
        {
            return true;
        }

        if (DocumentOf(incoming.Message) is { } document && await attachments.LoadAsync(document, cancellationToken) is LoadedFile.Loaded(var file))
        {
            caller = caller with { Attachment = file };
        }

        if (await conversation.CompleteAsync(words, text, caller, cancellationToken) is not { } answer)
        {
            return false;
        }

        await SendAsync(incoming, caller, answer, [], cancellationToken);
        return true;
    }

    /// <summary>Says something of our own.</summary>
    public Task SayAsync(Incoming incoming, Func<Texts, string> words, CancellationToken cancellationToken) =>
        SayAsync(incoming, texts => new Reply.Message(words(texts)), _ => AnswerForm.Plain, cancellationToken);

    /// <summary>Says something of our own, with what belongs to it.</summary>
    public async Task SayAsync(Incoming incoming, Func<Texts, Reply> say, Func<Texts, AnswerForm> form, CancellationToken cancellationToken)
    {
        if (await callers.HereAsync(incoming.Chat, incoming.Address, incoming.Sender, Role.Reader, cancellationToken) is CallerAnswer.Known(var caller))
        {
            var answer = await conversation.SayAsync(say, caller, cancellationToken);
            await answers.SendAsync(incoming.Address, answer, form(answer.Request.Texts) with { ReplyTo = incoming.ReplyTo }, cancellationToken);
        }
    }

    /// <summary>Where the command acts: in the chat it names, the one that is managed, or here. Null when that was refused, and said so.</summary>
    private async Task<Caller?> CallerAsync(Incoming incoming, CommandSpec? spec, TargetArgument? target, CancellationToken cancellationToken)
    {
        var there = target is not null ? new ChatId(target.Chat)
            : incoming.IsPrivate && incoming.Sender.User is { } user && (spec is null || ChatCommands.ActsInManagedChat(spec)) && await managed.FindAsync(user, cancellationToken) is { } chat ? new ChatId(chat)
            : null;
        var found = there is not null
            ? await callers.ThereAsync(there, null, incoming.Sender, cancellationToken)
            : await callers.HereAsync(incoming.Chat, incoming.Address, incoming.Sender, spec is null ? Role.Reader : ChatCommands.RoleNeeded(spec), cancellationToken);
        switch (found)
        {
            case CallerAnswer.Known(var known):

                // Who reads the answer is decided by where it was typed, not by what it is about.
                var caller = known with { IsPrivate = incoming.IsPrivate };
                return await MayAskAsync(incoming, caller, cancellationToken) ? caller : null;
            case CallerAnswer.Refused(var reason):
                await SayAsync(incoming, reason, cancellationToken);
                return null;
            default:
                await SayAsync(incoming, texts => texts.RightsUnknown, cancellationToken);
                return null;
        }
    }

    private async Task<bool> MayAskAsync(Incoming incoming, Caller caller, CancellationToken cancellationToken)
    {
        switch (limits.Ask(caller))
        {
            case AskVerdict.Warn:
                await SayAsync(incoming, texts => texts.AsksTooMuch, cancellationToken);
                return false;
            case AskVerdict.Silence:
                return false;
            default:
                // Whoever writes from a place that was given up has come back to it.
                await reach.BackAsync(incoming.Address.Place, cancellationToken);
                return true;
        }
    }

    /// <summary>The answer to a personal question is given in private, where nobody reads along.</summary>
    private Task SendAwayAsync(Incoming incoming, CommandSpec spec, CancellationToken cancellationToken)
    {
        var payload = spec.Name == "settings" ? DeepLink.ForManaging(incoming.Chat.Id, spec.Name) : spec.Name;
        return SayAsync(incoming, texts => new Reply.Message(texts.ForYouAlone), texts => new AnswerForm { Links = [InlineKeyboardButton.WithUrl(texts.ToPrivateChat, me.StartLink(payload))] }, cancellationToken);
    }

    private Task SendAsync(Incoming incoming, Caller caller, Answer answer, IReadOnlyList<InlineKeyboardButton> links, CancellationToken cancellationToken) =>
        answers.SendAsync(
            incoming.Address,
            answer,
            new AnswerForm { ReplyTo = incoming.ReplyTo, Heading = caller.Home != Sender.HomeOf(incoming.Chat.Id) ? caller.PlaceName ?? caller.Place.Value : null, Links = links },
            cancellationToken);

    /// <summary>The rights that the links ask for are the ones that posting and correcting need (https://core.telegram.org/bots/features#deep-linking).</summary>
    private IReadOnlyList<InlineKeyboardButton> LinksOf(Incoming incoming, Texts texts) => incoming.IsPrivate
        ?
        [
            InlineKeyboardButton.WithUrl(texts.AddToGroup, $"https://t.me/{me.Username}?startgroup=hello"),
            InlineKeyboardButton.WithUrl(texts.AddToChannel, $"https://t.me/{me.Username}?startchannel&admin=post_messages+edit_messages"),
        ]
        : [];

    private static Document? DocumentOf(Message message) => message.Document ?? message.ReplyToMessage?.Document;
}
