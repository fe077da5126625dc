using NewsBot.Core.Commands;
using NewsBot.Telegram.Sending;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Rendering;

/// <summary>Answers to commands as messages of Telegram. Pure.</summary>
internal static class ReplyRenderer
{
    /// <param name="page">Which page of an article that is read; the first is 0.</param>
    /// <returns>At least one message, in the order they are sent; the buttons are below the last.</returns>
    public static IReadOnlyList<TelegramMessage> Render(Answer answer, DateTimeOffset now, ChatKind chat, int page = 0)
    {
        var view = new TelegramView(answer.Request.Texts, now, answer.Request.Home.TimeZone, chat) { Here = answer.Request.Place is { Former: null } place ? ChatAddress.TryParse(place.Id) : null };
        var choices = Keyboards.Choices(answer.Reply.Choices, answer.Dialog);
        return answer.Reply switch
        {
            Reply.Message(var text) => Parts(Own(text), choices),
            Reply.Refusal(var text) => Parts(Own(text), choices),
            Reply.ArticleList list => Parts(List(list, view), [.. ListButtons(list, view), .. choices]),
            Reply.ArticleView(var article, _) => [ArticlePages.Render(article, page, view, IsRich(answer), choices)],
            Reply.SummaryView summary => Parts(Summary(summary, view), [.. SummaryButtons(summary, view), .. choices]),
            Reply.StoryView story => Parts(Story(story, view), choices),
            Reply.SubscriptionList list => Parts(PlaceTexts.Subscriptions(list, view), choices),
            Reply.SettingsView(var title, var lines) => Parts(PlaceTexts.Settings(title, lines), choices),
            Reply.Explanation(var title, var lines) => Parts(PlaceTexts.Explanation(title, lines), choices),
            Reply.FeedList list => Parts(PlaceTexts.Feeds(list, view), choices),
            Reply.Document(var name, var content, var text) => Document(name, content, Own(text), choices),
            var other => throw new InvalidOperationException($"Unknown reply {other.GetType().Name}."),
        };
    }

    private static bool IsRich(Answer answer) => (answer.Request.Place.Style?.Rich ?? answer.Request.Home.Style?.Rich) == true;

    private static TextBuilder Own(string text) => new TextBuilder().Add(text);

    private static IReadOnlyList<TelegramMessage> Parts(TextBuilder text, IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> buttons)
    {
        var parts = TextSplitter.Split(text.Build(), TextSize.Message, TextSize.Message);
        return [.. parts.Select((part, index) => new TelegramMessage(part) { Markup = index == parts.Count - 1 ? Keyboards.Of(buttons) : null })];
    }

    private static IReadOnlyList<TelegramMessage> Document(string name, ReadOnlyMemory<byte> content, TextBuilder text, IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> buttons)
    {
        var parts = TextSplitter.Split(text.Build(), TextSize.Caption, TextSize.Message);
        return
        [
            .. parts.Select((part, index) => new TelegramMessage(part)
            {
                File = index == 0 ? new MessageFile(name, content) : null,
                Markup = index == parts.Count - 1 ? Keyboards.Of(buttons) : null,
            }),
        ];
    }

    private static TextBuilder List(Reply.ArticleList list, TelegramView view)
    {
        var text = new TextBuilder();
        if (list.View.Title.Length > 0)
        {
            text.Mark(EntityKind.Bold, title => title.AddForeign(list.View.Title)).Gap();
        }

        text.AddLines(list.Lines, list.First, view).Gap().Item().Add(view.Texts.Page(list.First, list.Last, list.Total));
        if (view.Chat == ChatKind.Private)
        {
            text.AddPoint(view.Texts.NumberReads);
        }

        return list.Note is { } note ? text.Gap().Mark(EntityKind.Italic, italic => italic.Add(note)) : text;
    }

    private static IEnumerable<IReadOnlyList<InlineKeyboardButton>> ListButtons(Reply.ArticleList list, TelegramView view)
    {
        if (view.Chat != ChatKind.Channel)
        {
            foreach (var row in Keyboards.Numbers(list.Lines.Select(line => line.Article), list.First, view.Texts))
            {
                yield return row;
            }
        }

        var page = (list.First - 1) / ListPager.PageLines;
        var turns = new List<InlineKeyboardButton>();
        if (page > 0)
        {
            turns.Add(Keyboards.Button(view.Texts.ButtonPrevious, new CallbackData.ListPage(list.View.Token, page - 1)));
        }

        if (list.HasMore)
        {
            turns.Add(Keyboards.Button(view.Texts.ButtonNext, new CallbackData.ListPage(list.View.Token, page + 1)));
        }

        yield return turns;
    }

    private static TextBuilder Summary(Reply.SummaryView summary, TelegramView view)
    {
        var text = new TextBuilder().AddTitle(summary.Article).Line();
        if (summary.Sentences.Count > 0)
        {
            text.AddQuote(string.Join(' ', summary.Sentences));
        }
        else
        {
            text.Add(view.Texts.NoText);
        }

        if (summary.Model is { } model)
        {
            text.Line().Mark(EntityKind.Italic, label => label.AddForeign(view.Texts.WrittenBy(model)));
        }

        return text.Line().AddSource(summary.Article, view).AddAddressInWords(summary.Article);
    }

    private static IEnumerable<IReadOnlyList<InlineKeyboardButton>> SummaryButtons(Reply.SummaryView summary, TelegramView view) =>
        view.Chat == ChatKind.Channel || summary.Article.Paragraphs.Count == 0
            ? []
            : [[Keyboards.Button(view.Texts.ButtonRead, new CallbackData.OfArticle(summary.Article.Id, ArticleVerb.Read)), Keyboards.Button(view.Texts.ButtonSources, new CallbackData.OfArticle(summary.Article.Id, ArticleVerb.Sources))]];

    private static TextBuilder Story(Reply.StoryView story, TelegramView view)
    {
        var text = new TextBuilder().Mark(EntityKind.Bold, title => title.AddForeign(ArticleParts.OneLine(story.Title))).AddPoint(view.Texts.Sources(story.Sources));
        if (story.Summary.Count > 0)
        {
            var sentences = story.Summary.Select(sentence => sentence.Attribution is { } only && story.Sources > 1 ? $"{sentence.Text} ({only})" : sentence.Text);
            text.Line().AddQuote(string.Join(' ', sentences));
        }

        foreach (var (index, article) in story.Reports.Index())
        {
            text.Gap().Item().AddMoment(article.Published, view).Add("  ").AddForeign(ArticleParts.Name(article.Source)).Add(": ").AddLink(ArticleParts.OneLine(article.Title), article.Url);
            text.AddPoint(index == 0 && story.Reports.Count > 1 ? view.Texts.First : null);
            if (story.Additions.TryGetValue(article.Id, out var addition))
            {
                text.Line().Mark(EntityKind.Italic, italic => italic.AddForeign("+ " + addition));
            }
        }

        return text;
    }
}
