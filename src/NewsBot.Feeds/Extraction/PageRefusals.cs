using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Feeds.Html;

namespace NewsBot.Feeds.Extraction;

/// <summary>Recognizes pages that are no article, so that their text is never passed off as one.</summary>
internal static partial class PageRefusals
{
    private const int ShortWords = 60;
    private const int FewWords = 25;
    private const int FewSentences = 2;

    /// <summary>Null when the page may be an article.</summary>
    public static PageReading.NotAnArticle? Of(GuardedMarkup markup, PageContent content, PageFacts facts, PageArticle head)
    {
        var (outline, text) = (content.Outline, content.Blocks);
        var words = text.Sum(block => block.Words);
        var signs = facts.Linked.Body is not null || facts.Linked.Published is not null || facts.Meta("article:published_time").Any() || facts.Meta("og:type").Contains("article", StringComparer.OrdinalIgnoreCase);
        var all = outline.Blocks.Sum(block => block.Words);
        if (words < ShortWords && !signs)
        {
            var shown = string.Join(' ', outline.Blocks.Select(block => block.Text));
            shown = shown.Length > 20_000 ? shown[..20_000] : shown;
            if (all < 400 && Blocked().IsMatch(head.Title + " " + shown))
            {
                return new(PageRefusal.Blocked, "The server shows a check or an error instead of the article.", head);
            }

            if (words < FewWords && all < 400 && Consent().Count(shown) >= 3)
            {
                return new(PageRefusal.ConsentWall, "The page asks for consent before it shows the article.", head);
            }

            if (words < FewWords && all < 80 && markup.ScriptCharacters > 2_000)
            {
                return new(PageRefusal.ScriptShell, "The page shows its text only by script.", head);
            }
        }

        if (IsLinks(outline, words, signs || (content.HasTitle && text.Sum(block => block.Sentences) >= FewSentences)))
        {
            return new(PageRefusal.PageOfLinks, "The page is a list of links to articles.", head);
        }

        if (words == 0)
        {
            return new(PageRefusal.Empty, all == 0 ? "The page has no text." : "The page has no text of an article.", head);
        }

        return null;
    }

    private static bool IsLinks(PageOutline outline, int words, bool signs)
    {
        var linked = outline.Blocks.Where(block => block.LinkShare > 0.5).Sum(block => block.Words);
        return !signs && linked > 300 && (words < 2 * FewWords || (words < 300 && linked > 8 * words));
    }

    [GeneratedRegex(@"captcha|are you a robot|checking your browser|access denied|enable javascript and cookies|just a moment\.\.\.|page not found|404 not found|403 forbidden|service unavailable|seite nicht gefunden|page introuvable|página no encontrada|unusual traffic", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Blocked();

    [GeneratedRegex(@"\bcookies?\b|\bconsent\b|\bGDPR\b|einwilligung|zustimm|datenschutz|akzeptieren|consentement|accepter|consentimiento|aceptar|consenso|accetta|toestemming|privacy|samtycke|zgod|соглас|Cookie 设置|同意", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Consent();
}
