using NewsBot.Core.Storage;
using NewsBot.Core.Text;

namespace NewsBot.Core.Commands;

/// <summary>The way from what a person typed or pressed to an answer, the same on every platform. Choices of an answer are kept so that they can be picked later, also after a restart.</summary>
public sealed class Conversation(CommandDispatcher dispatcher, RequestReader requests, ListHandler lists, INewsStore store)
{
    /// <summary>How long a typed yes or no belongs to the question before it.</summary>
    private static readonly TimeSpan QuestionTime = TimeSpan.FromMinutes(10);

    /// <param name="slashNeeded">True where other people talk: only text with a slash is a command.</param>
    public async Task<Answer> AnswerAsync(string text, Caller caller, bool slashNeeded, CancellationToken cancellationToken)
    {
        var request = await requests.ReadAsync(caller, cancellationToken);
        var reply = CommandParser.Parse(text, slashNeeded) switch
        {
            ParsedText.Recognized(var spec, var command) => await dispatcher.HandleAsync(spec, command, request, cancellationToken),
            ParsedText.Unknown(var name, var nearest) => new Reply.Refusal(request.Texts.UnknownCommand(name, nearest)),
            ParsedText.Plain(var plain) => await AnswerPlainAsync(request, plain, cancellationToken),
            var other => throw new InvalidOperationException($"Unknown text {other.GetType().Name}."),
        };
        return await KeepChoicesAsync(request, reply, cancellationToken);
    }

    /// <summary>Carries out the command that a reply to one of our messages completes; null when that was no question, or not to this person's last one here.</summary>
    /// <param name="question">The words of the message that was replied to.</param>
    public async Task<Answer?> CompleteAsync(string question, string text, Caller caller, CancellationToken cancellationToken) =>
        await store.LastDialogAsync(caller.Person, caller.Place, cancellationToken) is { Question: { } asked } && question.Trim().EndsWith(asked.Text.Trim(), StringComparison.Ordinal)
            ? await AnswerAsync($"{asked.Command} {text}", caller, slashNeeded: true, cancellationToken)
            : null;

    /// <summary>Carries out the command that was asked for by a question, with what was filled in; null when the question is gone or belongs to another place.</summary>
    public async Task<Answer?> FillAsync(string token, string text, Caller caller, CancellationToken cancellationToken) =>
        await store.FindDialogAsync(token, cancellationToken) is { Question: { } asked } dialog && dialog.Place == caller.Place
            ? await AnswerAsync($"{asked.Command} {text}", caller, slashNeeded: true, cancellationToken)
            : null;

    /// <summary>Another page of a list that was shown here; null when it is gone or belongs to another place. Somebody else's list becomes one of the caller's own, so that numbers mean what the caller sees.</summary>
    /// <param name="page">Counted from 0; the last one where there are fewer.</param>
    public async Task<Answer?> TurnAsync(string token, int page, Caller caller, CancellationToken cancellationToken)
    {
        if (await store.FindListAsync(token, cancellationToken) is not { } view || view.Place != caller.Place)
        {
            return null;
        }

        var own = view.Person == caller.Person ? view : view with { Token = ListPager.NewToken(), Person = caller.Person };
        var from = Math.Clamp(page, 0, Math.Max(0, (view.Articles.Count - 1) / ListPager.PageLines)) * ListPager.PageLines;
        var request = await requests.ReadAsync(caller, cancellationToken);
        return AskRights.MayAsk(request) ? new Answer(request, await lists.TurnAsync(request, own with { Shown = from }, cancellationToken), null) : new Answer(request, new Reply.Refusal(request.Texts.MayNotAsk), null);
    }

    /// <summary>An answer of the platform's own, in the caller's language; its choices are kept like all others.</summary>
    public async Task<Answer> SayAsync(Func<Texts, Reply> say, Caller caller, CancellationToken cancellationToken)
    {
        var request = await requests.ReadAsync(caller, cancellationToken);
        return await KeepChoicesAsync(request, say(request.Texts), cancellationToken);
    }

