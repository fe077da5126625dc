using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Http;

/// <summary>What to get, and what to say on the way there.</summary>
/// <param name="Url">Checked like every address it redirects to.</param>
public sealed record GuardedRequest(Uri Url)
{
    /// <summary>Sent on every hop.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Sent to the address they came from, wherever in the chain it stands.</summary>
    public Validators Validators { get; init; } = Validators.None;

    /// <summary>Where the validators came from; null stands for <see cref="Url"/>.</summary>
    public Uri? ValidatorsUrl { get; init; }

    public int MostRedirects { get; init; } = FeedLimits.Redirects;

    /// <summary>Credentials and headers go to the host of <see cref="Url"/> alone.</summary>
    public FeedAccess Access { get; init; } = FeedAccess.Public;

    /// <summary>Hosts only: addresses may carry tokens.</summary>
    public override string ToString() => $"GET {Url.Host}";
}
