using System.CommandLine;
using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Search;
using NewsBot.Core.Storage;
using NewsBot.Terminal;

namespace NewsBot.Verbs;

/// <summary>Stores articles from files and follows the feeds of OPML files. A bad file is named and skipped, the rest goes on; importing a file twice stores it once.</summary>
internal static class ImportVerb
{
    private const int BatchSize = 500;

    private static readonly Argument<string[]> Paths = new("PATH") { Arity = ArgumentArity.OneOrMore, Description = "Articles as .txt, .md, .html, .json or .jsonl files, folders of them, or .opml files." };

    public static (Command Command, Func<VerbContext, CancellationToken, Task<int>> Act) Create() => (new Command("import", "Store articles from files, or follow the feeds of .opml files.") { Paths }, RunAsync);

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally();
        var batch = new List<ArticleDraft>(BatchSize);
        foreach (var path in context.Arguments.GetValue(Paths)!.Select(context.Console.PathOf).SelectMany(ArticleFiles.In))
        {
            if (Path.GetExtension(path).Equals(".opml", StringComparison.OrdinalIgnoreCase))
            {
                tally.Failed += await ImportSubscriptionsAsync(context, path, cancellationToken);
                continue;
            }

            await foreach (var reading in ArticleFiles.ReadAsync(path, context.Get<IArticleExtractor>(), context.Get<INewsStore>().Now, cancellationToken))
            {
                if (reading.Draft is not { } draft)
                {
                    tally.Failed++;
                    await context.Console.FailAsync($"{reading.Where}: {reading.Problem}");
                    continue;
                }

                batch.Add(draft);
                if (batch.Count == BatchSize)
                {
                    await StoreAsync(context, batch, tally, cancellationToken);
                }
            }
        }

        await StoreAsync(context, batch, tally, cancellationToken);
        await context.Get<IArticleIndex>().CatchUpAsync(cancellationToken);
        if (tally.Read > 0 || tally.Failed > 0)
        {
            await context.Console.Out.WriteLineAsync($"{tally.Stored} stored, {tally.Read - tally.Stored} known already, {tally.Failed} skipped.");
        }

        return tally.Failed > 0 ? 1 : 0;
    }

    private static async Task StoreAsync(VerbContext context, List<ArticleDraft> batch, Tally tally, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
        {
            return;
        }

        var store = context.Get<INewsStore>();
        var feed = await store.AddFeedAsync(new NewFeed(FeedKind.Imported, "imported", "Imported"), cancellationToken);
        var known = await store.FindImportedAsync([.. batch.Select(draft => draft.Key)], cancellationToken);
        var fresh = batch.Where(draft => !known.Contains(draft.Key)).DistinctBy(draft => draft.Key).ToList();
        var report = await context.Get<IngestLane>().IngestAsync(feed, fresh, cancellationToken);
        context.Get<FeedRegistry>().Put(report.Feed ?? feed);
        tally.Read += batch.Count;
        tally.Stored += report.New;
        batch.Clear();
    }

    /// <summary>1 when the file could not be imported.</summary>
    private static async Task<int> ImportSubscriptionsAsync(VerbContext context, string path, CancellationToken cancellationToken)
    {
        await using var chat = new LocalChat(context.Bot, context.Console, TerminalPlace.DefaultName, isJson: false);
        return await chat.AskAsync("/import " + path, cancellationToken);
    }

    private sealed class Tally
    {
        public int Read { get; set; }

        public int Stored { get; set; }

        public int Failed { get; set; }
    }
}
