using Microsoft.Extensions.Logging;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Telegram.Rendering;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Sending;

/// <summary>
/// Sends and changes single messages. What the server refuses of a message is left out and the rest is sent: markup, buttons, picture, topic. Waiting and repeating is the lane's. Thread-safe.
/// </summary>
internal sealed partial class TelegramSender(TelegramBotApi api, ILogger<TelegramSender> logger)
{
    private const int MostAttempts = 8;

    /// <summary>Parts that a text may come to when the server finds it longer than we count.</summary>
    private const int MostResplits = 8;

    /// <summary>A token that is refused mostly stays so until somebody changes it; a server that was set up anew takes it again.</summary>
    private static readonly TimeSpan TokenWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ConflictWait = TimeSpan.FromSeconds(3);
    private readonly RefusedPictures _refused = new();

    /// <summary>The id in the result names the messages as <see cref="SentMessage"/> reads them, more than one where the text had to be split again.</summary>
    public async Task<SendResult> SendAsync(ChatAddress to, TelegramMessage message, CancellationToken cancellationToken)
    {
        var attempt = new SendAttempt(to, message.Photo is { } photo && _refused.Contains(photo) ? message with { Photo = null } : message);
        for (var tries = 1; ; tries++)
        {
            var result = await attempt.SendAsync(api, cancellationToken);
            if (result is not ApiResult<Message>.Failed failure)
            {
                return await DoneAsync(attempt, result, cancellationToken);
            }

            var trouble = TroubleTable.Read(failure);
            Note(attempt, trouble, failure);
            if (tries < MostAttempts && attempt.After(trouble) is { } next)
            {
                attempt = next;
                continue;
            }

            return trouble is Trouble.TooLong ? await ResplitAsync(attempt, cancellationToken) : Outcome(attempt.To, trouble);
        }
    }

    /// <summary>Changes a message. One that looks like that already counts as changed; one that is gone is <see cref="SendResult.Rejected"/>.</summary>
    public async Task<SendResult> EditAsync(ChatAddress chat, SentMessage sent, TelegramMessage message, CancellationToken cancellationToken)
    {
        var attempt = new SendAttempt(chat, sent.Form == SentForm.Rich ? message : message with { Rich = null });
        for (var tries = 1; ; tries++)
        {
            var result = await attempt.EditAsync(api, sent, cancellationToken);
            if (result is not ApiResult<Message>.Failed failure)
            {
                return result is ApiResult<Message>.NoAnswer(var reason, var maybe) ? NoAnswer(reason, maybe) : new SendResult.Sent(sent.ToString());
            }

            var trouble = TroubleTable.Read(failure);
            Note(attempt, trouble, failure);
            if (tries < MostAttempts && attempt.After(trouble) is { } next)
            {
                attempt = next;
                continue;
            }

            return trouble is Trouble.NotModified ? new SendResult.Sent(sent.ToString()) : Outcome(chat, trouble);
        }
    }

    /// <summary>Takes messages back as far as the server still does that; false where it did not.</summary>
    public async Task<bool> DeleteAsync(ChatAddress chat, IReadOnlyList<SentMessage> messages, CancellationToken cancellationToken) =>
        messages.Count == 0 || await api.DeleteMessagesAsync(chat.Chat, [.. messages.Select(message => message.Id)], cancellationToken) is ApiResult<bool>.Ok;

    private async Task<SendResult> DoneAsync(SendAttempt attempt, ApiResult<Message> result, CancellationToken cancellationToken)
    {
        switch (result)
        {
            case ApiResult<Message>.Ok(var message):
                if (attempt.Message.IsPinned)
                {
                    await PinAsync(attempt.To, message.Id, cancellationToken);
                }

                return new SendResult.Sent(new SentMessage(message.Id, attempt.Form).ToString()) { Lost = attempt.LostTopic ? "the topic is closed or deleted" : null };
            case ApiResult<Message>.Unreadable(var reason):
                LogUnreadable(attempt.To.Place, reason);
                return new SendResult.Sent(null);
            case ApiResult<Message>.NoAnswer(var reason, var maybeDone):
                return NoAnswer(reason, maybeDone);
            default:
                throw new InvalidOperationException($"Unknown result {result.GetType().Name}.");
        }
    }

