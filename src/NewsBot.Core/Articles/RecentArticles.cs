namespace NewsBot.Core.Articles;

/// <summary>
/// The articles of the last three days in memory, at most 20,000, and at least the newest thousand whatever their age. Filled from the store when first asked for; the ingest lane adds what it commits. Thread-safe.
/// </summary>
public sealed class RecentArticles : IDisposable
{
    private const int Most = 20_000;
    private const int Least = 1_000;
    private const int Chunk = 500;
    private static readonly TimeSpan Window = TimeSpan.FromHours(72);

    private readonly SemaphoreSlim _filling = new(1, 1);
    private readonly Lock _lock = new();
    private readonly List<RecentArticle> _added = [];
    private IReadOnlyList<RecentArticle>? _held;

    /// <summary>Lowest ids first.</summary>
    public async Task<IReadOnlyList<RecentArticle>> ReadAsync(IArticleStore store, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_held is { } held)
        {
            return held;
        }

        await _filling.WaitAsync(cancellationToken);
        try
        {
            return _held ?? Fill(await StoredAsync(store, now, cancellationToken), now);
        }
        finally
        {
            _filling.Release();
        }
    }

    /// <summary>Takes over what was committed; a known id is replaced.</summary>
    public void Put(IReadOnlyList<Article> articles, DateTimeOffset now)
    {
        if (articles.Count == 0)
        {
            return;
        }

        lock (_lock)
        {
            var fresh = articles.Select(RecentArticle.Of);
            if (_held is null)
            {
                _added.AddRange(fresh);
                _added.RemoveRange(0, Math.Max(0, _added.Count - Most));
                return;
            }

            _held = Merged(_held, fresh, now);
        }
    }

    public void Dispose() => _filling.Dispose();

    private IReadOnlyList<RecentArticle> Fill(List<RecentArticle> stored, DateTimeOffset now)
    {
        lock (_lock)
        {
            // What was committed while the store was read may be missing there.
            _held = Merged(stored, _added, now);
            _added.Clear();
            return _held;
        }
    }

    private static async Task<List<RecentArticle>> StoredAsync(IArticleStore store, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stored = new List<RecentArticle>();
        ArticleId? below = null;
        while (stored.Count < Most && await store.NewestArticlesAsync(below, Chunk, cancellationToken) is { Count: > 0 } chunk)
        {
            stored.AddRange(chunk.Select(RecentArticle.Of));
            if (chunk.Count < Chunk || (stored.Count >= Least && chunk[^1].FirstSeen < now - Window))
            {
                break;
            }

            below = chunk[^1].Id;
        }

        stored.Reverse();
        return stored;
    }

    private static RecentArticle[] Merged(IReadOnlyList<RecentArticle> held, IEnumerable<RecentArticle> fresh, DateTimeOffset now)
    {
        var replaced = new Dictionary<ArticleId, RecentArticle>();
        foreach (var article in fresh)
        {
            replaced[article.Id] = article;
        }

        var all = held.Where(article => !replaced.ContainsKey(article.Id)).Concat(replaced.Values).ToList();
        if (replaced.Count > 0)
        {
            all.Sort((left, right) => left.Id.Value.CompareTo(right.Id.Value));
        }

        var old = all.FindIndex(article => article.FirstSeen >= now - Window);
        var dropped = Math.Max(all.Count - Most, Math.Min(old < 0 ? all.Count : old, all.Count - Least));
        return [.. all.Skip(Math.Max(0, dropped))];
    }
}
