using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Discovery;

/// <summary>Hands the answer that a search for feeds just had to the first check of that feed, so that following a feed costs its server one request. Thread-safe; bounded in bytes and age.</summary>
public sealed class SearchedAnswers(IFeedFetcher fetcher, TimeProvider time) : IFeedFetcher
{
    private const int MostBytes = 16 * 1024 * 1024;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken) =>
        request is { ETag: null, LastModified: null } && request.Access == FeedAccess.Public && Take(request.Url) is { } answer
            ? Task.FromResult<FetchResult>(answer)
            : fetcher.FetchAsync(request, cancellationToken);

    /// <summary>Asks the network, whatever is kept.</summary>
    internal Task<FetchResult> AskAsync(FetchRequest request, CancellationToken cancellationToken) => fetcher.FetchAsync(request, cancellationToken);

    internal void Keep(Uri url, FetchResult.Fetched answer)
    {
        lock (_lock)
        {
            _kept[url.AbsoluteUri] = new Kept(answer, time.GetUtcNow());
            while (_kept.Values.Sum(kept => (long)kept.Answer.Document.Body.Length) > MostBytes)
            {
                _kept.Remove(_kept.MinBy(pair => pair.Value.At).Key);
            }
        }
    }

    private FetchResult.Fetched? Take(Uri url)
    {
        lock (_lock)
        {
            return _kept.Remove(url.AbsoluteUri, out var kept) && time.GetUtcNow() - kept.At < Fresh ? kept.Answer : null;
        }
    }

    private sealed record Kept(FetchResult.Fetched Answer, DateTimeOffset At);
}
