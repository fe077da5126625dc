using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace NewsBot.Testing.Telegram.Http;

/// <summary>Posts waiting updates to the webhook, one after the other, each until it is taken with a 2xx; a refusal waits a little and is repeated.</summary>
internal sealed class WebhookSender : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(10) };
    private readonly World _world;
    private readonly Task _sending;

    public WebhookSender(World world)
    {
        _world = world;
        _sending = SendAllAsync(_stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _sending;
        _http.Dispose();
    }

    private async Task SendAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var change = _world.NextChange();
                var (webhook, update) = Next();
                if (webhook is null || update is null)
                {
                    await change.WaitAsync(cancellationToken);
                }
                else if (await TryPostAsync(webhook, update, cancellationToken) is { } error)
                {
                    _world.Change(() => webhook.LastError = (_world.Now, error));
                    await Task.Delay(Pause, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The test is over.
        }
    }

    private (Webhook? Webhook, PendingUpdate? Update) Next()
    {
        lock (_world.Gate)
        {
            return (_world.Webhook, _world.Updates.Peek());
        }
    }

    /// <summary>Null when it was taken.</summary>
    private async Task<string?> TryPostAsync(Webhook webhook, PendingUpdate update, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(update.Json.ToJsonString())) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            if (webhook.Secret.Length > 0)
            {
                request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", webhook.Secret);
            }

            using var answer = await _http.SendAsync(request, cancellationToken);
            if (answer.IsSuccessStatusCode)
            {
                _world.Change(() => _world.Updates.Confirm(update.Id));
                return null;
            }

            return string.Create(CultureInfo.InvariantCulture, $"Wrong response from the webhook: {(int)answer.StatusCode} {answer.ReasonPhrase}");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return "Connection refused";
        }
    }
}
