using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace NewsBot.Discord.Rest;

/// <summary>
/// Makes calls to Discord's API: one loop that waits for the limits, sends, learns from the answer and tries again where that is safe. Failures are values; only cancellation throws.
/// After Discord refused the token no call leaves.
/// </summary>
internal sealed partial class DiscordRest(RestTransport transport, RateLimitQueue limits, TokenGate gate, TimeProvider time, Random random, ILogger<DiscordRest> logger)
{
    private const int MostAttempts = 5;
    private const int MostLost = 4;
    private const int MostErrorBytes = 64 * 1024;
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);

    /// <param name="type">Null when the answer's body does not matter.</param>
    public async Task<RestResult<T>> SendAsync<T>(RestRequest request, JsonTypeInfo<T>? type, CancellationToken cancellationToken)
    {
        var call = new Call(request, limits.Now + request.Patience);
        while (true)
        {
            if (gate.Reason is { } advice)
            {
                return Fail<T>(new DiscordFailure.TokenRefused(advice));
            }

            var admission = await limits.EnterAsync(request.Route, request.Priority, call.Deadline, call.Ticket, cancellationToken);
            if (admission is Admission.TooLong late)
            {
                return Fail<T>(call.MayBeDone ? call.WhenLost() : new DiscordFailure.RateLimited(late.Wait, late.IsForAll));
            }

            call.Ticket = ((Admission.Granted)admission).Ticket;
            var exchange = await AttemptAsync(call, cancellationToken);
            if (exchange is RestAnswer { IsSuccess: true } answer)
            {
                return Read(answer, type);
            }

            if (await WhyFailedAsync(call, exchange, cancellationToken) is { } failure)
            {
                return Fail<T>(failure);
            }
        }
    }

    private static RestResult<T> Fail<T>(DiscordFailure failure) => new RestResult<T>.Failed(failure);

    /// <summary>A cancelled attempt still gives its place back.</summary>
    private async Task<RestExchange> AttemptAsync(Call call, CancellationToken cancellationToken)
    {
        RestExchange? exchange = null;
        try
        {
            // The gate may have shut while this call waited for its turn.
            exchange = gate.IsShut
                ? new RestExchange.Lost("the token was refused", NeverLeft: true)
                : await transport.SendAsync(call.Request, TimeoutOf(call), cancellationToken);
            return exchange;
        }
        finally
        {
            var warns = limits.Leave(call.Ticket!, exchange is RestAnswer answer ? RateHeaders.Read(answer) : null, exchange is RestExchange.Lost { NeverLeft: true });
            if (warns)
            {
                LogManyInvalid(logger, InvalidRequests.WarnAt);
            }
        }
    }

    /// <summary>Null when the call is to be tried again now.</summary>
    private async Task<DiscordFailure?> WhyFailedAsync(Call call, RestExchange exchange, CancellationToken cancellationToken)
    {
        call.Attempts++;
        switch (exchange)
        {
            case RestAnswer { Status: 429 } answer:
                var wait = RateHeaders.Read(answer).Refusal!;
                LogLimited(logger, call.Request.Route.Template, wait.Scope, wait.Wait.TotalSeconds);
                return call.Attempts < MostAttempts ? null : new DiscordFailure.RateLimited(wait.Wait, wait.Scope is RateScope.Global or RateScope.Address);
            case RestAnswer { Status: >= 500 } answer:
                return await PauseAsync(call, $"Discord answered {answer.Status}", neverLeft: false, cancellationToken);
            case RestAnswer answer:
                return Refused(call.Request.Route, answer);
            case RestExchange.Lost lost:
                return await PauseAsync(call, lost.Reason, lost.NeverLeft, cancellationToken);
            default:
                throw new InvalidOperationException($"No exchange {exchange.GetType().Name}.");
        }
    }

    private DiscordFailure Refused(Route route, RestAnswer answer)
    {
        var failure = FailureReader.Read(route, answer.Status, WordsOf(answer));
        if (failure is DiscordFailure.TokenRefused refused)
        {
            gate.Shut(refused.Advice);
        }

        LogRefused(logger, route.Template, answer.Status, failure.GetType().Name);
        return failure;
    }

    /// <summary>What was said, without the tokens: a proxy may repeat what it was sent, and these words reach the log.</summary>
    private byte[] WordsOf(RestAnswer answer) =>
        answer.Body.Length <= MostErrorBytes ? Encoding.UTF8.GetBytes(transport.Redacted(Encoding.UTF8.GetString(answer.Body.Span))) : [];

    /// <summary>Waits half a second, doubling, with jitter; or says how the call ends.</summary>
    private async Task<DiscordFailure?> PauseAsync(Call call, string reason, bool neverLeft, CancellationToken cancellationToken)
    {
        call.Lost++;
        call.MayBeDone |= !neverLeft;
        call.LastReason = reason;
        if (gate.Reason is { } advice && !call.MayBeDone)
        {
            return new DiscordFailure.TokenRefused(advice);
        }

        var pause = FirstPause * Math.Pow(2, call.Lost - 1) * (1 + (random.NextDouble() / 4));
        if (gate.IsShut || call.Lost >= MostLost || (call.MayBeDone && !call.Request.IsRepeatable) || limits.Now + pause >= call.Deadline)
        {
            LogGivenUp(logger, call.Request.Route.Template, call.Lost, reason);
            return call.WhenLost();
        }

        await Task.Delay(pause, time, cancellationToken);
        return null;
    }

    private static RestResult<T> Read<T>(RestAnswer answer, JsonTypeInfo<T>? type)
    {
        if (type is null)
        {
            return new RestResult<T>.Ok(default!);
        }

        try
        {
            return JsonSerializer.Deserialize(answer.Body.Span, type) is { } value
                ? new RestResult<T>.Ok(value)
                : Fail<T>(new DiscordFailure.OutcomeUnknown("Discord answered nothing"));
        }
        catch (JsonException)
        {
            return Fail<T>(new DiscordFailure.OutcomeUnknown("Discord's answer cannot be read"));
        }
    }

    private TimeSpan TimeoutOf(Call call)
    {
        var left = call.Deadline - limits.Now;
        return left > AttemptTimeout ? AttemptTimeout : left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord asks {Template} to wait ({Scope}, {Seconds} s)")]
    private static partial void LogLimited(ILogger logger, string template, RateScope scope, double seconds);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Discord refused {Template}: {Status}, {Failure}")]
    private static partial void LogRefused(ILogger logger, string template, int status, string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Template} failed after {Attempts} attempts: {Reason}")]
    private static partial void LogGivenUp(ILogger logger, string template, int attempts, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord refused {Count} calls within 10 minutes; at 10,000 it bans this address")]
    private static partial void LogManyInvalid(ILogger logger, int count);

    private sealed class Call(RestRequest request, TimeSpan deadline)
    {
        public RestRequest Request => request;

        public TimeSpan Deadline => deadline;

        public RateTicket? Ticket { get; set; }

        public int Attempts { get; set; }

        public int Lost { get; set; }

        public bool MayBeDone { get; set; }

        public string LastReason { get; set; } = "";

        public DiscordFailure WhenLost() => MayBeDone ? new DiscordFailure.OutcomeUnknown(LastReason) : new DiscordFailure.Unreachable(LastReason);
    }
}
