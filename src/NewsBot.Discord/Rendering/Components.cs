using NewsBot.Core.Commands;
using NewsBot.Core.Text;

namespace NewsBot.Discord.Rendering;

/// <summary>The buttons and menus below answers. Pure.</summary>
internal static class Components
{
    private const int MostChoiceButtons = 5;

    /// <summary>Choices of an answer: a few are buttons, many a menu.</summary>
    /// <param name="dialog">Token of the kept choices; null when there are none.</param>
    public static IEnumerable<ComponentRow> Choices(IReadOnlyList<Choice> choices, string? dialog, Texts texts)
    {
        if (dialog is null || choices.Count == 0)
        {
            return [];
        }

        return choices.Count <= MostChoiceButtons
            ? [ComponentRow.Of([.. choices.Select((choice, index) => new Button(Label(choice.Label), ButtonId.Choice(dialog, index)))])]
            : [new ComponentRow { Select = new SelectMenu(ButtonId.Menu, texts.PickOne, [.. choices.Take(DiscordLimits.Options).Select((choice, index) => new SelectOption(Option(choice.Label), ButtonId.Choice(dialog, index)))]) }];
    }

    /// <summary>A menu that reads one of the lines, and the pages before and after.</summary>
    /// <param name="first">The number of the first line.</param>
    public static IEnumerable<ComponentRow> OfList(string list, IReadOnlyList<ListLine> lines, int first, bool hasMore, Texts texts)
    {
        if (lines.Count > 0)
        {
            var options = lines.Select((line, index) => (line.Article, Number: first + index)).DistinctBy(line => line.Article.Id).Take(DiscordLimits.Options)
                .Select(line => new SelectOption(Option($"{line.Number}. {line.Article.Title}"), ButtonId.ReadPage(line.Article.Id, 0), Option(line.Article.Source)));
            yield return new ComponentRow { Select = new SelectMenu(ButtonId.Menu, texts.ReadOne, [.. options]) };
        }

        var buttons = new List<Button>();
        if (first > 1)
        {
            buttons.Add(new Button(texts.PreviousPage, ButtonId.ListPage(list, ((first - 1) / ListPager.PageLines) - 1)));
        }

        if (hasMore)
        {
            buttons.Add(new Button(texts.NextPage, ButtonId.ListPage(list, (first - 1 + lines.Count) / ListPager.PageLines)));
        }

        if (buttons.Count > 0)
        {
            yield return ComponentRow.Of(buttons);
        }
    }

    private static string Label(string text) => Short(text, DiscordLimits.ButtonLabel);

    private static string Option(string text) => Short(text, DiscordLimits.OptionText);

    /// <summary>Plain text of one line, never empty.</summary>
    private static string Short(string text, int limit)
    {
        var line = DiscordMarkdown.Clean(text).Replace('\n', ' ').Trim();
        return line.Length == 0 ? "…" : TextCut.At(line, limit - 1);
    }
}
