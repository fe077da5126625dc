using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace NewsBot.Discord.Rest;

/// <summary>Sends one attempt and reads its answer, bounded in bytes and time. What it reports holds no token.</summary>
internal sealed partial class RestTransport(DiscordAccount account, HttpMessageInvoker http, TimeProvider time)
{
    private const int MostBytes = 8 * 1024 * 1024;

    /// <summary>Headers travel with the answer; everything else of it is read here.</summary>
    public async Task<RestExchange> SendAsync(RestRequest request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var expiry = new CancellationTokenSource(timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, cancellationToken);
        try
        {
            using var message = MessageOf(request);
            using var response = await http.SendAsync(message, both.Token);
            return await AnswerOfAsync(response, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new RestExchange.Lost("no answer in time", NeverLeft: false);
        }
        catch (HttpRequestException e)
        {
            return new RestExchange.Lost(Redacted(e.Message), NeverLeft: e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError);
        }
        catch (IOException e)
        {
            return new RestExchange.Lost(Redacted(e.Message), NeverLeft: false);
        }
    }

    /// <summary>The tokens of bots, interactions and webhooks replaced by stars; of the bot's own also the signature alone, its only secret part.</summary>
    public string Redacted(string text) => PathTokens().Replace(text.Replace(account.Token, "***", StringComparison.Ordinal).Replace(account.Token.Split('.')[^1], "***", StringComparison.Ordinal), "${before}***");

    private HttpRequestMessage MessageOf(RestRequest request)
    {
        var message = new HttpRequestMessage(request.Route.Method, new Uri($"{account.Api.AbsoluteUri.TrimEnd('/')}{request.Route.Path}{request.Query}"))
        {
            Content = request.Body?.ToContent(),
        };
        message.Headers.TryAddWithoutValidation("User-Agent", account.UserAgent);
        if (!request.Route.IsInteraction)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bot", account.Token);
        }

        return message;
    }

    private static async Task<RestAnswer> AnswerOfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated)
        {
            headers[name] = values.ToString();
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (body.Length + read > MostBytes)
            {
                throw new IOException("The answer is longer than is read.");
            }

            await body.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return new RestAnswer((int)response.StatusCode, headers, body.GetBuffer().AsMemory(0, (int)body.Length));
    }

    [GeneratedRegex(@"(?<before>/(interactions|webhooks)/[0-9]{1,20}/)[^/?#\s""']+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex PathTokens();
}
