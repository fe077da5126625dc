using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Telegram.Hosting;
using NewsBot.Telegram.Sending;

namespace NewsBot.Telegram.Updates;

/// <summary>
/// Takes updates that Telegram delivers over a web server in front of us. An answer of 200 means that the update is stored, or can never be read; anything else makes Telegram deliver it again.
/// </summary>
internal sealed partial class WebhookListener(TelegramBotApi api, UpdateIntake intake, IOptions<TelegramOptions> options, Random random, TimeProvider time, ILogger<WebhookListener> logger)
{
    private const int MostAtOnce = 40;
    private const int MostBytes = 1024 * 1024;
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly string _secret = options.Value.WebhookSecret.Length > 0 ? options.Value.WebhookSecret : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>Listens, tells Telegram where, and takes in until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var listener = new HttpListener();
        listener.Prefixes.Add(options.Value.WebhookListen);
        Listen(listener);
        await using var stop = cancellationToken.UnsafeRegister(static state => ((HttpListener)state!).Abort(), listener);
        var announcing = AnnounceAsync(cancellationToken);
        var open = new HashSet<Task>();
        while (!cancellationToken.IsCancellationRequested)
        {
            open.RemoveWhere(served => served.IsCompleted);
            if (open.Count >= MostAtOnce)
            {
                await Task.WhenAny(open);
                continue;
            }

            try
            {
                open.Add(ServeAsync(await listener.GetContextAsync(), cancellationToken));
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException && cancellationToken.IsCancellationRequested)
            {
                break;
            }
        }

        await Task.WhenAll(open);
        await announcing;
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        var backOff = new BackOff(random);
        while (await api.SetWebhookAsync(options.Value.WebhookUrl, _secret, MostAtOnce, UpdateReader.Kinds, cancellationToken) is var result and not ApiResult<bool>.Ok)
        {
            if (result is ApiResult<bool>.Failed(_, var description, _, _))
            {
                api.Health.Webhook($"Telegram does not take Telegram:WebhookUrl ({description}). Correct it, or set it to \"\" so that updates are fetched.");
            }

            LogNotSet(api.Health.Problem ?? "Telegram does not answer");
            await Task.Delay(backOff.Next(), time, cancellationToken);
        }

        api.Health.Webhook(null);
    }

    private void Listen(HttpListener listener)
    {
        try
        {
            listener.Start();
        }
        catch (HttpListenerException e)
        {
            api.Health.Webhook($"Telegram:WebhookListen cannot be listened on ({e.Message}). Name a free port of this machine.");
            throw;
        }
    }

    private async Task ServeAsync(HttpListenerContext context, CancellationToken cancellationToken)
    {
        await Task.Yield();
        using var deadline = new CancellationTokenSource(Patience, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var status = HttpStatusCode.ServiceUnavailable;
        try
        {
            status = await AnswerAsync(context.Request, limit.Token);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Telegram delivers it again.
            LogNotTaken(e);
        }
        catch (OperationCanceledException)
        {
            // A stop: Telegram delivers it to the next process.
        }

        try
        {
            context.Response.StatusCode = (int)status;
            context.Response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            LogLeft(e);
        }
    }

    private async Task<HttpStatusCode> AnswerAsync(HttpListenerRequest request, CancellationToken cancellationToken)
    {
        if (!IsTelegram(request.Headers[SecretHeader]))
        {
            return HttpStatusCode.Unauthorized;
        }

        if (request.HttpMethod != "POST")
        {
            return HttpStatusCode.MethodNotAllowed;
        }

        using var body = new BoundedStream(MostBytes);
        try
        {
            await request.InputStream.CopyToAsync(body, cancellationToken);
            using var document = JsonDocument.Parse(body.ToArray());
            await intake.AcceptAsync([document.RootElement], isBacklog: false, cancellationToken);
        }
        catch (Exception e) when (e is JsonException or TooLargeException)
        {
            // Were it refused, Telegram would deliver it for ever.
            LogPoison(e);
        }

        return HttpStatusCode.OK;
    }

    private bool IsTelegram(string? secret) => secret is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(_secret));

    [LoggerMessage(Level = LogLevel.Error, Message = "The webhook is not set: {Reason} I go on trying")]
    private partial void LogNotSet(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "An update that Telegram delivered could not be stored; Telegram delivers it again")]
    private partial void LogNotTaken(Exception e);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Whoever delivered an update did not wait for the answer")]
    private partial void LogLeft(Exception e);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was delivered to the webhook is no update and is passed over")]
    private partial void LogPoison(Exception e);
}
