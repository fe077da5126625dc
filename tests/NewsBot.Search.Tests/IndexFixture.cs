using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Core.Feeds;
using NewsBot.Core.Search;

namespace NewsBot.Search.Tests;

/// <summary>An index over articles in memory in a folder of its own.</summary>
internal sealed class IndexFixture : IAsyncDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("newsbot-search-").FullName;

    private readonly TimeSpan _patience;

    /// <param name="patience">How long a search waits for articles that are being taken in; the fixture's time stands still meanwhile.</param>
    public IndexFixture(TimeSpan patience = default) => (_patience, Index) = (patience, Open(patience));

    public string Folder => Path.Combine(_root, "index");

    public MemoryArticleStore Store { get; } = new();

    public FeedRegistry Feeds { get; } = new();

    public StemmingAnalyzer Analyzer { get; } = new();

    public FakeTimeProvider Time { get; } = new(Some.Now);

    public LuceneArticleIndex Index { get; private set; }

    public async Task<SearchPage> FindAsync(string query, params long[] feeds)
    {
        Time.Advance(TimeSpan.FromSeconds(1));
        return await Index.SearchAsync(Some.Search(query, feeds), TestContext.Current.CancellationToken);
    }

    public async Task<IReadOnlyList<long>> IdsAsync(string query, params long[] feeds) => [.. (await FindAsync(query, feeds)).Articles.Select(id => id.Value)];

    public async Task CloseAsync() => await Index.DisposeAsync();

    public async Task ReopenAsync()
    {
        await CloseAsync();
        Index = Open(_patience);
    }

    public async ValueTask DisposeAsync()
    {
        await Index.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    private LuceneArticleIndex Open(TimeSpan patience) => new(new SearchOptions(Folder) { Patience = patience }, Store, Analyzer, Feeds, Time, NullLogger<LuceneArticleIndex>.Instance);
}