    /// <summary>Carries out a choice of an earlier answer; null when the dialog is gone or belongs to another place.</summary>
    public async Task<Answer?> ChooseAsync(string token, int index, Caller caller, CancellationToken cancellationToken) =>
        await store.FindDialogAsync(token, cancellationToken) is { } dialog && dialog.Place == caller.Place && index >= 0 && index < dialog.Choices.Count
            ? await AnswerAsync(dialog.Choices[index].Command, caller, slashNeeded: true, cancellationToken)
            : null;

    /// <summary>A single letter picks a choice, a link is offered, other words are looked for.</summary>
    private async Task<Reply> AnswerPlainAsync(Request request, string text, CancellationToken cancellationToken)
    {
        if (text is [var letter] && char.IsAsciiLetter(letter))
        {
            var dialog = await store.LastDialogAsync(request.Caller.Person, request.Caller.Place, cancellationToken);
            var index = char.ToLowerInvariant(letter) - 'a';
            return dialog is not null && index < dialog.Choices.Count && CommandParser.Parse(dialog.Choices[index].Command, slashNeeded: true) is ParsedText.Recognized(var spec, var command)
                ? await dispatcher.HandleAsync(spec, command, request, cancellationToken)
                : new Reply.Refusal(request.Texts.NoSuchChoice(text));
        }

        if ((request.Texts.SaysYes(text) || request.Texts.SaysNo(text)) && await OpenQuestionAsync(request, cancellationToken) is { } asked)
        {
            return request.Texts.SaysNo(text)
                ? await DropAsync(request, cancellationToken)
                : CommandParser.Parse(asked.Command, slashNeeded: true) is ParsedText.Recognized(var spec, var command) ? await dispatcher.HandleAsync(spec, command, request, cancellationToken) : new Reply.Refusal(request.Texts.NoSuchChoice(text));
        }

        if (Reference.IsLink(text) && SecretMask.HoldsSecret(text))
        {
            return new Reply.Refusal(request.Texts.LinkHoldsSecret);
        }

        if (Reference.IsLink(text))
        {
            return new Reply.Message(request.Texts.WhatWithLink(text))
            {
                Choices = [new(request.Texts.SummaryOfIt, $"/summary {text}"), new(request.Texts.FollowIt, $"/subscribe {text}")],
            };
        }

        var found = await dispatcher.HandleAsync(CommandCatalog.Find("search")!, new Command.Search(text), request, cancellationToken);
        return found is Reply.Refusal ? found : found with { Choices = [.. found.Choices, new Choice(request.Texts.FollowWords(text), $"/subscribe {text}")] };
    }

    /// <summary>The choice that confirms, where the last answer asked for a yes a short while ago.</summary>
    private async Task<Choice?> OpenQuestionAsync(Request request, CancellationToken cancellationToken) =>
        await store.LastDialogAsync(request.Caller.Person, request.Caller.Place, cancellationToken) is { Choices: [var only] } dialog && only.Command.EndsWith(" yes", StringComparison.Ordinal) && store.Now - dialog.Created < QuestionTime ? only : null;

    private async Task<Reply> DropAsync(Request request, CancellationToken cancellationToken)
    {
        await store.SaveDialogAsync(new Dialog(ListPager.NewToken(), request.Caller.Person, request.Caller.Place, [], store.Now), cancellationToken);
        return new Reply.Message(request.Texts.NothingChanged);
    }

    private async Task<Answer> KeepChoicesAsync(Request request, Reply reply, CancellationToken cancellationToken)
    {
        if (reply.Choices.Count == 0 && reply.Completes is null)
        {
            return new Answer(request, reply, null);
        }

        var dialog = new Dialog(ListPager.NewToken(), request.Caller.Person, request.Caller.Place, reply.Choices, store.Now) { Question = QuestionOf(reply) };
        await store.SaveDialogAsync(dialog, cancellationToken);
        return new Answer(request, reply, dialog.Token);
    }

    private static Question? QuestionOf(Reply reply) => reply switch
    {
        Reply.Refusal(var text) when reply.Completes is { } command => new Question(text, command),
        Reply.Message(var text) when reply.Completes is { } command => new Question(text, command),
        _ => null,
    };
}

/// <summary>A reply with what its renderer needs.</summary>
/// <param name="Dialog">Token of the kept choices, or null when there are none.</param>
public sealed record Answer(Request Request, Reply Reply, string? Dialog);
