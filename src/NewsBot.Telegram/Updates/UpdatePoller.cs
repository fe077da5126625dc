using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Telegram.Hosting;
using NewsBot.Telegram.Sending;

namespace NewsBot.Telegram.Updates;

/// <summary>
/// Fetches updates by long polls. An update is confirmed by asking for the one after it, which happens only once it is stored; a stop confirms the last ones, so that the next start need not read them again.
/// </summary>
internal sealed partial class UpdatePoller(TelegramBotApi api, UpdateIntake intake, IOptions<TelegramOptions> options, Random random, TimeProvider time, ILogger<UpdatePoller> logger)
{
    private const int MostAtOnce = 100;
    private static readonly TimeSpan ConflictPause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(3);

    // The server keeps updates for a day; after a week without any it numbers them anew (https://core.telegram.org/bots/api#update).
    private static readonly TimeSpan OffsetLife = TimeSpan.FromHours(24);

    private readonly BackOff _backOff = new(random);
    private long? _offset;
    private long? _told;
    private DateTimeOffset _lastUpdate;
    private bool _isBacklog = true;

    /// <summary>Fetches until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        (_offset, _told, _isBacklog, _lastUpdate) = (null, null, true, time.GetUtcNow());
        try
        {
            while (true)
            {
                var pause = await PollAsync(cancellationToken);
                if (pause > TimeSpan.Zero)
                {
                    await Task.Delay(pause, time, cancellationToken);
                }
            }
        }
        finally
        {
            await ConfirmAsync();
        }
    }

    /// <summary>One question; returns how long to wait before the next.</summary>
    private async Task<TimeSpan> PollAsync(CancellationToken cancellationToken)
    {
        _told = _offset;
        switch (await api.GetUpdatesAsync(_offset, MostAtOnce, options.Value.PollWait, UpdateReader.KindNames, cancellationToken))
        {
            case ApiResult<JsonElement[]>.Ok(var updates):
                _backOff.Reset();
                api.Health.Polled(isWhole: updates.Length == 0);
                return await TakeInAsync(updates, cancellationToken);
            case ApiResult<JsonElement[]>.Failed failure:
                _isBacklog = true;
                return await RefusedAsync(failure, cancellationToken);
            case ApiResult<JsonElement[]>.NoAnswer(var reason, _):
                _isBacklog = true;
                LogSilent(reason);
                return _backOff.Next();
            case ApiResult<JsonElement[]>.Unreadable(var reason):
                LogSilent(reason);
                return _backOff.Next();
            default:
                throw new InvalidOperationException("Unknown outcome of a poll.");
        }
    }

    private async Task<TimeSpan> TakeInAsync(JsonElement[] updates, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await intake.AcceptAsync(updates, _isBacklog, cancellationToken);
        _isBacklog = _isBacklog && updates.Length == MostAtOnce;
        if (updates.Length == 0)
        {
            _offset = now - _lastUpdate > OffsetLife ? null : _offset;
            return TimeSpan.Zero;
        }

        _lastUpdate = now;

        // The last one, not the highest: numbers may begin anew.
        if (updates.Select(UpdateReader.IdOf).LastOrDefault(id => id is not null) is not { } last)
        {
            return _backOff.Next();
        }

        _offset = last + 1;
        return TimeSpan.Zero;
    }

    private async Task<TimeSpan> RefusedAsync(ApiResult<JsonElement[]>.Failed failure, CancellationToken cancellationToken)
    {
        switch (failure)
        {
            case { Code: 409 } when failure.Says("webhook"):
                LogWebhook();
                if (await api.DeleteWebhookAsync(cancellationToken) is ApiResult<bool>.Ok)
                {
                    return TimeSpan.Zero;
                }

                api.Health.Conflict("Telegram delivers the updates of this bot to a webhook that cannot be removed. Remove it with the program that set it, or set Telegram:WebhookUrl.");
                return Longer(_backOff.Next(), ConflictPause);
            case { Code: 409 }:
                api.Health.Conflict("Another program fetches the updates of this bot. Stop it, or give this one a bot of its own in Telegram:Token.");
                LogProblem(api.Health.Problem);
                return Longer(_backOff.Next(), ConflictPause);
            case { Code: 401 or 404 }:
                LogProblem(api.Health.Problem);
                return _backOff.Next();
            case { RetryAfter: { } wait }:
                return wait;
            default:
                LogSilent(failure.Description);
                return _backOff.Next();
        }
    }

    /// <summary>Tells the server what is stored; what it does not hear it sends again, and the inbox knows it.</summary>
    private async Task ConfirmAsync()
    {
        if (_offset is null || _offset == _told)
        {
            return;
        }

        using var limit = new CancellationTokenSource(LastWord, time);
        try
        {
            await api.GetUpdatesAsync(_offset, 1, TimeSpan.Zero, null, limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            // Nothing is lost by it.
        }
    }

    private static TimeSpan Longer(TimeSpan left, TimeSpan right) => left > right ? left : right;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram does not answer: {Reason}. I go on trying")]
    private partial void LogSilent(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram delivers the updates of this bot to a webhook; the webhook is removed, as Telegram:WebhookUrl is empty")]
    private partial void LogWebhook();

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Problem}")]
    private partial void LogProblem(string? problem);
}
