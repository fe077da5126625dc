using NewsBot.Telegram.Rendering;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Sending;

/// <summary>One form in which a message is tried. When the server refuses a part of it, the next attempt goes without that part, so that the text arrives whatever else is wrong. Pure.</summary>
internal sealed record SendAttempt(ChatAddress To, TelegramMessage Message)
{
    /// <summary>Without HTML: what was markup is left out, not shown.</summary>
    public bool IsPlain { get; init; }

    /// <summary>True once the chat itself stood in for a topic that is gone.</summary>
    public bool LostTopic { get; init; }

    public SentForm Form => Message.Rich is not null ? SentForm.Rich : Message.Photo is not null || Message.File is not null ? SentForm.Photo : SentForm.Text;

    /// <summary>The next thing to try, or null when nothing is left that could be left out.</summary>
    public SendAttempt? After(Trouble trouble) => trouble switch
    {
        Trouble.TopicGone when To.Topic is not null => this with { To = To with { Topic = null }, LostTopic = true },
        Trouble.BadKeyboard when Message.Markup is not null || Message.Rich?.Markup is not null => this with { Message = Message with { Markup = null, Rich = Message.Rich is { } rich ? rich with { Markup = null } : null } },
        Trouble.BadMarkup or Trouble.TooLong or Trouble.BadMedia or Trouble.BadKeyboard or Trouble.Other when Message.Rich is not null => this with { Message = Message with { Rich = null } },
        Trouble.BadMedia or Trouble.TooLong when Message.Photo is not null => this with { Message = Message with { Photo = null } },
        Trouble.BadMedia when Message.Preview.Url is not null => this with { Message = Message with { Preview = LinkPreview.None } },
        Trouble.BadMarkup when !IsPlain => this with { IsPlain = true },
        Trouble.Other when !IsBare => Bare,
        _ => null,
    };

    /// <summary>A refusal that nobody foresaw may have to do with anything beside the text.</summary>
    private SendAttempt Bare => this with
    {
        IsPlain = true,
        Message = Message with { Photo = null, Preview = LinkPreview.None, Markup = null, ReplyTo = null },
    };

    private bool IsBare => IsPlain && Message is { Photo: null, Preview.Url: null, Markup: null, ReplyTo: null };

    private string Text => IsPlain ? Message.Text.Text : HtmlWriter.Write(Message.Text);

    private ParseMode ParseMode => IsPlain ? ParseMode.None : ParseMode.Html;

    private LinkPreviewOptions Preview => Message.Preview is { Url: { } url } preview
        ? new LinkPreviewOptions { Url = url, PreferLargeMedia = preview.IsLarge, PreferSmallMedia = !preview.IsLarge, ShowAboveText = preview.IsAbove }
        : new LinkPreviewOptions { IsDisabled = true };

    private ReplyParameters? Reply => Message.ReplyTo is { } answered ? new ReplyParameters { MessageId = answered, AllowSendingWithoutReply = true } : null;

    private InputRichMessage Rich => new() { Blocks = Message.Rich!.Blocks, IsRtl = Message.Rich.IsRightToLeft, SkipEntityDetection = false };

    public Task<ApiResult<Message>> SendAsync(TelegramBotApi api, CancellationToken cancellationToken) => this switch
    {
        { Message.Rich: { } rich } => api.CallAsync(
            new SendRichMessageRequest
            {
                ChatId = To.Chat,
                MessageThreadId = To.Topic,
                RichMessage = Rich,
                DisableNotification = Message.IsSilent,
                ReplyParameters = Reply,
                ReplyMarkup = rich.Markup,
            },
            cancellationToken),
        { Message.File: { } file } => api.CallAsync(
            new SendDocumentRequest
            {
                ChatId = To.Chat,
                MessageThreadId = To.Topic,

                // The package disposes the stream after each call.
                Document = InputFile.FromStream(new MemoryStream(file.Content.ToArray(), writable: false), file.Name),
                Caption = Text,
                ParseMode = ParseMode,
                DisableNotification = Message.IsSilent,
                ReplyParameters = Reply,
                ReplyMarkup = Message.Markup,
            },
            cancellationToken),
        { Message.Photo: { } photo } => api.CallAsync(
            new SendPhotoRequest
            {
                ChatId = To.Chat,
                MessageThreadId = To.Topic,
                Photo = InputFile.FromString(photo),
                Caption = Text,
                ParseMode = ParseMode,
                DisableNotification = Message.IsSilent,
                ReplyParameters = Reply,
                ReplyMarkup = Message.Markup,
            },
            cancellationToken),
        _ => api.CallAsync(
            new SendMessageRequest
            {
                ChatId = To.Chat,
                MessageThreadId = To.Topic,
                Text = Text,
                ParseMode = ParseMode,
                LinkPreviewOptions = Preview,
                DisableNotification = Message.IsSilent,
                ReplyParameters = Reply,
                ReplyMarkup = Message.Markup,
            },
            cancellationToken),
    };

    /// <summary>Changes a message that was sent; what it was sent as decides the call.</summary>
    public Task<ApiResult<Message>> EditAsync(TelegramBotApi api, SentMessage sent, CancellationToken cancellationToken) => sent.Form switch
    {
        SentForm.Photo => api.CallAsync(
            new EditMessageCaptionRequest { ChatId = To.Chat, MessageId = sent.Id, Caption = Text, ParseMode = ParseMode, ReplyMarkup = Message.Markup as InlineKeyboardMarkup },
            cancellationToken),
        SentForm.Rich when Message.Rich is { } rich => api.CallAsync(
            new EditMessageTextRequest { ChatId = To.Chat, MessageId = sent.Id, RichMessage = Rich, ReplyMarkup = rich.Markup },
            cancellationToken),
        _ => api.CallAsync(
            new EditMessageTextRequest
            {
                ChatId = To.Chat,
                MessageId = sent.Id,
                Text = Text,
                ParseMode = ParseMode,
                LinkPreviewOptions = Preview,
                ReplyMarkup = Message.Markup as InlineKeyboardMarkup,
            },
            cancellationToken),
    };
}
