namespace NewsBot.Core.Articles.Enrichment;

/// <summary>Takes a publisher's change into a stored article. A changed teaser does not overwrite the fuller text of the page. Pure.</summary>
internal static class EditedArticle
{
    public static Article Of(Article article, ArticleDraft draft, DateTimeOffset now)
    {
        var edited = article with { Title = draft.Title, Image = draft.Image ?? article.Image, Updated = now };
        return article.Teaser is not null && Length(draft.Paragraphs) < Length(article.Paragraphs)
            ? edited with { Teaser = draft.Paragraphs, ContentHash = ItemKey.Hash(draft.Title + "\n" + article.Body) }
            : edited with { Teaser = null, Paragraphs = draft.Paragraphs, Summary = draft.Summary, ContentHash = draft.ContentHash };
    }

    private static int Length(IReadOnlyList<string> paragraphs) => paragraphs.Sum(paragraph => paragraph.Length);
}
