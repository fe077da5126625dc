using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsBot.Core.Articles;
using NewsBot.Feeds.Html;

namespace NewsBot.Feeds.Extraction;

/// <summary>
/// Takes the article out of a page with a scorer of its own over one tree: bytes to text, text to harmless markup, markup to a tree, the tree to facts and blocks, and a vote for each field.
/// </summary>
public sealed class ArticleExtractor(TimeProvider time) : IArticleExtractor
{
    public PageReading Extract(WebPage page, CancellationToken cancellationToken)
    {
        var deadline = new Deadline(time, ExtractionLimits.Time, cancellationToken);
        try
        {
            var markup = HtmlGuard.Bound(PageDecoder.Decode(page.Body.Span, page.ContentType), withLinks: false);
            if (deadline.IsOver)
            {
                return TooCostly();
            }

            using var document = new HtmlParser().ParseDocument(markup.Html);
            if (deadline.IsOver || document.DocumentElement is null)
            {
                return TooCostly();
            }

            var facts = PageFacts.Gather(document, LinkedDataReader.Read(markup.LinkedData, page.Url), page.Url);
            return deadline.IsOver ? TooCostly() : Read(document, markup, facts);
        }
        catch (RegexMatchTimeoutException)
        {
            // The machine stood still, or a page found a pattern's weakness: either way there is no article to give.
            return TooCostly();
        }
    }

    private static PageReading.NotAnArticle TooCostly() => new(PageRefusal.TooCostly, "Reading the page takes too long.", null);

    private PageReading Read(IDocument document, GuardedMarkup markup, PageFacts facts)
    {
        var title = TitleVote.Of(facts);
        var content = PageContent.Read(document, facts, title);
        var text = string.Join('\n', content.Blocks.Take(30).Select(block => block.Text));
        var language = PageLanguage.Of(facts, text);
        var order = DateOrder.Of(language == facts.Language?.Split('-')[0] ? facts.Language : language, facts.Url);
        var head = new PageArticle
        {
            Title = title,
            Published = new DateVote(facts, order, time.GetUtcNow()).Published(content.HeadLines),
            Authors = AuthorVote.Of(facts, content.HeadLines),
            Source = SiteName.Of(facts),
            Language = language,
            Image = LeadImage.Of(facts),
            Url = facts.Url?.AbsoluteUri,
            Access = Access(facts),
            Paragraphs = [],
        };
        return PageRefusals.Of(markup, content, facts, head) ?? (PageReading)new PageReading.Read(head with { Paragraphs = content.Paragraphs });
    }

    private static PageAccess Access(PageFacts facts) =>
        facts.Linked.IsFree == false ? PageAccess.Paid : facts.Linked.IsLiveBlog ? PageAccess.Live : PageAccess.Open;

    /// <summary>A limit of time that is looked at between stages.</summary>
    private sealed class Deadline(TimeProvider time, TimeSpan limit, CancellationToken cancellationToken)
    {
        private readonly long _start = time.GetTimestamp();

        public bool IsOver
        {
            get
            {
                cancellationToken.ThrowIfCancellationRequested();
                return time.GetElapsedTime(_start) > limit;
            }
        }
    }
}
