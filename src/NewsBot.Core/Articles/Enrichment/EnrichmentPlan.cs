using NewsBot.Core.Feeds;

namespace NewsBot.Core.Articles.Enrichment;

/// <summary>Decides which pages are to be read after a refresh; the tasks are committed with its articles. Pure.</summary>
public static class EnrichmentPlan
{
    /// <summary>What was older when it came is not worth a request to its publisher, as when a new feed brings its archive.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(2);

    /// <param name="texts">The texts of all items of the feed as it gave them.</param>
    /// <param name="articles">New and changed ones.</param>
    public static IReadOnlyList<EnrichmentTask> Of(Feed feed, IReadOnlyList<TextExtent> texts, IEnumerable<Article> articles, DateTimeOffset now) =>
        feed.Kind != FeedKind.Web ? [] :
        [
            .. articles
                .Where(article => article.Published >= now - Recent && TeaserSigns.WantsPage(feed.FullText, texts, OwnText(article)))
                .Select(article => Uri.TryCreate(article.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? new EnrichmentTask { Article = article.Id, Url = url, Due = now } : null)
                .OfType<EnrichmentTask>(),
        ];

    private static string OwnText(Article article) => string.Join('\n', article.Teaser ?? article.Paragraphs);
}
