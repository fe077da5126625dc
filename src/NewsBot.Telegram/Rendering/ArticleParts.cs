using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Telegram.Rendering;

/// <summary>The lines that messages about articles share. Pure.</summary>
internal static class ArticleParts
{
    private const int LongestTitle = 300;
    private const int LongestName = 100;

    /// <summary>One line however the feed wrote it, cut where it is no title any more.</summary>
    public static string OneLine(string text) => TextCut.At(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), LongestTitle);

    /// <summary>The publisher.</summary>
    public static string Name(string text) => TextCut.At(OneLine(text), LongestName);

    /// <summary>The title in bold, leading to the article.</summary>
    public static TextBuilder AddTitle(this TextBuilder text, Article article) => text.Mark(EntityKind.Bold, title => title.AddLink(OneLine(article.Title), article.Url));

    /// <summary>"Source · 14:05", in the time of the reader's device.</summary>
    public static TextBuilder AddSource(this TextBuilder text, Article article, TelegramView view) =>
        text.AddForeign(Name(article.Source)).Add(" · ").AddMoment(article.Published, view);

    /// <summary>"Source · 2 h ago", which goes on counting.</summary>
    public static TextBuilder AddSourceAndAge(this TextBuilder text, Article article, TelegramView view) =>
        text.AddForeign(Name(article.Source)).Add(" · ").AddTime(article.Published, "r", view.Age(article.Published));

    public static TextBuilder AddMoment(this TextBuilder text, DateTimeOffset moment, TelegramView view) => text.AddTime(moment, view.IsToday(moment) ? "t" : "dt", view.Time(moment));

    /// <summary>Words after a point in the middle.</summary>
    public static TextBuilder AddPoint(this TextBuilder text, string? words) => words is null ? text : text.Add(" · ").AddForeign(words);

    /// <summary>Sentences that show their first lines until they are pressed.</summary>
    public static TextBuilder AddQuote(this TextBuilder text, string sentences) => text.Mark(EntityKind.ExpandableQuote, quote => quote.AddForeign(sentences));

    /// <summary>Where the title cannot be a link, the address is told in words.</summary>
    public static TextBuilder AddAddressInWords(this TextBuilder text, Article article)
    {
        if (article.Url is { } url && LinkRule.Accept(url) is null)
        {
            text.Line().AddForeign(TextCut.At(url, LongestTitle));
        }

        return text;
    }
}
