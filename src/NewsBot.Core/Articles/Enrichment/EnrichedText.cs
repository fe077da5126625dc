using NewsBot.Core.Summaries;
using NewsBot.Core.Text;

namespace NewsBot.Core.Articles.Enrichment;

/// <summary>Takes from a page what is better than the feed's own text, never what is worse. Pure.</summary>
public static class EnrichedText
{
    private const double MuchLonger = 1.3;
    private const double SharedWords = 0.5;
    private const int FewWords = 12;
    private const int LeastWords = 30;

    /// <summary>The article with text, summary and missing fields of its page; null when the feed's text stays.</summary>
    public static Article? Better(Article article, PageArticle page)
    {
        var hints = new CleanHints { Title = article.Title, Language = page.Language ?? article.Language };
        var paragraphs = ArticleCleaner.Clean(page.Paragraphs, hints).Paragraphs;
        if (!IsBetter(article.Teaser ?? article.Paragraphs, paragraphs))
        {
            return null;
        }

        var language = article.Language ?? page.Language;
        return article with
        {
            Paragraphs = paragraphs,
            Teaser = article.Teaser ?? article.Paragraphs,
            Summary = ExtractiveSummarizer.Summarize(new SummaryRequest { Title = article.Title, Paragraphs = paragraphs, Language = language }),
            Language = language,
            Author = article.Author ?? (page.Authors.Count > 0 ? string.Join(", ", page.Authors) : null),
            Image = article.Image ?? page.Image,
            ContentHash = ItemKey.Hash(article.Title + "\n" + string.Join('\n', paragraphs)),
        };
    }

    /// <summary>Longer, and about the same thing: a page that shares few words with the feed's text is another page.</summary>
    private static bool IsBetter(IReadOnlyList<string> feed, IReadOnlyList<string> page)
    {
        var (own, other) = (feed.Sum(text => text.Length), page.Sum(text => text.Length));
        if (page.Sum(paragraph => Words.Count(paragraph)) < LeastWords || other < own * MuchLonger)
        {
            return false;
        }

        var words = feed.SelectMany(Words.Folded).ToHashSet(StringComparer.Ordinal);
        var found = page.SelectMany(Words.Folded).ToHashSet(StringComparer.Ordinal);
        return words.Count < FewWords || words.Count(found.Contains) >= words.Count * SharedWords;
    }
}
