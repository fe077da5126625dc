using NewsBot.Core.Articles;
using NewsBot.Telegram.Sending;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Rendering;

/// <summary>An article to be read: one message that is turned from page to page, each with the link to the original. Pure.</summary>
internal static class ArticlePages
{
    /// <summary>Less than a message holds: pages of this length read well on a phone.</summary>
    private static readonly TextSize Page = new(3_000);

    /// <param name="page">The first is 0; beyond the last is the last.</param>
    /// <param name="isRich">Whether the chat wants rich messages: then the whole article is one, and the pages are what is sent where that is refused.</param>
    public static TelegramMessage Render(Article article, int page, TelegramView view, bool isRich, IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> choices)
    {
        var head = Head(article, view);
        var pages = TextSplitter.Split(Body(article, view), Page with { Units = Page.Units - Math.Min(1_000, head.Text.Length + 2) }, Page, Tail(article, view));
        var shown = Math.Clamp(page, 0, pages.Count - 1);
        var text = shown == 0 ? TextCutter.Join(head, pages[0]) : pages[shown];
        return new TelegramMessage(text)
        {
            Rich = isRich && page == 0 && RichPages.Of(article, view) is { } rich ? rich with { Markup = Keyboards.Of(choices) } : null,
            Markup = Keyboards.Of([Turns(article, shown, pages.Count, view), .. choices]),
        };
    }

    private static TelegramText Head(Article article, TelegramView view)
    {
        var text = new TextBuilder().AddTitle(article).Line().AddSource(article, view);
        text.AddPoint(article.Author is { } author ? view.Texts.By(ArticleParts.Name(author)) : null);
        return text.AddAddressInWords(article).Build();
    }

    private static TelegramText Body(Article article, TelegramView view)
    {
        var text = new TextBuilder();
        foreach (var paragraph in article.Paragraphs)
        {
            text.Gap().AddForeign(paragraph);
        }

        return article.Paragraphs.Count > 0 ? text.Build() : text.Add(view.Texts.NoText).Build();
    }

    private static TelegramText? Tail(Article article, TelegramView view) =>
        LinkRule.Accept(article.Url) is { } url ? new TextBuilder().Mark(EntityKind.Link, link => link.Add(view.Texts.ReadOriginal), url).Build() : null;

    private static IReadOnlyList<InlineKeyboardButton> Turns(Article article, int page, int pages, TelegramView view)
    {
        var turns = new List<InlineKeyboardButton>();
        if (pages == 1 || view.Chat == ChatKind.Channel)
        {
            return turns;
        }

        if (page > 0)
        {
            turns.Add(Keyboards.Button(view.Texts.ButtonPrevious, new CallbackData.ReadPage(article.Id, page - 1)));
        }

        turns.Add(Keyboards.Button(view.Texts.PageOf(page + 1, pages), new CallbackData.ReadPage(article.Id, page)));
        if (page < pages - 1)
        {
            turns.Add(Keyboards.Button(view.Texts.ButtonNext, new CallbackData.ReadPage(article.Id, page + 1)));
        }

        return turns;
    }
}
