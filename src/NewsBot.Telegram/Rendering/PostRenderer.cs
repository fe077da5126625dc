using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Text;
using NewsBot.Telegram.Sending;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Rendering;

/// <summary>Alerts, roll-ups, digests and notices as messages of Telegram. Pure.</summary>
internal static class PostRenderer
{
    private const int MostSentences = 2;
    private const int LongestSentence = 500;

    /// <returns>At least one message, in the order they are sent; only digests and notices that are too long come in several.</returns>
    public static IReadOnlyList<TelegramMessage> Render(Post post, TelegramView view) => post switch
    {
        Post.Alert alert => [Render(alert, view, TextSize.Message)],
        Post.RollUp rollUp => Collected(rollUp, view.Texts.NewArticles(rollUp.Total), [.. rollUp.Articles.Select(article => new ListLine(article, 1))], rollUp.Total, rollUp.View, view),
        Post.Digest digest => Digest(digest, view),
        Post.Question(_, var text, var choices, var dialog) => Parts(new TextBuilder().Add(text), post, Keyboards.Choices(choices, dialog)),
        Post.Notice(var text) => Parts(new TextBuilder().Add(text), post, []),
        var other => throw new InvalidOperationException($"Unknown post {other.GetType().Name}."),
    };

    /// <summary>One message, however long the article: the body gives way.</summary>
    /// <param name="size">What the text must fit: less where it becomes the caption of a photo that was sent.</param>
    public static TelegramMessage Render(Post.Alert alert, TelegramView view, TextSize size)
    {
        var (article, style) = (alert.Article, alert.Style);
        var head = Head(article, style);
        var foot = Foot(alert, view);
        var body = Body(article, style);
        var picture = style.Images == true ? LinkRule.Accept(article.Image) : null;
        var whole = Whole(head, body, foot);
        var isCaption = picture is not null && style.Form != MessageForm.Full && TextSize.Caption.Holds(whole);
        var shown = size.Holds(whole) ? whole : Whole(head, Shortened(body, size.Units - head.Text.Length - foot.Text.Length), foot);
        return new TelegramMessage(TextSplitter.Split(shown, size, size)[0])
        {
            Photo = isCaption ? picture : null,
            Preview = PreviewOf(article, style, picture),
            Markup = style.Buttons == true ? AlertButtons(alert, view) : null,
            IsSilent = alert.IsSilent,
            ReplyTo = SentMessage.ParseAll(alert.ReplyTo) is [var answered, ..] ? answered.Id : null,
            IsPinned = style.Pin == true,
        };
    }

    /// <summary>A picture that cannot be a photo with this text is previewed above it; else the page, if the style wants that.</summary>
    private static LinkPreview PreviewOf(Article article, Style style, string? picture) =>
        picture is not null ? new LinkPreview(picture, IsLarge: true, IsAbove: true)
        : style.Preview == true && LinkRule.Accept(article.Url) is { } page ? new LinkPreview(page, IsLarge: article.Image is not null)
        : LinkPreview.None;

    private static TelegramText Head(Article article, Style style)
    {
        var text = new TextBuilder();
        if (style.Title is { } before)
        {
            text.AddForeign(ArticleParts.OneLine(before)).Add(" ");
        }

        return text.AddTitle(article).Build();
    }

    private static TelegramText Body(Article article, Style style) => style.Form switch
    {
        MessageForm.Compact => TelegramText.Empty,
        MessageForm.Full when article.Paragraphs.Count > 0 => new TextBuilder().AddQuote(string.Join("\n\n", article.Paragraphs)).Build(),
        _ when article.Summary.Count > 0 => new TextBuilder().AddForeign(string.Join(' ', article.Summary.Take(MostSentences).Select(sentence => TextCut.At(sentence, LongestSentence)))).Build(),
        _ => TelegramText.Empty,
    };

    private static TelegramText Foot(Post.Alert alert, TelegramView view)
    {
        var (article, texts) = (alert.Article, view.Texts);
        var text = new TextBuilder().AddSource(article, view);
        text.AddPoint(alert.Reason is { } reason ? texts.Reason(ArticleParts.Name(reason)) : null).AddAddressInWords(article);
        if (Extras(alert.Style) is { Length: > 0 } extras)
        {
            text.Line().Add(extras);
        }

        if (alert.AlsoFrom.Count > 0)
        {
            text.Line().AddForeign(texts.AlsoFrom(TextCut.At(string.Join(", ", alert.AlsoFrom.Select(ArticleParts.Name)), LongestSentence), alert.AlsoFrom.Count + 1));
        }

        return alert.Updated is { } changed ? text.Line().Mark(EntityKind.Italic, italic => italic.Add(texts.UpdatedAt(view.Time(changed)))).Build() : text.Build();
    }

