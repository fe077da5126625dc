using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using NewsBot.Core.Articles;
using NewsBot.Core.Articles.Enrichment;

namespace NewsBot.Verbs;

/// <summary>Reads articles from files by the end of their name.</summary>
internal static class ArticleFiles
{
    private const long MostBytes = 1024 * 1024;
    private const long MostLineFileBytes = 4L * 1024 * 1024 * 1024;
    private static readonly string[] Kinds = [".txt", ".md", ".html", ".htm", ".json", ".jsonl", ".opml"];

    /// <summary>The file itself, or the files of a folder and its folders that can be imported, by name.</summary>
    public static IEnumerable<string> In(string path) =>
        Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).Where(file => Kinds.Contains(Path.GetExtension(file).ToLowerInvariant())).Order(StringComparer.Ordinal)
            : [path];

    /// <summary>One reading an article; a file that cannot be read gives one reading that says why.</summary>
    public static async IAsyncEnumerable<FileReading> ReadAsync(string path, IArticleExtractor extractor, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isLines = Path.GetExtension(path).Equals(".jsonl", StringComparison.OrdinalIgnoreCase);
        if (await ProblemAsync(path, isLines ? MostLineFileBytes : MostBytes) is { } problem)
        {
            yield return FileReading.Failed(path, problem);
        }
        else if (isLines)
        {
            var number = 0;
            await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
            {
                number++;
                if (line.Trim().Length > 0)
                {
                    yield return ReadJson(line, $"{path}:{number}", now) is [var only] ? only : FileReading.Failed($"{path}:{number}", "one JSON object a line is expected.");
                }
            }
        }
        else
        {
            foreach (var reading in ReadWhole(path, await File.ReadAllBytesAsync(path, cancellationToken), extractor, now, cancellationToken))
            {
                yield return reading;
            }
        }
    }

    private static async Task<string?> ProblemAsync(string path, long mostBytes)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true } file && file.Length > mostBytes)
            {
                return "the file is larger than 1 MiB. Split it into one file an article, or use .jsonl.";
            }

            await using var probe = File.OpenRead(path);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "the file cannot be read. Check the path and its rights.";
        }
    }

    private static IReadOnlyList<FileReading> ReadWhole(string path, byte[] bytes, IArticleExtractor extractor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (bytes.Length == 0)
        {
            return [FileReading.Failed(path, "the file is empty. Give a text with a title and paragraphs.")];
        }

        if (bytes.AsSpan().Contains((byte)0))
        {
            return [FileReading.Failed(path, "this is a binary file. Give text files.")];
        }

        var text = Encoding.UTF8.GetString(bytes);
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".json" => ReadJson(text, path, now),
            ".html" or ".htm" => [ReadPage(bytes, path, extractor, now, cancellationToken)],
            _ => [ReadText(text, path, now)],
        };
    }

    private static FileReading ReadPage(byte[] bytes, string path, IArticleExtractor extractor, DateTimeOffset now, CancellationToken cancellationToken) =>
        extractor.Extract(new WebPage(bytes, null, null), cancellationToken) switch
        {
            PageReading.Read(var page) when page.Draft(null, now) is { } draft => new FileReading(path, draft, null),
            PageReading.NotAnArticle(_, var reason, _) => FileReading.Failed(path, $"{reason} Give the saved page of one article."),
            _ => FileReading.Failed(path, "the file holds no article. Give the saved page of one article."),
        };

    private static FileReading ReadText(string text, string path, DateTimeOffset now) =>
        ArticleIntake.ReadClean(StoredArticleReader.Read(text, path), "Imported", now) is { } draft
            ? new FileReading(path, draft, null)
            : FileReading.Failed(path, "the file holds no article. Give a text with a title and paragraphs.");

    private static IReadOnlyList<FileReading> ReadJson(string text, string where, DateTimeOffset now)
    {
        try
        {
            var lines = text.TrimStart().StartsWith('[') ? JsonSerializer.Deserialize(text, ArticleLineJson.Default.ListArticleLine) : [JsonSerializer.Deserialize(text, ArticleLineJson.Default.ArticleLine)!];
            return [.. (lines ?? []).Select(line => Reading(line, where, now))];
        }
        catch (JsonException e)
        {
            return [FileReading.Failed(where, $"this is no article as JSON ({e.Message.Split('.')[0]}). \"newsbot export\" shows the form.")];
        }
    }

    private static FileReading Reading(ArticleLine line, string where, DateTimeOffset now)
    {
        var paragraphs = (line.Text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var cleaned = ArticleCleaner.Clean(paragraphs, new CleanHints { Title = line.Title, Language = line.Language });
        var article = cleaned with
        {
            Title = line.Title ?? cleaned.Title,
            Url = line.Url,
            Source = line.Source ?? cleaned.Source,
            Author = line.Author ?? cleaned.Author,
            Published = line.Published ?? cleaned.Published,
            Image = line.Image,
        };
        return ArticleIntake.ReadClean(article, "Imported", now) is { } draft ? new FileReading(where, draft, null) : FileReading.Failed(where, "there is neither a title nor a text.");
    }
}

/// <summary>An article of a file, or why there is none.</summary>
/// <param name="Where">The file, and the line where it has several articles.</param>
internal sealed record FileReading(string Where, ArticleDraft? Draft, string? Problem)
{
    public static FileReading Failed(string where, string problem) => new(where, null, problem);
}
