using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Http;

/// <summary>An answer, whatever its status, or the reason why there is none.</summary>
public abstract record GuardedResult
{
    private GuardedResult()
    {
    }

    public sealed record Answered(GuardedResponse Response) : GuardedResult;

    /// <param name="Detail">A sentence for people that tells nothing of the network inside.</param>
    public sealed record Failed(FetchFailure Failure, string Detail) : GuardedResult;
}

/// <summary>An answer with its body decoded.</summary>
/// <param name="PermanentUrl">Where the leading run of permanent redirects led, or null.</param>
/// <param name="WireBytes">Length of the body as it travelled.</param>
public sealed record GuardedResponse(int Status, ReadOnlyMemory<byte> Body, Uri FinalUrl, Uri? PermanentUrl, long WireBytes)
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    internal GuardedResponse(HttpResponseMessage response, Body body, Uri finalUrl, Uri? permanentUrl)
        : this((int)response.StatusCode, body.Bytes, finalUrl, permanentUrl, body.WireBytes)
    {
        foreach (var header in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            _headers[header.Key] = header.Value.ToString();
        }
    }

    /// <summary>How many redirects led here.</summary>
    public int Redirects { get; init; }

    /// <summary>A header byte for byte (Latin-1), or null.</summary>
    public string? Header(string name) => _headers.GetValueOrDefault(name);
}