    /// <summary>Tags and footer of the admins of the place.</summary>
    private static string Extras(Style style) => TextCut.At(string.Join(' ', new[] { style.Tags, style.Footer }.OfType<string>()), LongestSentence);

    private static TelegramText Whole(TelegramText head, TelegramText body, TelegramText foot) => TextCutter.Stack(TextCutter.Stack(head, body), foot);

    /// <summary>As much of the body as the message holds beside head and foot.</summary>
    private static TelegramText Shortened(TelegramText body, int room)
    {
        if (room < 100 || body.Text.Length == 0)
        {
            return TelegramText.Empty;
        }

        var begin = TextSplitter.Split(body, new TextSize(room - 4), TextSize.Message)[0];
        return new TelegramText(begin.Text + " …", begin.Entities.Count > 0 ? [.. begin.Entities.Select(entity => entity.End == begin.Text.Length ? entity with { Length = entity.Length + 2 } : entity)] : []);
    }

    private static InlineKeyboardMarkup? AlertButtons(Post.Alert alert, TelegramView view)
    {
        var (id, texts) = (alert.Article.Id, view.Texts);
        var read = Keyboards.Button(texts.ButtonRead, new CallbackData.OfArticle(id, ArticleVerb.Read));
        var sources = Keyboards.Button(texts.ButtonSources, new CallbackData.OfArticle(id, ArticleVerb.Sources));
        return view.Chat switch
        {
            ChatKind.Private => Keyboards.Of(
                [read, Keyboards.Button(texts.ButtonSave, new CallbackData.OfArticle(id, ArticleVerb.Save)), sources],
                [Keyboards.Button(texts.ButtonWrong, new CallbackData.OfArticle(id, ArticleVerb.Wrong)), Keyboards.Button(texts.ButtonLess, new CallbackData.OfArticle(id, ArticleVerb.Less))]),
            ChatKind.Group => Keyboards.Of([read, sources]),
            _ => null,
        };
    }

    private static IReadOnlyList<TelegramMessage> Digest(Post.Digest digest, TelegramView view)
    {
        var parts = Collected(digest, view.Texts.DigestTitle, digest.Lines, digest.Total, digest.View, view);
        return digest.Style.Rich == true && RichPages.Of(digest, view) is { } rich
            ? [parts[0] with { Rich = rich with { Markup = parts[^1].Markup as InlineKeyboardMarkup } }, .. parts.Skip(1)]
            : parts;
    }

    /// <summary>A title, numbered lines and what leads to those that are not shown.</summary>
    private static IReadOnlyList<TelegramMessage> Collected(Post post, string title, IReadOnlyList<ListLine> lines, int total, ListView list, TelegramView view)
    {
        var text = new TextBuilder().AddBold(title).AddLines(lines, 1, view);
        if (total > lines.Count)
        {
            text.Gap().Item().Add(view.Texts.AndMore(total - lines.Count));
        }

        if (post.Style.Buttons != true || view.Chat == ChatKind.Channel)
        {
            return Parts(text, post, []);
        }

        var all = total > lines.Count ? Keyboards.Button(view.Texts.ButtonShowAll(total), new CallbackData.ListPage(list.Token, 0)) : null;
        return Parts(text, post, [.. Keyboards.Numbers(lines.Select(line => line.Article), 1, view.Texts), .. all is null ? [] : new[] { new[] { all } }]);
    }

    private static IReadOnlyList<TelegramMessage> Parts(TextBuilder text, Post post, IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> buttons)
    {
        var parts = TextSplitter.Split(text.Build(), TextSize.Message, TextSize.Message);
        return
        [
            .. parts.Select((part, index) => new TelegramMessage(part)
            {
                IsSilent = post.IsSilent || index > 0,
                IsPinned = index == 0 && post.Style.Pin == true,
                Markup = index == parts.Count - 1 ? Keyboards.Of(buttons) : null,
            }),
        ];
    }
}
