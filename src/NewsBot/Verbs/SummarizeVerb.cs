using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Core.Articles;
using NewsBot.Core.Summaries;
using NewsBot.Core.Text.Languages;

namespace NewsBot.Verbs;

/// <summary>Summarizes one text, or a list of texts a line each, as the pipeline would: clean, then choose sentences. Opens no data folder.</summary>
internal static class SummarizeVerb
{
    private const int LongestText = 16 * 1024 * 1024;

    public static Command Create()
    {
        var file = new Argument<string?>("file") { Arity = ArgumentArity.ZeroOrOne, Description = "A text file, clean or scraped, a paragraph a line; - reads standard input." };
        var batch = new Option<string?>("--batch")
        {
            Description = "A list, one JSON object a line: {id, title, lang, text, sentences}. \"sentences\" is the split text or the number to choose. Prints {id, summary} a line.",
        };
        var sentences = new Option<int?>("--sentences") { Description = "How many sentences, 1 to 5; default 3." };
        var words = new Option<int?>("--words") { Description = "The most words of the whole summary." };
        var title = new Option<string?>("--title") { Description = "The title, when it is known; else it is looked for in the text." };
        var language = new Option<string?>("--lang") { Description = "The language, such as en; else it is told from the text." };
        var json = new Option<bool>("--json") { Description = "Print {title, summary: [...]} instead of text." };
        var command = new Command("summarize", "Print the summary of a text.") { file, batch, sentences, words, title, language, json };
        command.SetAction((result, cancellationToken) =>
        {
            var length = new SummaryLength(result.GetValue(sentences), result.GetValue(words));
            return (result.GetValue(batch), result.GetValue(file)) switch
            {
                ({ } list, _) => Batch.RunParallelAsync(list, line => AnswerLine(line, length), cancellationToken),
                (_, { } path) => RunAsync(path, result.GetValue(title), result.GetValue(language), length, result.GetValue(json), cancellationToken),
                _ => FailAsync("name a text file, - for standard input, or a list after --batch."),
            };
        });
        return command;
    }

    private static async Task<int> RunAsync(string path, string? title, string? language, SummaryLength length, bool asJson, CancellationToken cancellationToken)
    {
        if (path != "-" && !File.Exists(path))
        {
            return await FailAsync($"the file {path} does not exist.");
        }

        using var reader = path == "-" ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8) : new StreamReader(path, Encoding.UTF8);
        var buffer = new char[LongestText + 1];
        var read = await reader.ReadBlockAsync(buffer, cancellationToken);
        if (read > LongestText)
        {
            return await FailAsync($"the text is longer than {LongestText} characters.");
        }

        var (shown, summary) = Summarize([new string(buffer, 0, read)], title, language, length);
        var text = asJson
            ? JsonSerializer.Serialize(new SummaryAnswer(shown, summary), SummarizeJson.Default.SummaryAnswer)
            : string.Join('\n', (string[])[.. shown is null ? [] : (string[])[shown, ""], .. summary]);
        await using var output = new StreamWriter(Console.OpenStandardOutput());
        await output.WriteLineAsync(text.AsMemory(), cancellationToken);
        return 0;
    }

    private static string AnswerLine(string line, SummaryLength length)
    {
        SummarizeTask? task;
        try
        {
            task = JsonSerializer.Deserialize(line, SummarizeJson.Default.SummarizeTask);
        }
        catch (JsonException)
        {
            return JsonSerializer.Serialize(new SummarizeFailure("The line is not a JSON object with id and text."), SummarizeJson.Default.SummarizeFailure);
        }

        var (texts, count) = task?.Sentences switch
        {
            { ValueKind: JsonValueKind.Array } split => ([.. split.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)], null),
            { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var wanted) => (Array.Empty<string>(), wanted),
            _ => (Array.Empty<string>(), (int?)null),
        };
        var (_, summary) = Summarize(texts.Length > 0 ? texts : [task?.Text ?? ""], task?.Title, task?.Lang, length with { Sentences = count ?? length.Sentences });
        return JsonSerializer.Serialize(new BatchAnswer(task?.Id, string.Join(' ', summary)), SummarizeJson.Default.BatchAnswer);
    }

    private static (string? Title, IReadOnlyList<string> Summary) Summarize(IReadOnlyList<string> texts, string? title, string? language, SummaryLength length)
    {
        var primary = language?.Split('-', '_')[0].ToLowerInvariant() ?? LanguageDetector.Detect(texts[0]);
        var article = StoredArticleReader.Clean(string.Join('\n', texts), new CleanHints { Title = string.IsNullOrWhiteSpace(title) ? null : title, Language = primary });
        var request = new SummaryRequest { Title = article.Title ?? "", Paragraphs = article.Paragraphs, Language = primary, WordBudget = length.Words };
        return (article.Title, ExtractiveSummarizer.Summarize(length.Sentences is { } count ? request with { Sentences = count } : request));
    }

    private static async Task<int> FailAsync(string reason)
    {
        await Console.Error.WriteLineAsync("newsbot: " + reason);
        return 1;
    }

    private readonly record struct SummaryLength(int? Sentences, int? Words);
}

/// <summary>One line of a summarize list.</summary>
internal sealed record SummarizeTask(JsonElement? Id, string? Title, string? Lang, string? Text, JsonElement? Sentences);

/// <summary>What summarize prints for one text.</summary>
internal sealed record SummaryAnswer(string? Title, IReadOnlyList<string> Summary);

/// <summary>What summarize prints for one line of a list; the id as it came.</summary>
internal sealed record BatchAnswer(JsonElement? Id, string Summary);

/// <summary>What summarize prints for a line that it cannot read.</summary>
internal sealed record SummarizeFailure(string Error);

/// <summary>The JSON of the summarize verb.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SummarizeTask))]
[JsonSerializable(typeof(SummaryAnswer))]
[JsonSerializable(typeof(BatchAnswer))]
[JsonSerializable(typeof(SummarizeFailure))]
internal sealed partial class SummarizeJson : JsonSerializerContext;
