using System.Text.Json;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;

namespace NewsBot.Telegram.Sending;

/// <summary>The calls that the bot makes, by their names in the API.</summary>
internal sealed partial class TelegramBotApi
{
    /// <summary>Waits up to <paramref name="wait"/> for updates; each is raw, as one that the package cannot read must not take the others with it.</summary>
    public Task<ApiResult<JsonElement[]>> GetUpdatesAsync(long? offset, int limit, TimeSpan wait, IReadOnlyList<string>? allowedUpdates, CancellationToken cancellationToken) => CallAsync(
        _polls,
        new RawUpdatesRequest { Offset = offset, Limit = limit, Timeout = (int)wait.TotalSeconds, AllowedUpdates = allowedUpdates },
        wait + TimeSpan.FromSeconds(15),
        cancellationToken);

    public Task<ApiResult<User>> GetMeAsync(CancellationToken cancellationToken) => CallAsync(new GetMeRequest(), cancellationToken);

    public Task<ApiResult<bool>> SetMyCommandsAsync(IReadOnlyList<BotCommand> commands, BotCommandScope scope, string? languageCode, CancellationToken cancellationToken) =>
        CallAsync(new SetMyCommandsRequest { Commands = commands, Scope = scope, LanguageCode = languageCode }, cancellationToken);

    public Task<ApiResult<ChatMember>> GetChatMemberAsync(long chat, long user, CancellationToken cancellationToken) =>
        CallAsync(new GetChatMemberRequest { ChatId = chat, UserId = user }, cancellationToken);

    /// <param name="chat">An id, or "@name" of a public channel or supergroup.</param>
    public Task<ApiResult<ChatFullInfo>> GetChatAsync(ChatId chat, CancellationToken cancellationToken) => CallAsync(new GetChatRequest { ChatId = chat }, cancellationToken);

    /// <param name="text">At most 200 characters; null only ends the waiting of the button.</param>
    /// <param name="url">A deep link of this bot to open instead, or null.</param>
    public Task<ApiResult<bool>> AnswerCallbackQueryAsync(string query, string? text, bool isAlert, string? url, CancellationToken cancellationToken) =>
        CallAsync(new AnswerCallbackQueryRequest { CallbackQueryId = query, Text = text, ShowAlert = isAlert, Url = url }, cancellationToken);

    public Task<ApiResult<bool>> AnswerInlineQueryAsync(
        string query, IReadOnlyList<InlineQueryResult> results, TimeSpan cache, string? nextOffset, InlineQueryResultsButton? button, CancellationToken cancellationToken) =>
        CallAsync(
            new AnswerInlineQueryRequest { InlineQueryId = query, Results = results, CacheTime = (int)cache.TotalSeconds, IsPersonal = true, NextOffset = nextOffset, Button = button },
            cancellationToken);

    public Task<ApiResult<bool>> SetWebhookAsync(string url, string secret, int maxConnections, IReadOnlyList<UpdateType> allowedUpdates, CancellationToken cancellationToken) =>
        CallAsync(new SetWebhookRequest { Url = url, SecretToken = secret, MaxConnections = maxConnections, AllowedUpdates = allowedUpdates }, cancellationToken);

    /// <summary>What waits for the bot is kept.</summary>
    public Task<ApiResult<bool>> DeleteWebhookAsync(CancellationToken cancellationToken) => CallAsync(new DeleteWebhookRequest { DropPendingUpdates = false }, cancellationToken);

    public Task<ApiResult<TGFile>> GetFileAsync(string fileId, CancellationToken cancellationToken) => CallAsync(new GetFileRequest { FileId = fileId }, cancellationToken);

    /// <summary>The content of a file of <see cref="GetFileAsync"/>; refused with code 413 when it is larger than <paramref name="most"/>.</summary>
    public async Task<ApiResult<ReadOnlyMemory<byte>>> DownloadAsync(TGFile file, int most, CancellationToken cancellationToken)
    {
        if (file.FileSize > most)
        {
            return new ApiResult<ReadOnlyMemory<byte>>.Failed(413, "the file is too large");
        }

        using var deadline = new CancellationTokenSource(_endpoint.FileTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        using var content = new BoundedStream(most);
        try
        {
            if (LocalPathOf(file) is { } path)
            {
                await using var local = File.OpenRead(path);
                await local.CopyToAsync(content, either.Token);
            }
            else
            {
                await _calls.DownloadFile(file, content, either.Token);
            }

            return new ApiResult<ReadOnlyMemory<byte>>.Ok(content.ToArray());
        }
        catch (Exception e) when (e is TooLargeException || (e is RequestException && e.InnerException is TooLargeException))
        {
            return new ApiResult<ReadOnlyMemory<byte>>.Failed(413, "the file is too large");
        }
        catch (ApiRequestException e)
        {
            return Refusal<ReadOnlyMemory<byte>>(e);
        }
        catch (Exception e) when (e is RequestException or HttpRequestException or IOException or UnauthorizedAccessException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new ApiResult<ReadOnlyMemory<byte>>.NoAnswer(Redact(Words(e)), MaybeDone: true);
        }
    }

    /// <summary>
    /// A server started with --local names a file where it lies on its disk (https://core.telegram.org/bots/api#using-a-local-bot-api-server), below a folder called like the token. Null for all others, so that a server cannot name any file of this machine.
    /// </summary>
    private string? LocalPathOf(TGFile file) =>
        _endpoint.ApiUrl is not null && file.FilePath is { } path && Path.IsPathFullyQualified(path) && Path.GetFullPath(path).Split('/', '\\').Contains(_endpoint.Token, StringComparer.Ordinal) && File.Exists(path) ? path : null;

    public Task<ApiResult<bool>> DeleteMessagesAsync(long chat, IReadOnlyList<int> messages, CancellationToken cancellationToken) =>
        CallAsync(new DeleteMessagesRequest { ChatId = chat, MessageIds = messages }, cancellationToken);

    public Task<ApiResult<bool>> LeaveChatAsync(long chat, CancellationToken cancellationToken) => CallAsync(new LeaveChatRequest { ChatId = chat }, cancellationToken);
}
