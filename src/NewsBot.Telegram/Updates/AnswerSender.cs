using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Storage;
using NewsBot.Telegram.Rendering;
using NewsBot.Telegram.Sending;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Updates;

/// <summary>Brings answers to a chat: renders them and sends each message through the lane, in order. An answer that cannot be sent ends there; the lane has noted why.</summary>
internal sealed class AnswerSender(DeliveryLanes lanes, TelegramSender sender, IChatKinds kinds, INewsStore store)
{
    public async Task SendAsync(ChatAddress to, Answer answer, AnswerForm form, CancellationToken cancellationToken)
    {
        var messages = Formed(ReplyRenderer.Render(answer, store.Now, kinds.Of(to.Chat)), answer, form);
        foreach (var message in messages)
        {
            var result = await LaneOf().SendReplyAsync(to.Place, (place, token) => sender.SendAsync(ChatAddress.TryParse(place) ?? to, message, token), cancellationToken);
            var isWhole = result is SendResult.Sent(var id) && id is not null && SentMessage.ParseAll(id) is [{ Form: SentForm.Rich }];
            if (isWhole || result is not (SendResult.Sent or SendResult.Unknown))
            {
                return;
            }
        }
    }

    /// <summary>An answer to the chat is being made: its alerts let it go first.</summary>
    public void Expect(ChatAddress to) => LaneOf().ExpectReply(to.Place);

    /// <summary>Turns a message that was sent to another answer; one that is gone stays gone.</summary>
    /// <param name="page">Which page of an article.</param>
    public async Task EditAsync(ChatAddress to, int message, Answer answer, AnswerForm form, int page, CancellationToken cancellationToken)
    {
        var rendered = Formed(ReplyRenderer.Render(answer, store.Now, kinds.Of(to.Chat), page), answer, form)[0] with { Rich = null };
        await LaneOf().SendReplyAsync(to.Place, (place, token) => sender.EditAsync(ChatAddress.TryParse(place) ?? to, new SentMessage(message), rendered, token), cancellationToken);
    }

    private DeliveryLane LaneOf() => lanes.Of(ChatAddress.Platform);

    private static IReadOnlyList<TelegramMessage> Formed(IReadOnlyList<TelegramMessage> messages, Answer answer, AnswerForm form)
    {
        var formed = messages.ToList();
        if (form.Heading is { } heading)
        {
            var title = new TextBuilder().Mark(EntityKind.Bold, bold => bold.AddForeign(heading)).Build();
            if (title.Text.Length + formed[0].Text.Text.Length + 1 <= TextSize.Message.Units && formed[0].File is null)
            {
                formed[0] = formed[0] with { Text = TextCutter.Stack(title, formed[0].Text), Rich = null };
            }
            else
            {
                formed.Insert(0, new TelegramMessage(title));
            }
        }

        formed[0] = formed[0] with { ReplyTo = form.ReplyTo };
        formed[^1] = formed[^1] with { Markup = MarkupOf(formed[^1].Markup, answer, form) };
        return formed;
    }

    private static ReplyMarkup? MarkupOf(ReplyMarkup? markup, Answer answer, AnswerForm form) => (markup, form) switch
    {
        (_, { Keyboard: { } keyboard }) => keyboard,
        (InlineKeyboardMarkup inline, { Links.Count: > 0 }) => new InlineKeyboardMarkup(inline.InlineKeyboard.Concat(form.Links.Select(link => new[] { link }))),
        (null, { Links.Count: > 0 }) => new InlineKeyboardMarkup(form.Links.Select(link => new[] { link })),

        // Only the person who was asked sees the field for the reply: where others talk, it answers that person's message.
        (null, _) when answer.Reply.Completes is not null => new ForceReplyMarkup { Selective = true },
        _ => markup,
    };
}

/// <summary>What an answer carries beside its content.</summary>
internal sealed record AnswerForm
{
    public static readonly AnswerForm Plain = new();

    /// <summary>The message of the same chat that it answers, or null.</summary>
    public int? ReplyTo { get; init; }

    /// <summary>The chat that the answer is about when that is another one; it begins with this name.</summary>
    public string? Heading { get; init; }

    /// <summary>Buttons that open something, below all others.</summary>
    public IReadOnlyList<InlineKeyboardButton> Links { get; init; } = [];

    /// <summary>In place of the person's keyboard.</summary>
    public ReplyMarkup? Keyboard { get; init; }
}
