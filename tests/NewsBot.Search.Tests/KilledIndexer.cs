using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Core.Feeds;

namespace NewsBot.Search.Tests;

/// <summary>The other side of the kill test: this program, started again with a folder in its environment, indexes without end and says how far it is.</summary>
internal static class KilledIndexer
{
    public const string FolderVariable = "TEST_NEWSBOT_INDEX_FOLDER";
    public const int Step = 40;

    public static MemoryArticleStore StoreOf(int count)
    {
        var store = new MemoryArticleStore();
        store.Put(Enumerable.Range(1, count).Select(id => Some.Article(id, "Ferry", "Number " + id.ToString(CultureInfo.InvariantCulture))));
        return store;
    }

    public static LuceneArticleIndex Open(string folder, MemoryArticleStore store) =>
        new(new SearchOptions(folder) { CommitAfterArticles = 3 * Step }, store, new StemmingAnalyzer(), new FeedRegistry(), TimeProvider.System, NullLogger<LuceneArticleIndex>.Instance);

    [ModuleInitializer]
    internal static void RunWhenAsked()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder)
        {
            RunAsync(folder).GetAwaiter().GetResult();
        }
    }

    private static async Task RunAsync(string folder)
    {
        var store = new MemoryArticleStore();
        var index = Open(folder, store);
        for (var last = 0; ; last += Step)
        {
            store.Put(Enumerable.Range(last + 1, Step).Select(id => Some.Article(id, "Ferry", "Number " + id.ToString(CultureInfo.InvariantCulture))));
            await index.CatchUpAsync(CancellationToken.None);
            Console.WriteLine(last + Step);
        }
    }
}
