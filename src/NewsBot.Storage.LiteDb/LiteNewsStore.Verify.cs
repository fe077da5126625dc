using LiteDB;
using NewsBot.Core.Articles;

namespace NewsBot.Storage.LiteDb;

/// <content>The check of everything that is stored.</content>
public sealed partial class LiteNewsStore
{
    /// <summary>Reads every article and every row of the outbox and follows what refers to them. Returns what is wrong, a sentence each; empty when all is well.</summary>
    public async Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken)
    {
        var (count, last) = (0L, default(ArticleId));
        while (await ArticlesAfterAsync(last, Chunks.Size, cancellationToken) is { Count: > 0 } chunk)
        {
            count += chunk.Count;
            last = chunk[^1].Id;
        }

        var counted = await CountArticlesAsync(cancellationToken);
        var missing = await host.ReadAsync(MissingRows, cancellationToken);
        IReadOnlyList<string> problems = await host.ReadAsync(Unreadable, cancellationToken);
        return
        [
            .. problems,
            .. counted == count ? Array.Empty<string>() : [$"{count} articles are stored, but {counted} were counted."],
            .. missing == 0 ? Array.Empty<string>() : [$"{missing} deliveries that are open have no row."],
        ];
    }

    private static int MissingRows(LiteDatabase database) => Chunks.All(database.GetCollection("outbox_open")).Count(open => database.GetCollection("outbox").FindById(open["_id"]) is null);

    private static List<string> Unreadable(LiteDatabase database)
    {
        var problems = new List<string>();
        foreach (var name in database.GetCollectionNames().Order(StringComparer.Ordinal))
        {
            try
            {
                foreach (var document in Chunks.All(database.GetCollection(name)))
                {
                    if (document.TryGetValue("j", out var text))
                    {
                        using var json = System.Text.Json.JsonDocument.Parse(text.AsString);
                    }
                }
            }
            catch (Exception e) when (e is LiteException or System.Text.Json.JsonException or InvalidDataException or InvalidCastException)
            {
                problems.Add($"{name} cannot be read: {e.Message}");
            }
        }

        return problems;
    }
}
