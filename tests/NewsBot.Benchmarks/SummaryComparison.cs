using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NewsBot.Core.Articles;
using NewsBot.Core.Summaries;
using NewsBot.Core.Text;

namespace NewsBot.Benchmarks;

/// <summary>Cleaning and summarizing whole texts on one core, against LexRank on the same sentences in one run. A file of lines {id, title, lang, text} takes the place of the invented articles, so that peers in other languages can be run on the same texts.</summary>
internal static class SummaryComparison
{
    private const int Documents = 400;
    private const int DocumentWords = 1_000;
    private const int Rounds = 5;

    public static int Run(string? file)
    {
        var documents = file is null ? Invented() : [.. File.ReadLines(file).Select(ReadLine)];
        Say($"{documents.Count} texts, {documents.Average(document => Words.Count(document.Text)):F0} words on average");
        for (var round = 0; round < Rounds; round++)
        {
            documents.ForEach(document => Summarize(document));
        }

        var times = new List<double>();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        foreach (var document in Enumerable.Repeat(documents, Rounds).SelectMany(document => document))
        {
            var begin = Stopwatch.GetTimestamp();
            Summarize(document);
            times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        var ours = times.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
        times.Sort();
        Say($"clean and summarize: {ours:F0} texts/s, p50 {times[times.Count / 2]:F3} ms, p99 {times[times.Count * 99 / 100]:F3} ms, most {times[^1]:F3} ms, {(GC.GetAllocatedBytesForCurrentThread() - allocated) / times.Count / 1_000} KB a text");
        start = Stopwatch.GetTimestamp();
        documents.ForEach(document => LexRankReference.Summarize([.. document.Text.Split('\n').SelectMany(paragraph => SentenceSplitter.Split(paragraph, document.Language))], 3));
        var theirs = documents.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
        Say($"LexRank in the same process: {theirs:F0} texts/s; ours/LexRank {ours / theirs:F1}x");
        return 0;
    }

    private static IReadOnlyList<string> Summarize(Document document)
    {
        var article = ArticleCleaner.Clean(document.Text.Split('\n'), new CleanHints { Title = document.Title, Language = document.Language });
        return ExtractiveSummarizer.Summarize(new SummaryRequest { Title = document.Title ?? "", Paragraphs = article.Paragraphs, Language = document.Language });
    }

    private static List<Document> Invented()
    {
        var news = new SyntheticNews();
        return [.. Enumerable.Range(1, Documents).Select(id => new Document(news.Article(id, Documents).Title, "en", news.Text(id, DocumentWords)))];
    }

    private static Document ReadLine(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        string? Property(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return new Document(Property("title"), Property("lang"), Property("text") ?? "");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record Document(string? Title, string? Language, string Text);
}
