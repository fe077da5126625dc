using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Core.Inbox;
using NewsBot.Core.Platforms;
using NewsBot.Telegram.Chats;
using NewsBot.Telegram.Sending;
using NewsBot.Telegram.Updates;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Hosting;

/// <summary>The loops that keep the bot on Telegram. Sending is the delivery lane's.</summary>
public sealed partial class TelegramService : IChatPlatform
{
    private readonly TelegramBotApi _api;
    private readonly OwnAccount _me;
    private readonly ChatKinds _kinds;
    private readonly CommandMenus _menus;
    private readonly BackOff _backOff;
    private readonly TimeProvider _time;
    private readonly ILogger<TelegramService> _logger;
    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal TelegramService(
        TelegramBotApi api, OwnAccount me, ChatKinds kinds, CommandMenus menus, InboxWorker inbox, InlineAnswers inline, UpdatePoller poller, WebhookListener webhook, IOptions<TelegramOptions> options, Random random, TimeProvider time, ILogger<TelegramService> logger)
    {
        (_api, _me, _kinds, _menus, _backOff, _time, _logger) = (api, me, kinds, menus, new BackOff(random), time, logger);
        Loops =
        [
            ("Telegram", IntroduceAsync),
            ("Telegram inbox", token => OnceKnownAsync(inbox.RunAsync, token)),
            ("Telegram inline", token => OnceKnownAsync(inline.RunAsync, token)),
            ("Telegram updates", token => OnceKnownAsync(options.Value.WebhookUrl.Length > 0 ? webhook.RunAsync : poller.RunAsync, token)),
        ];
    }

    public string Name => "Telegram";

    public string? Problem => _api.Health.Problem;

    public IReadOnlyList<(string Name, Func<CancellationToken, Task> Run)> Loops { get; }

    /// <summary>Asks Telegram once who the bot is. A token that is refused will never work; a server that does not answer may later.</summary>
    public async Task<PlatformStart> StartAsync(CancellationToken cancellationToken)
    {
        // What kinds chats are must be known before the first message goes out.
        await _kinds.LoadAsync(cancellationToken);
        switch (await _api.GetMeAsync(cancellationToken))
        {
            case ApiResult<User>.Ok(var me):
                Learn(me);
                return new PlatformStart.Answering("@" + me.Username);
            case ApiResult<User>.Failed { Code: 401 or 404 } failure:
                return new PlatformStart.Refused(ApiHealth.TokenAdvice(failure.Code, failure.Description));
            case ApiResult<User>.Failed failure:
                return new PlatformStart.Waiting(failure.Description);
            case ApiResult<User>.NoAnswer(var reason, _):
                return new PlatformStart.Waiting(reason);
            case ApiResult<User>.Unreadable(var reason):
                return new PlatformStart.Waiting(reason);
            default:
                throw new InvalidOperationException("Unknown outcome of getMe.");
        }
    }

    /// <summary>Learns who the bot is, however long that takes, and sets its menus.</summary>
    private async Task IntroduceAsync(CancellationToken cancellationToken)
    {
        while (!_me.IsKnown)
        {
            switch (await StartAsync(cancellationToken))
            {
                case PlatformStart.Refused(var problem):
                    LogRefused(problem);
                    break;
                case PlatformStart.Waiting(var reason):
                    LogWaiting(reason);
                    break;
            }

            if (!_me.IsKnown)
            {
                await Task.Delay(_backOff.Next(), _time, cancellationToken);
            }
        }

        LogAnswering(_me.Username);
        await _menus.SetAsync(cancellationToken);
    }

    private async Task OnceKnownAsync(Func<CancellationToken, Task> loop, CancellationToken cancellationToken)
    {
        await _known.Task.WaitAsync(cancellationToken);
        await loop(cancellationToken);
    }

    private void Learn(User me)
    {
        _me.Learn(me);
        _known.TrySetResult();
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Problem}")]
    private partial void LogRefused(string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram does not answer yet: {Reason}. I go on trying")]
    private partial void LogWaiting(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "On Telegram as @{Username}")]
    private partial void LogAnswering(string username);
}
