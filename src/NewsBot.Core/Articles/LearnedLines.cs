using NewsBot.Core.Summaries;

namespace NewsBot.Core.Articles;

/// <summary>Applies what a feed taught later to an article that was stored before: its recurring lines go, and a summary that quoted one is told anew. Pure; an article without such a line comes back as it is, one of nothing else too.</summary>
public static class LearnedLines
{
    /// <param name="learned">Of the article's feed, as <see cref="BoilerplateMemory.Learned"/> gives them.</param>
    public static Article Without(Article article, IReadOnlySet<string> learned)
    {
        if (learned.Count == 0)
        {
            return article;
        }

        var (paragraphs, teaser) = (Kept(article.Paragraphs, learned), article.Teaser is { } own ? Kept(own, learned) : null);
        if (paragraphs.Count == article.Paragraphs.Count && teaser?.Count == article.Teaser?.Count)
        {
            return article;
        }

        return article with { Paragraphs = paragraphs, Teaser = teaser, Summary = Summary(article, paragraphs) };
    }

    private static IReadOnlyList<string> Kept(IReadOnlyList<string> lines, IReadOnlySet<string> learned)
    {
        var kept = lines.Where(line => line.Length > BoilerplateMemory.LongestLine || !learned.Contains(ArticleCleaner.Normalize(line))).ToList();
        return kept.Count is 0 || kept.Count == lines.Count ? lines : kept;
    }

    private static IReadOnlyList<string> Summary(Article article, IReadOnlyList<string> paragraphs)
    {
        var stands = article.Summary.All(sentence => paragraphs.Any(paragraph => paragraph.Contains(sentence, StringComparison.Ordinal)));
        return stands ? article.Summary : ExtractiveSummarizer.Summarize(new SummaryRequest { Title = article.Title, Paragraphs = paragraphs, Language = article.Language });
    }
}
