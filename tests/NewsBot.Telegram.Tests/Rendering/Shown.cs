using NewsBot.Telegram.Rendering;
using NewsBot.Testing.Telegram.Text;

namespace NewsBot.Telegram.Tests.Rendering;

/// <summary>What Telegram makes of a text of ours, by the strict reader that its own parser has judged.</summary>
internal static class Shown
{
    /// <summary>The test fails when the text is refused.</summary>
    public static FormattedText Of(TelegramText text)
    {
        var html = HtmlWriter.Write(text);
        return TelegramHtml.Parse(html) switch
        {
            HtmlParse.Parsed(var parsed) => parsed,
            HtmlParse.Refused(var reason) => throw new InvalidOperationException($"{reason} in {html}"),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    /// <summary>What is covered by links, with where each leads.</summary>
    public static IReadOnlyList<(string Text, string Url)> Links(TelegramText text)
    {
        var shown = Of(text);
        return [.. shown.Entities.Where(entity => entity.Type == "text_link").Select(entity => (shown.Covered(entity), entity.Url!))];
    }

    /// <summary>The text with its entities written as [kind text], for tests that read.</summary>
    public static string Marked(TelegramText text)
    {
        var shown = Of(text);
        var marked = "";
        for (var at = 0; at <= shown.Text.Length; at++)
        {
            marked += string.Concat(shown.Entities.Reverse().Where(entity => entity.End == at).Select(_ => "]"));
            marked += string.Concat(shown.Entities.Where(entity => entity.Offset == at).Select(entity => $"[{entity.Type} "));
            marked += at < shown.Text.Length ? shown.Text[at] : "";
        }

        return marked;
    }
}
