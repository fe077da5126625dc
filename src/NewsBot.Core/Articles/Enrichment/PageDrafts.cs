namespace NewsBot.Core.Articles.Enrichment;

/// <summary>Makes drafts of pages. Pure.</summary>
public static class PageDrafts
{
    extension(PageArticle page)
    {
        /// <summary>Clean and summarized; null when there is neither title nor text.</summary>
        /// <param name="url">Where the page was read; null for a file.</param>
        public ArticleDraft? Draft(Uri? url, DateTimeOffset now)
        {
            var clean = ArticleCleaner.Clean(page.Paragraphs, new CleanHints { Title = page.Title, Language = page.Language }) with
            {
                Title = page.Title,
                Url = url?.AbsoluteUri ?? page.Url,
                Source = page.Source ?? url?.Host,
                Author = page.Authors.Count > 0 ? string.Join(", ", page.Authors) : null,
                Language = page.Language,
                Published = page.Published?.Value,
                Image = page.Image,
            };
            return ArticleIntake.ReadClean(clean, url?.Host ?? "Imported", now);
        }
    }
}
