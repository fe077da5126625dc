using System.CommandLine;
using System.Text;
using System.Text.Json;
using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using HomeBundle = NewsBot.Core.Commands.HomeBundle;

namespace NewsBot.Verbs;

/// <summary>Writes stored articles as JSON lines, or all subscriptions as OPML, by the name of the file.</summary>
internal static class ExportVerb
{
    private static readonly Argument<string> Target = new("PATH") { Description = "A .jsonl file for articles, an .opml file for subscriptions." };

    public static (Command Command, Func<VerbContext, CancellationToken, Task<int>> Act) Create() => (new Command("export", "Write articles (.jsonl) or subscriptions (.opml) to a file.") { Target }, RunAsync);

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var path = context.Console.PathOf(context.Arguments.GetValue(Target)!);
        try
        {
            switch (Path.GetExtension(path).ToLowerInvariant())
            {
                case ".jsonl":
                    await context.Console.Out.WriteLineAsync($"{await WriteArticlesAsync(context, path, cancellationToken)} articles written to {path}.");
                    return 0;
                case ".opml":
                    var bundle = BundleOf(context);
                    await File.WriteAllBytesAsync(path, SubscriptionFile.Write("NewsBot", bundle), cancellationToken);
                    await context.Console.Out.WriteLineAsync($"{bundle.Entries.Count} subscriptions written to {path}.");
                    return 0;
                default:
                    await context.Console.FailAsync($"{path} says neither articles nor subscriptions. Name a .jsonl or an .opml file.");
                    return 1;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await context.Console.FailAsync($"{path} cannot be written: {e.Message} Choose a folder that this user may write to.");
            return 1;
        }
    }

    private static async Task<long> WriteArticlesAsync(VerbContext context, string path, CancellationToken cancellationToken)
    {
        var store = context.Get<INewsStore>();
        await using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        var written = 0L;
        ArticleId last = default;
        while (await store.ArticlesAfterAsync(last, 500, cancellationToken) is { Count: > 0 } chunk)
        {
            foreach (var article in chunk)
            {
                await file.WriteLineAsync(JsonSerializer.Serialize(ArticleLine.Of(article), ArticleLineJson.Default.ArticleLine).AsMemory(), cancellationToken);
                written++;
            }

            last = chunk[^1].Id;
        }

        return written;
    }

    /// <summary>Where one home uses the instance all that it has set comes along; several have settings that no single file can hold.</summary>
    private static SubscriptionBundle BundleOf(VerbContext context)
    {
        var (feeds, registry) = (context.Get<FeedRegistry>(), context.Get<SubscriptionRegistry>());
        return registry.Homes is [var only]
            ? HomeBundle.Of(only, new PlaceId(only.Id.Value), new PersonId(only.Id.Value), registry, feeds)
            : new SubscriptionBundle([.. registry.All.Select(subscription => HomeBundle.EntryOf(subscription, registry.Find(subscription.Place), isNamed: false, feeds) with { Digest = null })]);
    }
}
