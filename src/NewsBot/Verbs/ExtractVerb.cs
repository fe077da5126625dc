using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Text.Languages;
using NewsBot.Feeds.Extraction;

namespace NewsBot.Verbs;

/// <summary>What extraction makes of a page or a scraped text: one article as JSON, or a batch of pages. Opens no store and reads no setting.</summary>
internal static class ExtractVerb
{
    private const long MostBytes = 32 * 1024 * 1024;

    public static Command Create()
    {
        var file = new Argument<string?>("file") { Arity = ArgumentArity.ZeroOrOne, Description = "An HTML page or an article as plain text; - reads standard input." };
        var url = new Option<string?>("--url") { Description = "The address of the page: relative links and dates in addresses are read from it." };
        var batch = new Option<string?>("--batch") { Description = "A list of pages, a line each: path TAB url. Prints one JSON object a line." };
        var command = new Command("extract", "Print the article of a page or text as JSON.") { file, url, batch };
        command.SetAction((result, token) => result.GetValue(batch) is { } list
            ? Batch.RunAsync(list, Line, token)
            : RunAsync(result.GetValue(file), result.GetValue(url), token));
        return command;
    }

    private static async Task<int> RunAsync(string? file, string? url, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            await Console.Error.WriteLineAsync("newsbot: name a file, - for standard input, or --batch with a list.");
            return 1;
        }

        byte[] bytes;
        try
        {
            bytes = file == "-" ? await ReadInputAsync(cancellationToken) : await ReadFileAsync(file, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"newsbot: {file} cannot be read. Check the path, its rights and its size (at most 32 MiB).");
            return 1;
        }

        var (article, error) = Read(bytes, file, url, cancellationToken);
        await Console.Out.WriteLineAsync(ArticleJson.Whole(article, error));
        if (error is not null)
        {
            await Console.Error.WriteLineAsync("newsbot: " + error);
        }

        return error is null ? 0 : 1;
    }

    private static async Task<byte[]> ReadFileAsync(string file, CancellationToken cancellationToken) =>
        new FileInfo(file).Length > MostBytes ? throw new IOException("The file is too large.") : await File.ReadAllBytesAsync(file, cancellationToken);

    private static async Task<byte[]> ReadInputAsync(CancellationToken cancellationToken)
    {
        await using var input = Console.OpenStandardInput();
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await input.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await bytes.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            if (bytes.Length > MostBytes)
            {
                throw new IOException("The input is too large.");
            }
        }

        return bytes.ToArray();
    }

    private static (PageArticle? Article, string? Error) Read(byte[] bytes, string? name, string? url, CancellationToken cancellationToken)
    {
        var address = Uri.TryCreate(url, UriKind.Absolute, out var known) && known.Scheme is "http" or "https" ? known : null;
        if (!IsHtml(bytes))
        {
            return ReadTextInTime(bytes, name);
        }

        return new ArticleExtractor(TimeProvider.System).Extract(new WebPage(bytes, null, address), cancellationToken) switch
        {
            PageReading.Read(var article) => (article, null),
            PageReading.NotAnArticle(_, var reason, var head) => (head, reason),
            var other => throw new InvalidOperationException($"Unknown reading {other.GetType().Name}."),
        };
    }

    /// <summary>Markup near the begin, or in an encoding of two bytes, tells a page from a text.</summary>
    private static bool IsHtml(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 4_096)).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00ef', '\u00bb', '\u00bf', '\u00ff', '\u00fe', ' ', '\n', '\r', '\t');
        return head.StartsWith('<') || head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<body", StringComparison.OrdinalIgnoreCase) || head.Contains("<p>", StringComparison.OrdinalIgnoreCase) || head.Contains("<div", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The patterns of the cleaner have a limit of time by the wall clock.</summary>
    private static (PageArticle? Article, string? Error) ReadTextInTime(byte[] bytes, string? name)
    {
        try
        {
            return ReadText(Encoding.UTF8.GetString(bytes), name);
        }
        catch (RegexMatchTimeoutException)
        {
            return (null, "Reading the text takes too long.");
        }
    }

    private static (PageArticle? Article, string? Error) ReadText(string text, string? name)
    {
        var clean = StoredArticleReader.Read(text, name == "-" ? null : name);
        if (clean.Paragraphs.Count == 0)
        {
            return (null, "The text holds no article.");
        }

        return (new PageArticle
        {
            Title = clean.Title,
            Published = clean.Published is { } date ? new PageDate(date, PageDatePrecision.Instant) : null,
            Authors = clean.Author is { } author ? [author] : [],
            Source = clean.Source,
            Language = clean.Language ?? LanguageDetector.Detect(string.Join(' ', clean.Paragraphs.Take(3))),
            Image = clean.Image,
            Url = clean.Url,
            Paragraphs = clean.Paragraphs,
        }, null);
    }

    // Lines of a batch are answered one after the other and nothing else runs meanwhile, so nothing is won by waiting asynchronously.
#pragma warning disable MA0045
    /// <summary>One line of the batch; what is unknown is left out.</summary>
    private static string Line(string line)
    {
        var parts = line.Split('\t');
        var (file, url) = (parts[0], parts.Length > 1 ? parts[1] : null);
        PageArticle? article = null;
        string? error;
        try
        {
            (article, error) = new FileInfo(file).Length > MostBytes ? (null, "The file is too large.") : Read(File.ReadAllBytes(file), file, url, CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            error = "The file cannot be read.";
        }

        return ArticleJson.Line(file, article, error);
    }
#pragma warning restore MA0045
}
