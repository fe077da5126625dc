using System.Net;

namespace NewsBot.Testing.Web;

/// <summary>
/// All web servers of a virtual-time test as one message handler: no sockets, no threads, delays in the given time. Answers are scripted by address without its scheme's default port,
/// such as <c>https://morning.example/feed</c>.
/// </summary>
public sealed class InMemoryWeb(TimeProvider time) : HttpMessageHandler
{
    private readonly AnswerScript _script = new();
    private readonly List<RecordedRequest> _requests = [];
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _inFlight = new(StringComparer.Ordinal);

    /// <summary>In order of arrival. Turn <see cref="KeepsRequests"/> off where there are millions.</summary>
    public IReadOnlyList<RecordedRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    public bool KeepsRequests { get; set; } = true;

    /// <summary>The most requests that one host saw at a time.</summary>
    public int MostAtOnceToOneHost { get; private set; }

    /// <summary>Serves a document with a strong ETag of its bytes and answers 304 to a matching If-None-Match. A later call replaces it.</summary>
    public void Serve(string url, string document) => _script.Serve(url, document);

    /// <summary>Answers in this order; the last one repeats.</summary>
    public void Script(string url, params IReadOnlyList<ServerAnswer> answers) => _script.Set(url, answers);

    public void Script(string url, Func<RecordedRequest, ServerAnswer> answer) => _script.Set(url, answer);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!;
        var recorded = new RecordedRequest(time.GetUtcNow(), request.Method.Method, url.Authority, url.PathAndQuery, HeadersOf(request));
        Enter(recorded);
        try
        {
            var answer = _script.Answer(url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped), recorded);
            if (answer.Delay > TimeSpan.Zero)
            {
                await Task.Delay(answer.Delay, time, cancellationToken);
            }

            return answer.Fault is { } fault ? throw fault : ResponseOf(answer, request);
        }
        finally
        {
            Leave(url.Authority);
        }
    }

    private static HttpResponseMessage ResponseOf(ServerAnswer answer, HttpRequestMessage request)
    {
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = new ReadOnlyMemoryContent(answer.Body), RequestMessage = request };
        foreach (var (name, value) in answer.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }

    private static IReadOnlyList<KeyValuePair<string, string>> HeadersOf(HttpRequestMessage request) =>
        [.. request.Headers.NonValidated.Select(header => new KeyValuePair<string, string>(header.Key, header.Value.ToString()))];

    private void Enter(RecordedRequest request)
    {
        lock (_lock)
        {
            if (KeepsRequests)
            {
                _requests.Add(request);
            }

            var now = _inFlight[request.Host] = _inFlight.GetValueOrDefault(request.Host) + 1;
            MostAtOnceToOneHost = Math.Max(MostAtOnceToOneHost, now);
        }
    }

    private void Leave(string host)
    {
        lock (_lock)
        {
            _inFlight[host]--;
        }
    }
}
