using System.Net;

namespace NewsBot.Testing.Telegram.Http;

/// <summary>The Bot API without sockets, for tests in virtual time.</summary>
internal sealed class InMemoryBotApi(Func<HttpCall, CancellationToken, Task<ApiAnswer>> answer) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : [];
        var contentType = request.Content?.Headers.ContentType?.ToString() ?? "";
        var given = await answer(new HttpCall(request.RequestUri!.PathAndQuery, contentType, body), cancellationToken);
        if (given.IsDropped)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
        }

        var response = new HttpResponseMessage((HttpStatusCode)given.Status) { Content = new ByteArrayContent(given.Body), RequestMessage = request };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", given.ContentType);
        return response;
    }
}
