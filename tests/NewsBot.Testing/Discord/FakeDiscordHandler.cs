using System.Net;

namespace NewsBot.Testing.Discord;

/// <summary>The REST side as a message handler, with latency in the given time.</summary>
internal sealed class FakeDiscordHandler(FakeRest rest, TimeProvider time, TimeSpan latency, Random? jitter) : HttpMessageHandler
{
    private const string Base = "/api/v10";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(request, cancellationToken);
        await PauseAsync(OneWay(), cancellationToken);
        var answer = rest.Answer(read);
        await PauseAsync(OneWay() + answer.Delay, cancellationToken);
        if (answer.IsLost)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was cut.");
        }

        var text = answer.Html ?? answer.Json?.ToJsonString();
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = new StringContent(text ?? ""), RequestMessage = request };
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    private static async Task<FakeRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default)
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        return new FakeRequest(request.Method.Method, request.RequestUri!.AbsolutePath[Base.Length..], request.RequestUri.Query, headers, body);
    }

    private TimeSpan OneWay() => latency / 2 * (0.5 + (jitter?.NextDouble() ?? 0.5));

    private Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken) => pause > TimeSpan.Zero ? Task.Delay(pause, time, cancellationToken) : Task.CompletedTask;
}
