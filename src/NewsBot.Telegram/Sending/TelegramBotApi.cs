using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;

namespace NewsBot.Telegram.Sending;

/// <summary>
/// The Bot API: each call is tried once and its outcome is a value; waiting and repeating is the caller's. Long polls have connections of their own, so that they never hold up a message. Thread-safe.
/// </summary>
internal sealed partial class TelegramBotApi : IDisposable
{
    private readonly BotEndpoint _endpoint;
    private readonly TimeProvider _time;
    private readonly HttpClient _callHttp;
    private readonly HttpClient _pollHttp;
    private readonly TelegramBotClient _calls;
    private readonly TelegramBotClient _polls;

    /// <param name="calls">Carries everything but long polls; both are disposed with this.</param>
    public TelegramBotApi(BotEndpoint endpoint, HttpMessageHandler calls, HttpMessageHandler polls, TimeProvider time)
    {
        _endpoint = endpoint;
        _time = time;
        Health = new ApiHealth(time);
        _callHttp = new HttpClient(Prefixed(endpoint, calls)) { Timeout = Timeout.InfiniteTimeSpan };
        _pollHttp = new HttpClient(Prefixed(endpoint, polls)) { Timeout = Timeout.InfiniteTimeSpan };
        var options = new TelegramBotClientOptions(endpoint.Token, endpoint.Server) { RetryThreshold = 0, RetryCount = 0 };
        _calls = new TelegramBotClient(options, _callHttp);
        _polls = new TelegramBotClient(options, _pollHttp);
    }

    /// <summary>What the calls tell of the token; a poller and a webhook add what they know.</summary>
    public ApiHealth Health { get; }

    /// <summary>The bot's own id, the part of the token before the colon.</summary>
    public long BotId => _calls.BotId;

    /// <summary>A handler that leaves no trace of the token: the address of each call holds it, and activities of HTTP name addresses.</summary>
    public static SocketsHttpHandler NewHandler() => new()
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        UseCookies = false,
    };

    /// <summary>Makes any call of the API that is not a long poll.</summary>
    public Task<ApiResult<T>> CallAsync<T>(RequestBase<T> request, CancellationToken cancellationToken) =>
        CallAsync(_calls, request, request is SendDocumentRequest ? _endpoint.FileTimeout : _endpoint.CallTimeout, cancellationToken);

    public void Dispose()
    {
        _callHttp.Dispose();
        _pollHttp.Dispose();
    }

    private static HttpMessageHandler Prefixed(BotEndpoint endpoint, HttpMessageHandler handler) => endpoint.Path.Length > 0 ? new PathPrefix(endpoint.Path, handler) : handler;

    private async Task<ApiResult<T>> CallAsync<T>(TelegramBotClient client, IRequest<T> request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var answer = await client.SendRequest(request, either.Token);
            Health.AcceptToken();
            return new ApiResult<T>.Ok(answer);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ApiResult<T>.NoAnswer("the server did not answer in time", MaybeDone: true);
        }
        catch (ApiRequestException e)
        {
            return Judged(Refusal<T>(e));
        }
        catch (RequestException e)
        {
            return Silence<T>(e);
        }
    }

    /// <summary>A refusal of the call itself means that the token was taken.</summary>
    private ApiResult<T> Judged<T>(ApiResult<T> result)
    {
        if (result is not ApiResult<T>.Failed failure)
        {
            return result;
        }

        if (TroubleTable.Read(failure) is Trouble.BadToken)
        {
            Health.RefuseToken(failure.Code, failure.Description);
        }
        else
        {
            Health.AcceptToken();
        }

        return result;
    }

    /// <summary>An error of the server itself (5xx) leaves open what it did before.</summary>
    private ApiResult<T> Refusal<T>(ApiRequestException e) => e.ErrorCode >= 500
        ? new ApiResult<T>.NoAnswer(Redact($"the server failed with {e.ErrorCode} {e.Message}"), MaybeDone: true)
        : new ApiResult<T>.Failed(e.ErrorCode, Redact(e.Message), e.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null, e.Parameters?.MigrateToChatId);

    /// <summary>The package throws the same for a dead network, an HTML page of a proxy and an answer it cannot read; only the last with HTTP 200, and then the call was carried out.</summary>
    private ApiResult<T> Silence<T>(RequestException e) => e.HttpStatusCode switch
    {
        HttpStatusCode.OK => new ApiResult<T>.Unreadable(Redact(Words(e))),
        { } status => new ApiResult<T>.NoAnswer(Redact($"the server answered with HTTP {(int)status} and no JSON"), MaybeDone: true),
        null => new ApiResult<T>.NoAnswer(Redact(Words(e)), MaybeDone: !WasNeverSent(e)),
    };

    private static bool WasNeverSent(Exception e) => e.InnerException is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    } || e.InnerException is HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } };

    private static string Words(Exception e) => e.InnerException is null or JsonException ? e.Message : $"{e.Message} {e.InnerException.Message}";

    /// <summary>Whatever a library or a proxy says may quote the address, which holds the token.</summary>
    private string Redact(string text)
    {
        var secret = _endpoint.Token[(_endpoint.Token.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return text.Replace(_endpoint.Token, "TOKEN", StringComparison.Ordinal).Replace(secret, "TOKEN", StringComparison.Ordinal);
    }
}
