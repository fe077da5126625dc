using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Hosting;

namespace NewsBot.Verbs;

/// <summary>Stores articles from text files. A bad file is named and skipped; importing a file twice stores it once.</summary>
internal static class ImportVerb
{
    private const long MostBytes = 1024 * 1024;

    public static async Task<int> RunAsync(Bot bot, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var store = bot.Get<INewsStore>();
        var feed = await store.AddFeedAsync(new NewFeed(FeedKind.Imported, "imported", "Imported"), cancellationToken);
        var failed = 0;
        var drafts = new List<ArticleDraft>();
        foreach (var path in paths.SelectMany(Files))
        {
            var (draft, problem) = await ReadAsync(path, store.Now, cancellationToken);
            if (draft is null)
            {
                failed++;
                await Console.Error.WriteLineAsync($"newsbot: {path}: {problem}");
                continue;
            }

            drafts.Add(draft);
        }

        var distinct = drafts.DistinctBy(draft => draft.Key).ToList();
        var report = await bot.Get<IngestLane>().IngestAsync(feed, distinct, cancellationToken);
        bot.Get<FeedRegistry>().Put(report.Feed ?? feed);
        await Console.Out.WriteLineAsync($"{report.New} stored, {drafts.Count - report.New} known already, {failed} skipped.");
        return failed > 0 ? 1 : 0;
    }

    private static IEnumerable<string> Files(string path) =>
        Directory.Exists(path) ? Directory.GetFiles(path, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path];

    private static async Task<(ArticleDraft? Draft, string Problem)> ReadAsync(string path, DateTimeOffset now, CancellationToken cancellationToken)
    {
        byte[] bytes;
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes })
            {
                return (null, "the file is larger than 1 MiB. Split it into one file an article.");
            }

            bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, "the file cannot be read. Check the path and its rights.");
        }

        if (bytes.AsSpan().Contains((byte)0))
        {
            return (null, "this is a binary file. Give text files.");
        }

        var draft = ArticleIntake.ReadClean(StoredArticleReader.Read(Encoding.UTF8.GetString(bytes), path), "Imported", now);
        return draft is null ? (null, "the file holds no article. Give a text with a title and paragraphs.") : (draft, "");
    }
}
