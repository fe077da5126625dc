using System.Globalization;
using NewsBot.Core.Commands;

namespace NewsBot.Telegram.Rendering;

/// <summary>Numbered lines of a list, a roll-up or a digest. Pure.</summary>
internal static class ListLines
{
    public static TextBuilder AddLines(this TextBuilder text, IReadOnlyList<ListLine> lines, int first, TelegramView view)
    {
        foreach (var (index, line) in lines.Index())
        {
            text.Gap().Item().Add(string.Create(CultureInfo.InvariantCulture, $"{first + index}. ")).AddTitle(line.Article).Line().AddSourceAndAge(line.Article, view);
            text.AddPoint(line.Sources > 1 ? view.Texts.Sources(line.Sources) : null)
                .AddPoint(line.IsRising ? view.Texts.Rising : null)
                .AddSent(line, view)
                .AddAddressInWords(line.Article);
            if (line.Sentence is { } sentence)
            {
                text.Line().AddForeign(sentence);
            }
        }

        return text;
    }

    /// <summary>When it was told here, leading to that message where apps can go there.</summary>
    private static TextBuilder AddSent(this TextBuilder text, ListLine line, TelegramView view) =>
        line.Sent is { } time ? text.Add(" · ").AddLink(view.Texts.WhyDelivered(view.Time(time)), MessageLink.To(view.Here, line.SentMessage)) : text;
}
