using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Text;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Rendering;

/// <summary>Rows of buttons. Labels are words; what a button carries is <see cref="CallbackData"/>. Pure.</summary>
internal static class Keyboards
{
    private const int MostButtons = 90;
    private const int LongestLabel = 60;

    /// <summary>Characters that a row of a phone shows.</summary>
    private const int RowWidth = 32;
    private const int RowButtons = 4;
    private const int NumbersInRow = 5;

    public static InlineKeyboardButton Button(string label, CallbackData data) =>
        InlineKeyboardButton.WithCallbackData(TextCut.At(VisibleText.Clean(label).Replace('\n', ' '), LongestLabel), data.ToString()!);

    /// <summary>The choices of a dialog, in as few rows as their labels allow.</summary>
    public static IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> Choices(IReadOnlyList<Choice> choices, string? dialog) =>
        dialog is null ? [] : Pack([.. choices.Take(MostButtons).Select((choice, index) => Button(choice.Label, new CallbackData.Choice(dialog, index)))]);

    /// <summary>A number for each article that reads it.</summary>
    public static IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> Numbers(IEnumerable<Article> articles, int first, Texts texts) =>
    [
        .. articles
            .Select((article, index) => Button((first + index).ToString(texts.Culture), new CallbackData.OfArticle(article.Id, ArticleVerb.Read)))
            .Chunk(NumbersInRow),
    ];

    public static InlineKeyboardMarkup? Of(params IEnumerable<IReadOnlyList<InlineKeyboardButton>> rows) =>
        rows.Where(row => row.Count > 0).ToList() is { Count: > 0 } filled ? new InlineKeyboardMarkup(filled) : null;

    private static List<List<InlineKeyboardButton>> Pack(IReadOnlyList<InlineKeyboardButton> buttons)
    {
        var rows = new List<List<InlineKeyboardButton>>();
        var width = 0;
        foreach (var button in buttons)
        {
            if (rows.Count == 0 || rows[^1].Count == RowButtons || width + button.Text.Length > RowWidth)
            {
                rows.Add([]);
                width = 0;
            }

            rows[^1].Add(button);
            width += button.Text.Length + 2;
        }

        return rows;
    }
}
