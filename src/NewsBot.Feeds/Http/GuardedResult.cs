using System.Net.Http.Headers;
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
public sealed class GuardedResponse(int status, HttpResponseMessage response, byte[] body, Uri finalUrl, Uri? permanentUrl)
{
    public int Status => status;

    public byte[] Body => body;

    public Uri FinalUrl => finalUrl;

    /// <summary>Where the leading run of permanent redirects led, or null.</summary>
    public Uri? PermanentUrl => permanentUrl;

    public HttpResponseHeaders Headers { get; } = response.Headers;

    /// <summary>A header byte for byte, or null.</summary>
    public string? Header(string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString()
        : response.Content.Headers.NonValidated.TryGetValues(name, out var contentValues) ? contentValues.ToString()
        : null;
}
