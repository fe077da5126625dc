using NewsBot.Core.Articles;
using NewsBot.Core.Stories;
using NewsBot.Core.Summaries;

namespace NewsBot.Core.Commands;

/// <summary>Tells a story from all reports that a place may see: a summary over them, who was first and what each adds. Pure.</summary>
internal static class StoryTelling
{
    private const int SummarySentences = 3;

    /// <param name="reports">Oldest first.</param>
    public static Reply.StoryView Of(Article asked, IReadOnlyList<Article> reports)
    {
        // A copy confirms nothing: it is the same text once more.
        var own = reports.Where(report => report.CopyOf is not { } original || reports.All(other => other.Id != original)).ToList();
        var texts = own.Select(report => new StoryReport(Publisher.Of(report), report.Title, report.Paragraphs, report.Language)).ToList();
        var names = reports.GroupBy(Publisher.Of, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.First().Source, StringComparer.OrdinalIgnoreCase);
        var additions = StorySummarizer.Additions(texts);
        return new Reply.StoryView(asked.Title, reports, names.Count)
        {
            Summary = texts.Count == 0 ? [] : [.. StorySummarizer.Summarize(texts, SummarySentences).Select(sentence => Named(sentence, names))],
            Additions = own.Zip(additions).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First.Id, pair => pair.Second!),
        };
    }

    private static StorySentence Named(StorySentence sentence, Dictionary<string, string> names) =>
        new(sentence.Text, names[sentence.Source], [.. sentence.AgreeingSources.Select(source => names[source])]);
}