    /// <summary>A delay of zero leaves the pause to the lane, which lets it grow.</summary>
    private static SendResult NoAnswer(string reason, bool maybeDone) => maybeDone ? new SendResult.Unknown(reason) : new SendResult.RetryAfter(TimeSpan.Zero, IsForAll: false);

    private static SendResult Outcome(ChatAddress to, Trouble trouble) => trouble switch
    {
        Trouble.Flood(var wait) => new SendResult.RetryAfter(wait, IsForAll: false),
        Trouble.Unreachable(var reason) => new SendResult.PlaceGone(reason),
        Trouble.TopicGone => new SendResult.PlaceGone("the topic is closed or deleted"),
        Trouble.Migrated(var chat) => new SendResult.PlaceMoved((to with { Chat = chat }).Place),
        Trouble.BadToken => new SendResult.RetryAfter(TokenWait, IsForAll: true),
        Trouble.Conflict => new SendResult.RetryAfter(ConflictWait, IsForAll: true),
        Trouble.MessageGone => new SendResult.Rejected("the message is gone or cannot be changed any more"),
        Trouble.BadMarkup => new SendResult.Rejected("Telegram refuses its text"),
        Trouble.BadKeyboard => new SendResult.Rejected("Telegram refuses its buttons"),
        Trouble.BadMedia => new SendResult.Rejected("Telegram refuses its file"),
        Trouble.TooLong => new SendResult.Rejected("Telegram finds it too long"),
        Trouble.Other(var description) => new SendResult.Rejected(description),
        var other => new SendResult.Rejected(other.ToString()),
    };

    /// <summary>The server counts otherwise than we do: parts of half the length, each of which goes its own way.</summary>
    private async Task<SendResult> ResplitAsync(SendAttempt attempt, CancellationToken cancellationToken)
    {
        var size = (attempt.Message.File is null ? TextSize.Message : TextSize.Caption).Smaller;
        var parts = TextSplitter.Split(attempt.Message.Text, size, size);
        if (parts.Count is 1 or > MostResplits)
        {
            return new SendResult.Rejected("the server finds the message too long, also in parts");
        }

        var sent = new List<SentMessage>();
        foreach (var (index, part) in parts.Index())
        {
            var isLast = index == parts.Count - 1;
            var message = attempt.Message with { Text = part, File = index == 0 ? attempt.Message.File : null, Markup = isLast ? attempt.Message.Markup : null, IsPinned = index == 0 && attempt.Message.IsPinned };
            if (await SendAsync(attempt.To, message, cancellationToken) is not SendResult.Sent(var id))
            {
                await DeleteAsync(attempt.To, sent, cancellationToken);
                return new SendResult.Rejected("the message was too long, and one of its parts was refused");
            }

            sent.AddRange(SentMessage.ParseAll(id));
        }

        return new SendResult.Sent(SentMessage.Join(sent));
    }

    private async Task PinAsync(ChatAddress chat, int message, CancellationToken cancellationToken)
    {
        if (await api.CallAsync(new PinChatMessageRequest { ChatId = chat.Chat, MessageId = message, DisableNotification = true }, cancellationToken) is ApiResult<bool>.Failed failure)
        {
            LogNotPinned(chat.Place, failure.Description);
        }
    }

    private void Note(SendAttempt attempt, Trouble trouble, ApiResult<Message>.Failed failure)
    {
        switch (trouble)
        {
            case Trouble.BadMedia when attempt.Message.Photo is { } photo:
                _refused.Add(photo);
                break;
            case Trouble.BadToken:
                LogBadToken(failure.Code, failure.Description);
                break;
            case Trouble.BadMarkup or Trouble.TooLong or Trouble.BadKeyboard or Trouble.Other:
                LogRefused(attempt.To.Place, attempt.Form, attempt.Message.Text.Text.Length, attempt.Message.Text.Entities.Count, failure.Description);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A message to {Place} was refused as {Form} with {Length} characters and {Entities} entities: {Description}. What was refused is left out; please report this")]
    private partial void LogRefused(PlaceId place, SentForm form, int length, int entities, string description);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Telegram refuses the token ({Code} {Description}). Nothing can be sent until Telegram:Token is right")]
    private partial void LogBadToken(int code, string description);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message to {Place} was sent, but the answer could not be read: {Reason}")]
    private partial void LogUnreadable(PlaceId place, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "A message in {Place} could not be pinned: {Description}")]
    private partial void LogNotPinned(PlaceId place, string description);
}
