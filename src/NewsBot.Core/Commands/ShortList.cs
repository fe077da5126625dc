using System.Globalization;

namespace NewsBot.Core.Commands;

/// <summary>Cuts a list that is made anew for each page, such as subscriptions: 20 lines a page, and the commands that lead to its neighbours.</summary>
/// <param name="Shown">The lines of the page; of a page beyond the end the last ones.</param>
/// <param name="Page">Which lines of how many these are; null when they are all.</param>
/// <param name="Turns">Buttons to the pages before and after it.</param>
internal sealed record ShortList<T>(IReadOnlyList<T> Shown, string? Page, IReadOnlyList<Choice> Turns);

/// <inheritdoc cref="ShortList{T}"/>
internal static class ShortList
{
    public const int PageLines = 20;

    /// <summary>The number at the end of what was typed; 1 where there is none.</summary>
    public static int PageOf(string text)
    {
        var number = text[(text.LastIndexOf(' ') + 1)..];
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;
    }

    /// <param name="command">The command that shows the list, to which the number of a page is added.</param>
    public static ShortList<T> Of<T>(IReadOnlyList<T> all, int page, string command, Texts texts)
    {
        var last = Math.Max(1, (all.Count + PageLines - 1) / PageLines);
        var at = Math.Min(page, last);
        var first = (at - 1) * PageLines;
        var shown = all.Skip(first).Take(PageLines).ToList();
        return new ShortList<T>(
            shown,
            last > 1 ? texts.Page(first + 1, first + shown.Count, all.Count) : null,
            [
                .. at > 1 ? [new Choice(texts.ButtonPrevious, string.Create(CultureInfo.InvariantCulture, $"{command} {at - 1}"))] : Array.Empty<Choice>(),
                .. at < last ? [new Choice(texts.ButtonNext, string.Create(CultureInfo.InvariantCulture, $"{command} {at + 1}"))] : Array.Empty<Choice>(),
            ]);
    }
}
