using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Rendering;

/// <summary>
/// Articles and digests as rich messages: headings, paragraphs, pictures and folded summaries (https://core.telegram.org/bots/api#rich-messages). Null where one message cannot hold it; the classic form is sent then. Pure.
/// </summary>
internal static class RichPages
{
    /// <summary>The server takes 32,768 characters and 500 blocks; what entities add is left room for.</summary>
    private const int MostCharacters = 30_000;
    private const int MostBlocks = 450;
    private const int MostPictures = 40;

    public static RichPage? Of(Article article, TelegramView view)
    {
        var blocks = new List<InputRichBlock> { Heading(Link(article), 2), Paragraph(Source(article, view)) };
        if (Picture(article) is { } picture)
        {
            blocks.Insert(1, picture);
        }

        blocks.AddRange(article.Paragraphs.Select(paragraph => Paragraph(Plain(paragraph))));
        return Fitting(blocks, article.Paragraphs.Sum(paragraph => paragraph.Length), article.Language);
    }

    public static RichPage? Of(Post.Digest digest, TelegramView view)
    {
        var blocks = new List<InputRichBlock> { Heading(Plain(view.Texts.DigestTitle), 2) };
        var (length, pictures) = (0, 0);
        foreach (var (index, line) in digest.Lines.Index())
        {
            blocks.Add(Heading(Join(Plain(string.Create(CultureInfo.InvariantCulture, $"{index + 1}. ")), Link(line.Article)), 4));
            if (digest.Style.Images == true && pictures < MostPictures && Picture(line.Article) is { } picture)
            {
                pictures++;
                blocks.Add(picture);
            }

            blocks.Add(Paragraph(line.Sources > 1 ? Join(Source(line.Article, view), Plain($" · {view.Texts.Sources(line.Sources)}")) : Source(line.Article, view)));
            if (string.Join(' ', line.Article.Summary) is { Length: > 0 } summary)
            {
                blocks.Add(new InputRichBlockExpandableBlockQuotation { Text = Plain(summary) });
                length += summary.Length;
            }
        }

        if (digest.Total > digest.Lines.Count)
        {
            blocks.Add(new InputRichBlockFooter { Text = Plain(view.Texts.AndMore(digest.Total - digest.Lines.Count)) });
        }

        return Fitting(blocks, length + (digest.Lines.Count * 500), null);
    }

    private static RichPage? Fitting(List<InputRichBlock> blocks, int length, string? language) =>
        blocks.Count <= MostBlocks && length <= MostCharacters ? new RichPage(blocks, language is "ar" or "he" or "fa" or "ur" or "yi" or "ps" or "ckb" or "dv" or "sd" or "ug") : null;

    private static InputRichBlock? Picture(Article article) => LinkRule.Accept(article.Image) is { } url ? new InputRichBlockPhoto { Photo = new InputMediaPhoto(InputFile.FromString(url)) } : null;

    private static RichText Source(Article article, TelegramView view) => Join(
        Plain(ArticleParts.Name(article.Source) + " · "),
        new RichTextDateTime { Text = Plain(view.Time(article.Published)), UnixTime = article.Published.UtcDateTime, DateTimeFormat = view.IsToday(article.Published) ? "t" : "dt" },
        Plain(article.Author is { } author ? $" · {view.Texts.By(ArticleParts.Name(author))}" : ""));

    private static RichText Link(Article article)
    {
        var title = VisibleText.Clean(ArticleParts.OneLine(article.Title));
        return LinkRule.Accept(article.Url) is { } url ? new RichTextUrl { Text = new RichTextText { Text = VisibleText.IsBlank(title) ? url : title }, Url = url } : Plain(title);
    }

    private static RichTextText Plain(string text) => new() { Text = VisibleText.Disarm(VisibleText.Clean(text)) };

    private static RichTextArray Join(params RichText[] texts) => new() { Array = texts };

    private static InputRichBlockSectionHeading Heading(RichText text, int size) => new() { Text = text, Size = size };

    private static InputRichBlockParagraph Paragraph(RichText text) => new() { Text = text };
}
