using System.Globalization;
using NewsBot.Core.Commands;
using NewsBot.Core.Text;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Rendering;

/// <summary>The buttons and menus below answers. Pure.</summary>
internal static class Components
{
    private const int MostChoiceButtons = 5;

    /// <summary>Leaves one row of a message to other things.</summary>
    private const int MostChoiceMenus = 4;

    /// <summary>A way to give what a question asks for.</summary>
    public static IEnumerable<Component> Question(string? dialog, Reply reply, Texts texts) => dialog is not null && reply.Completes is not null ? [Row(Button(texts.FillIn, ButtonId.Fill(dialog)))] : [];

    /// <summary>Choices of an answer: a few are buttons, many a menu.</summary>
    /// <param name="dialog">Token of the kept choices; null when there are none.</param>
    public static IEnumerable<Component> Choices(IReadOnlyList<Choice> choices, string? dialog, Texts texts)
    {
        if (dialog is null || choices.Count == 0)
        {
            return [];
        }

        return choices.Count <= MostChoiceButtons
            ? [Row([.. choices.Select((choice, index) => Button(choice.Label, ButtonId.Choice(dialog, index)))])]
            : choices.Select((choice, index) => new SelectOption(Short(choice.Label, DiscordLimits.OptionText), ButtonId.Choice(dialog, index)))
                .Chunk(DiscordLimits.Options).Take(MostChoiceMenus).Select((options, index) => Menu(string.Create(CultureInfo.InvariantCulture, $"choices{index}"), texts.PickOne, options));
    }

    /// <summary>A menu that reads one of the lines, and the pages before and after.</summary>
    /// <param name="first">The number of the first line.</param>
    public static IEnumerable<Component> OfList(string list, IReadOnlyList<ListLine> lines, int first, bool hasMore, Texts texts)
    {
        if (lines.Count > 0)
        {
            var options = lines.Select((line, index) => (line.Article, Number: first + index)).DistinctBy(line => line.Article.Id).Take(DiscordLimits.Options)
                .Select(line => new SelectOption(Short($"{line.Number}. {line.Article.Title}", DiscordLimits.OptionText), ButtonId.Read(line.Article.Id)) { Description = Short(line.Article.Source, DiscordLimits.OptionText) });
            yield return Menu("lines", texts.ReadOne, [.. options]);
        }

        var buttons = new List<Component>();
        if (first > 1)
        {
            buttons.Add(Button(texts.ButtonPrevious, ButtonId.ListPage(list, ((first - 1) / ListPager.PageLines) - 1)));
        }

        if (hasMore)
        {
            buttons.Add(Button(texts.ButtonNext, ButtonId.ListPage(list, (first - 1 + lines.Count) / ListPager.PageLines)));
        }

        if (buttons.Count > 0)
        {
            yield return Row(buttons);
        }
    }

    /// <summary>The message with a way to show it to everyone; without where there is no room.</summary>
    /// <param name="share">What the button carries.</param>
    public static MessageBody WithShare(MessageBody message, string share, Texts texts) => message is { Embeds.Count: > 0 } && (message.Components?.Count ?? 0) < DiscordLimits.Rows
        ? message with { Components = [.. message.Components ?? [], Row(Button(texts.ShowToEveryone, share))] }
        : message;

    /// <summary>One line to fill in.</summary>
    public static Component Field(Texts texts) =>
        new(ComponentType.Label) { Label = texts.FillIn, Labelled = new Component(ComponentType.TextInput) { CustomId = "text", Style = 1, Required = true, MinLength = 1, MaxLength = 1000 } };

    public static Component Row(params IReadOnlyList<Component> components) => new(ComponentType.ActionRow) { Components = components };

    public static Component Button(string label, string id) => new(ComponentType.Button) { Label = Short(label, DiscordLimits.ButtonLabel), CustomId = id, Style = (int)ButtonStyle.Secondary };

    /// <summary>What is picked carries what it does, as a button's id.</summary>
    private static Component Menu(string name, string placeholder, IReadOnlyList<SelectOption> options) =>
        Row(new Component(ComponentType.StringSelect) { CustomId = ButtonId.Menu + ":" + name, Placeholder = placeholder, Options = options });

    /// <summary>Plain text of one line, never empty.</summary>
    private static string Short(string text, int limit)
    {
        var line = DiscordMarkdown.Clean(text).Replace('\n', ' ').Trim();
        return line.Length == 0 ? "…" : TextCut.At(line, limit - 1);
    }
}
