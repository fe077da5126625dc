using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Text;

namespace NewsBot.Discord.Rendering;

/// <summary>The lines that lists, digests and alerts are made of. Pure.</summary>
internal static class EmbedLines
{
    private const int MostTitle = 300;
    private const int MostSentence = 600;

    /// <summary>The number, the linked title, the source line and the sentence of an article in a list.</summary>
    public static string Item(int number, ListLine line, DiscordView view)
    {
        var article = line.Article;
        var title = $"**{number}.** {DiscordMarkdown.Link(TextCut.At(article.Title, MostTitle), article.Url)}";
        var facts = new[]
        {
            DiscordMarkdown.Escape(article.Source),
            DiscordMarkdown.Age(article.Published),
            line.Sources > 1 ? view.Texts.Sources(line.Sources) : null,
            line.IsRising ? view.Texts.Rising : null,
            line.Sent is { } sent ? $"{view.Texts.SentHere} {DiscordMarkdown.DateTime(sent)}" : null,
        };
        var sentence = line.Sentence is { } text ? "\n" + Marked(text) : "";
        return $"{title}\n{DiscordMarkdown.Subtext(string.Join(" · ", facts.OfType<string>()))}{sentence}";
    }

    /// <summary>Where an article comes from and when it was published.</summary>
    public static string Source(Article article) => DiscordMarkdown.Subtext($"{DiscordMarkdown.Escape(article.Source)} · {DiscordMarkdown.Time(article.Published)}");

    /// <summary>The title as an embed takes it: one line, never empty.</summary>
    public static string Title(string title, string? before = null)
    {
        var whole = (before is null ? title : $"{before} {title}").ReplaceLineEndings(" ");
        var escaped = DiscordMarkdown.Escape(whole);
        for (var length = DiscordLimits.EmbedTitle; escaped.Length > DiscordLimits.EmbedTitle; length -= 16)
        {
            escaped = DiscordMarkdown.Escape(TextCut.At(whole, length - 1));
        }

        return string.IsNullOrWhiteSpace(escaped) ? "…" : escaped;
    }

    /// <summary>Items as one description. Where they do not all fit, sentences go first, then links; no item is left out.</summary>
    /// <param name="first">The number of the first item.</param>
    public static string List(IReadOnlyList<ListLine> lines, int first, DiscordView view)
    {
        var plain = lines.Select(line => line with { Sentence = null }).ToList();
        IReadOnlyList<ListLine>[] forms = [lines, plain, [.. plain.Select(line => line with { Article = line.Article with { Url = null } })]];
        var texts = forms.Select(form => string.Join("\n\n", form.Select((line, index) => Item(first + index, line, view))));
        return texts.FirstOrDefault(text => text.Length <= DiscordLimits.EmbedDescription) ?? string.Join('\n', lines.Select((line, index) => $"**{first + index}.** {DiscordMarkdown.Escape(TextCut.At(line.Article.Title, 60))}"));
    }

    /// <summary>The sentence with the words that were searched for in bold.</summary>
    private static string Marked(RichText text)
    {
        var marked = "";
        var at = 0;
        foreach (var mark in text.Marks.Where(mark => mark.Kind == MarkKind.Hit).OrderBy(mark => mark.Start))
        {
            if (mark.Start >= at && mark.Start + mark.Length <= MostSentence)
            {
                marked += DiscordMarkdown.Escape(text.Text[at..mark.Start]) + DiscordMarkdown.Bold(DiscordMarkdown.Escape(text.Text.Substring(mark.Start, mark.Length)));
                at = mark.Start + mark.Length;
            }
        }

        return marked + DiscordMarkdown.Escape(TextCut.At(text.Text[at..], Math.Max(1, MostSentence - at)));
    }
}
