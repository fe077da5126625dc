using NewsBot.Core.Commands;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Telegram.Chats;
using NewsBot.Telegram.Rendering;
using NewsBot.Telegram.Sending;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace NewsBot.Telegram.Updates;

/// <summary>Carries out what buttons stand for. What a button carries may be made up or copied from elsewhere: place, rights and sight are checked at each press, as for a typed command.</summary>
internal sealed class CallbackHandler(
    Conversation conversation, RequestReader requests, ListPager pager, ListHandler lists, INewsStore store, Callers callers, CallerLimits limits, ManagedChats managed, ChatRights rights, Attachments attachments, AnswerSender answers, TelegramBotApi api, TimeProvider time)
{
    /// <summary>A button waits that long for its words; then what comes is a message.</summary>
    private static readonly TimeSpan ToastTime = TimeSpan.FromSeconds(3);

    public async Task HandleAsync(CallbackQuery query, CancellationToken cancellationToken)
    {
        var toast = new ButtonToast(api, query.Id);
        try
        {
            if (query.Message is not { } message || !rights.IsAllowed(message.Chat.Id, query.From.Id))
            {
                await toast.GiveAsync(TextsOf(query).ButtonTooOld, isAlert: false, cancellationToken);
                return;
            }

            var press = new Press(query, message, Incoming.AddressOf(message), Sender.Of(query.From), toast);
            await (CallbackData.TryParse(query.Data) switch
            {
                CallbackData.Choice(var dialog, var index) => ChooseAsync(press, dialog, index, cancellationToken),
                CallbackData.ListPage(var list, var page) => TurnListAsync(press, list, page, cancellationToken),
                CallbackData.ReadPage(var article, var page) => OfArticleAsync(press, new Reference.Stored(article), "read", page, cancellationToken),
                CallbackData.OfArticle(var article, var verb) => OfArticleAsync(press, new Reference.Stored(article), CommandOf(verb), null, cancellationToken),
                _ => toast.GiveAsync(TextsOf(query).ButtonTooOld, isAlert: false, cancellationToken),
            });
        }
        finally
        {
            await toast.GiveAsync(null, isAlert: false, CancellationToken.None);
        }
    }

    private async Task ChooseAsync(Press press, string token, int index, CancellationToken cancellationToken)
    {
        if (await store.FindDialogAsync(token, cancellationToken) is not { } dialog || index >= dialog.Choices.Count)
        {
            await press.Toast.GiveAsync(TextsOf(press.Query).ButtonTooOld, isAlert: false, cancellationToken);
            return;
        }

        var text = dialog.Choices[index].Command;
        var spec = CommandCatalog.Find(text.Split(' ')[0].TrimStart('/'));
        if (spec is not null && await CallerAsync(press, dialog.Place, dialog.Person, ChatCommands.RoleNeeded(spec), cancellationToken) is { } caller)
        {
            if (Attachments.FileOf(text) is { } file)
            {
                await ImportAsync(press, caller, file, cancellationToken);
                return;
            }

            await AnswerAsync(press, caller, conversation.AnswerAsync(text, caller, slashNeeded: true, cancellationToken), cancellationToken);
        }
    }

    private async Task ImportAsync(Press press, Caller caller, string file, CancellationToken cancellationToken)
    {
        switch (await attachments.LoadAsync(file, "", cancellationToken))
        {
            case LoadedFile.Loaded(var attachment):
                await AnswerAsync(press, caller, conversation.AnswerAsync("/import", caller with { Attachment = attachment }, slashNeeded: true, cancellationToken), cancellationToken);
                break;
            case LoadedFile.Refused(var reason):
                await press.Toast.GiveAsync(reason(TextsOf(press.Query)), isAlert: true, cancellationToken);
                break;
        }
    }

    /// <summary>A list turns in its own message. The list behind a digest or roll-up, which has no title, is begun as a new one, so that the digest stays.</summary>
    private async Task TurnListAsync(Press press, string token, int page, CancellationToken cancellationToken)
    {
        if (await store.FindListAsync(token, cancellationToken) is not { } view)
        {
            await press.Toast.GiveAsync(TextsOf(press.Query).ButtonTooOld, isAlert: false, cancellationToken);
            return;
        }

        if (await CallerAsync(press, view.Place, view.Person, Role.Reader, cancellationToken) is not { } caller)
        {
            return;
        }

        var request = await requests.ReadAsync(caller, cancellationToken);
        if (!AskRights.MayAsk(request))
        {
            await press.Toast.GiveAsync(request.Texts.MayNotAsk, isAlert: true, cancellationToken);
            return;
        }

        if (view.Title.Length == 0)
        {
            var begun = await pager.StartAsync(request, request.Texts.DigestTitle, view.Articles, ListPager.PlainLines, cancellationToken);
            await SendAsync(press, caller, new Answer(request, begun, null), cancellationToken);
            return;
        }

        var from = Math.Clamp(page, 0, Math.Max(0, (view.Articles.Count - 1) / ListPager.PageLines)) * ListPager.PageLines;
        var list = await lists.TurnAsync(request, view with { Shown = from }, cancellationToken);
        await answers.EditAsync(press.Address, press.Message.Id, new Answer(request, list, null), FormOf(press, caller), 0, cancellationToken);
    }

    /// <param name="page">The page that the message turns to; null answers in a new message.</param>
    private async Task OfArticleAsync(Press press, Reference.Stored article, string command, int? page, CancellationToken cancellationToken)
    {
        var place = press.Chat.Type == ChatType.Private && await managed.FindAsync(press.Query.From.Id, cancellationToken) is { } chat ? new ChatAddress(chat).Place : press.Address.Place;
        if (await CallerAsync(press, place, press.Sender.Person, command is "wrong" or "less" ? Role.Admin : Role.Reader, cancellationToken) is not { } caller)
        {
            return;
        }

        var answering = conversation.AnswerAsync($"/{command} {article}", caller, slashNeeded: true, cancellationToken);
        if (page is { } turned && await answering is { Reply: Reply.ArticleView } shown)
        {
            await answers.EditAsync(press.Address, press.Message.Id, shown, FormOf(press, caller), turned, cancellationToken);
            return;
        }

        await AnswerAsync(press, caller, answering, cancellationToken, isQuiet: command == "save");
    }

    /// <summary>Shows the answer: a short refusal in the button's own window, everything else as a message.</summary>
    /// <param name="isQuiet">True for what only the presser needs to see.</param>
    private async Task AnswerAsync(Press press, Caller caller, Task<Answer> answering, CancellationToken cancellationToken, bool isQuiet = false)
    {
        if (await Task.WhenAny(answering, Task.Delay(ToastTime, time, cancellationToken)) != answering)
        {
            await press.Toast.GiveAsync(null, isAlert: false, cancellationToken);
        }

        var answer = await answering;
        var words = answer.Reply switch
        {
            Reply.Refusal(var text) when answer.Reply is { Choices.Count: 0, Completes: null } => text,
            Reply.Message(var text) when isQuiet && answer.Reply.Choices.Count == 0 => text,
            _ => null,
        };
        if (words is null || !ButtonToast.Holds(words) || !await press.Toast.GiveAsync(words, answer.Reply is Reply.Refusal, cancellationToken))
        {
            await SendAsync(press, caller, answer, cancellationToken);
        }
    }

    private async Task SendAsync(Press press, Caller caller, Answer answer, CancellationToken cancellationToken)
    {
        await press.Toast.GiveAsync(null, isAlert: false, cancellationToken);
        await answers.SendAsync(press.Address, answer, FormOf(press, caller) with { ReplyTo = press.Chat.Type == ChatType.Private ? null : press.Message.Id }, cancellationToken);
    }

    /// <summary>Who presses, with the rights of now. Null when that is not to be answered, and the button has said why.</summary>
    /// <param name="place">Where the button acts: the chat it was pressed in, or for its own person in private the chat that is managed from there.</param>
    private async Task<Caller?> CallerAsync(Press press, PlaceId place, PersonId person, Role needed, CancellationToken cancellationToken)
    {
        var isHere = place == press.Address.Place;
        var isOwn = press.Chat.Type == ChatType.Private && person == press.Sender.Person && ChatAddress.TryParse(place) is not null;
        if (!isHere && !isOwn)
        {
            await press.Toast.GiveAsync(TextsOf(press.Query).ButtonElsewhere, isAlert: false, cancellationToken);
            return null;
        }

        var found = isHere
            ? await callers.HereAsync(press.Chat, press.Address, press.Sender, needed, cancellationToken)
            : await callers.ThereAsync(new ChatId(ChatAddress.TryParse(place)!.Value.Chat), ChatAddress.TryParse(place)!.Value.Topic, press.Sender, cancellationToken);
        var refusal = found switch
        {
            CallerAnswer.Known(var known) => limits.Ask(known) == AskVerdict.Answer ? null : TextsOf(press.Query).AsksTooMuch,
            CallerAnswer.Refused(var reason) => reason(TextsOf(press.Query)),
            _ => TextsOf(press.Query).RightsUnknown,
        };
        if (refusal is not null)
        {
            await press.Toast.GiveAsync(refusal, isAlert: true, cancellationToken);
        }

        return refusal is null && found is CallerAnswer.Known(var caller) ? caller : null;
    }

    private static AnswerForm FormOf(Press press, Caller caller) => new() { Heading = caller.Home != Sender.HomeOf(press.Chat.Id) ? caller.PlaceName ?? caller.Place.Value : null };

    private static Texts TextsOf(CallbackQuery query) => Languages.For(query.From.LanguageCode);

    private static string CommandOf(ArticleVerb verb) => verb switch
    {
        ArticleVerb.Read => "read",
        ArticleVerb.Save => "save",
        ArticleVerb.Sources => "story",
        ArticleVerb.Wrong => "wrong",
        ArticleVerb.Summary => "summary",
        ArticleVerb.Less => "less",
        _ => throw new InvalidOperationException($"Unknown verb {verb}."),
    };

    /// <summary>One press of a button.</summary>
    private sealed record Press(CallbackQuery Query, Message Message, ChatAddress Address, Sender Sender, ButtonToast Toast)
    {
        public Chat Chat => Message.Chat;
    }
}
